"""What the cheap head sees of a text: pieces of words, words in a row, words together.

Weighed as scikit-learn's ``TfidfVectorizer`` weighs them. scikit-learn counts thousands of texts
at once and spends milliseconds on a single one; a test holds the two together.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Cut = Callable[[str], Iterator[str]]
"""The pieces of a text, readings divided by line breaks; as often as they occur."""

_SHORTEST, _LONGEST = 1, 5
"""Letters of a piece of a word; the blank before and after a word counts as one."""
_IN_A_ROW = 3
"""Words of a phrase, at most."""
_STEM = 5
"""Letters of a word that count when words are paired: endings are left off."""
_NEAR = 4
"""Words of a pair are at most so many apart."""
_WORD = re.compile(r"[\u4e00-\u9fff]|[^\W\u4e00-\u9fff]+")
"""A Han character is a word."""


@dataclass(frozen=True)
class Ngrams:
    """The pieces of one kind there are.

    Attributes:
        cut: Cuts a text into pieces of that kind.
        places: Column of each piece.
        rarity: Its inverse document frequency, by column.
    """

    cut: Cut
    places: Mapping[str, int]
    rarity: NDArray[np.float32]

    def of(self, text: str) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
        """Columns of the pieces of a text and their weights, a vector of length 1."""
        known = self.places
        counts = Counter(known[piece] for piece in self.cut(text) if piece in known)
        places = np.fromiter(counts.keys(), np.intp, len(counts))
        often = np.fromiter(counts.values(), np.float32, len(counts))
        weights = (1.0 + np.log(often)) * self.rarity[places]
        return places, weights / (np.linalg.norm(weights) or np.float32(1.0))


def letters(text: str) -> Iterator[str]:
    """Pieces within words, each word with a blank on either side (scikit-learn's ``char_wb``)."""
    for word in text.split():
        padded = f" {word} "
        for length in range(_SHORTEST, _LONGEST + 1):
            last = len(padded) - length
            if last <= 0:
                # A word shorter than that counts once, whole.
                yield padded
                break
            for start in range(last + 1):
                yield padded[start : start + length]


def phrases(text: str) -> Iterator[str]:
    """Words, and two and three in a row, of each reading."""
    for reading in text.split("\n"):
        words = _WORD.findall(reading)
        for length in range(1, _IN_A_ROW + 1):
            for start in range(len(words) - length + 1):
                yield " ".join(words[start : start + length])


def pairs(text: str) -> Iterator[str]:
    """Stems of the first reading, and near ones in twos, in whatever order they stand."""
    stems = [word[:_STEM] for word in _WORD.findall(text.partition("\n")[0])]
    yield from stems
    for start, stem in enumerate(stems):
        for other in stems[start + 1 : start + 1 + _NEAR]:
            yield "&".join(sorted((stem, other)))
