"""The character n-grams of one text, weighed as scikit-learn's ``TfidfVectorizer`` weighs them.

scikit-learn counts thousands of texts at once and spends milliseconds on a single one; a test
holds the two together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SHORTEST, LONGEST = 1, 5
"""Letters of an n-gram; the blank before and after a word counts as one."""


@dataclass(frozen=True)
class Ngrams:
    """The n-grams there are.

    Attributes:
        places: Column of each n-gram.
        rarity: Its inverse document frequency, by column.
    """

    places: Mapping[str, int]
    rarity: NDArray[np.float32]

    def of(self, text: str) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
        """Columns of the n-grams in a text and their weights, a vector of length 1."""
        known = self.places
        counts = Counter(known[ngram] for ngram in _ngrams(text) if ngram in known)
        places = np.fromiter(counts.keys(), np.intp, len(counts))
        often = np.fromiter(counts.values(), np.float32, len(counts))
        weights = (1.0 + np.log(often)) * self.rarity[places]
        return places, weights / (np.linalg.norm(weights) or np.float32(1.0))


def _ngrams(text: str) -> Iterator[str]:
    """As scikit-learn's ``char_wb``: within words, each with a blank on either side."""
    for word in text.split():
        padded = f" {word} "
        for length in range(SHORTEST, LONGEST + 1):
            last = len(padded) - length
            if last <= 0:
                # A word shorter than that counts once, whole.
                yield padded
                break
            for start in range(last + 1):
                yield padded[start : start + length]
