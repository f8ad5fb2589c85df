"""The parts of a message: its clauses, and the sentence that does the asking.

Two questions in one message are told apart by reading each clause; a long story is read with
an ear for the sentence that asks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from horgos.language.tokens import is_han
from horgos.language.yaml_files import load_mapping, mapping_at, words_at

_PUNCTUATION = r"(?:[;?!\n，。？！；、،؟؛]|(?<!\d)[,.]|[,.](?!\d))+"
"""A comma or point between two digits belongs to the number."""
_SENTENCES = re.compile(r"(?<=[?!\n。？！؟…])\s*|(?<=\.)(?!\d)\s*")
_ASKS = ("?", "？", "؟")
_SHORTEST = 3
"""Characters; less than that asks nothing."""
_HAN_LETTERS = 2.5
"""Letters a Han character is worth when lengths are compared across scripts."""


@dataclass(frozen=True)
class ClauseSplitter:
    """Splits a canonical reading at punctuation and joining words.

    Attributes:
        pattern: What stands between two clauses.
        in_passing: Topics whose words are also named in passing.
    """

    pattern: re.Pattern[str]
    in_passing: frozenset[str]

    def split(self, reading: str) -> tuple[str, ...]:
        """The clauses, in order; a message of one clause yields one."""
        pieces = (piece.strip() for piece in self.pattern.split(reading))
        return tuple(piece for piece in pieces if len(piece) >= _SHORTEST)


def asking_part(reading: str) -> str | None:
    """The sentences with a question mark, else the last; None for a message of one sentence."""
    sentences = [s.strip() for s in _SENTENCES.split(reading) if len(s.strip()) >= _SHORTEST]
    if len(sentences) < 2:
        return None
    asking = [sentence for sentence in sentences if sentence.endswith(_ASKS)]
    return " ".join(asking or sentences[-1:])


def length(text: str) -> float:
    """Letters of a text, a Han character counted as the letters of a short word."""
    return sum(_HAN_LETTERS if is_han(letter) else 1.0 for letter in text)


@lru_cache(maxsize=1)
def clause_splitter(path: Path) -> ClauseSplitter:
    """The splitter with the joining words of ``lexicon/clauses.yml``.

    Raises:
        DataFileError: The file is malformed.
    """
    data = load_mapping(path)
    joints, inside = mapping_at(path, data, "joints"), mapping_at(path, data, "joints_inside")
    words = [re.escape(word) for key in joints for word in words_at(path, joints, key)]
    parts = [re.escape(word) for key in inside for word in words_at(path, inside, key)]
    return ClauseSplitter(
        re.compile(rf"{_PUNCTUATION}|\b(?:{'|'.join(words)})\b|(?:{'|'.join(parts)})"),
        frozenset(words_at(path, data, "in_passing")),
    )
