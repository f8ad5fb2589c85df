"""The parts of a message: its clauses, and the sentence that does the asking.

Two questions in one message are told apart by reading each clause; a long story is read with
an ear for the sentence that asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from horgos.language.reading import fold
from horgos.language.tokens import is_han
from horgos.language.yaml_files import load_mapping, mapping_at, words_at

_PUNCTUATION = r"(?:[;?!\n，。？！；、،؟؛]|(?<!\d)[,.]|[,.](?!\d))+"
"""A comma or point between two digits belongs to the number."""
_BLANK = r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])"
"""Stands for a comma between two Chinese characters."""
_SENTENCES = re.compile(r"(?<=[?!\n。？！؟…])\s*|(?<=\.)(?!\d)\s*")
_ASKS = ("?", "？", "؟")
_SHORTEST = 3
"""Characters; less than that asks nothing."""
_HAN_LETTERS = 2.5
"""Letters a Han character is worth when lengths are compared across scripts."""


@dataclass(frozen=True)
class ClauseSplitter:
    """Splits a text, as it is ``spelled``, at punctuation and joining words.

    Attributes:
        pattern: What stands between two clauses.
        asking: Words of a clause that asks.
        in_passing: Topics whose words are also named in passing.
    """

    pattern: re.Pattern[str]
    asking: re.Pattern[str]
    in_passing: frozenset[str]

    def split(self, reading: str) -> tuple[str, ...]:
        """The clauses, in order; a message of one clause yields one."""
        joints = [joint.span() for joint in self.pattern.finditer(fold(reading))]
        begins, ends = [0, *(end for _, end in joints)], [*(begin for begin, _ in joints), None]
        pieces = (reading[begin:end].strip() for begin, end in zip(begins, ends, strict=True))
        return tuple(piece for piece in pieces if len(piece) >= _SHORTEST)

    def asks(self, clause: str) -> bool:
        """Whether a clause has the words of a question, and does not only tell."""
        return self.asking.search(fold(clause)) is not None


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
    joints = "|".join(_escaped(path, data, "joints"))
    inside = "|".join(_escaped(path, data, "joints_inside"))
    separators = (_PUNCTUATION, rf"\b(?:{joints})\b", inside, _BLANK, *_question_ends(path, data))
    asking, asking_inside = (_escaped(path, data, key) for key in ("asking", "asking_inside"))
    return ClauseSplitter(
        re.compile("|".join(f"(?:{separator})" for separator in separators)),
        re.compile(rf"\b(?:{'|'.join(asking)})\b|{'|'.join(asking_inside)}"),
        frozenset(words_at(path, data, "in_passing")),
    )


def _question_ends(path: Path, data: dict[str, Any]) -> Iterator[str]:
    """Where a question has just ended: after a particle inside Han text, or a word of its own."""
    goes_on = "|".join(_escaped(path, data, "asking_on"))
    for particle in _escaped(path, data, "asking_ends"):
        if is_han(particle[0]):
            yield rf"(?<={particle})"
        else:
            yield rf"(?<=\b{particle})\s+(?!(?:{goes_on})\b)"


def _escaped(path: Path, data: dict[str, Any], key: str) -> list[str]:
    """The words of all languages under a key."""
    by_language = mapping_at(path, data, key)
    return [
        re.escape(word)
        for language in by_language
        for word in words_at(path, by_language, language)
    ]
