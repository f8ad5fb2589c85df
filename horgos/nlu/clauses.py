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

_PUNCTUATION = r"(?:[;?!\n，。？！；、،؟؛]|(?<!\d)[,.]|[,.](?!\d)|(?<=\s)[+/&|–—-](?=\s))+"
"""A comma or point between two digits belongs to the number, a dash between letters to the word."""
_BLANK = r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])"
"""Stands for a comma between two Chinese characters."""
_SENTENCES = re.compile(r"(?<=[?!\n。？！؟…])\s*|(?<=\.)(?!\d)\s*")
_ASKS = ("?", "？", "؟")
_EITHER_WAY = r"([\u4e00-\u9fff])[不没唔未]\1"
"""Chinese asks by naming both: 开不开, "open or not"."""
_SHORTEST = 3
"""Characters; less than that asks nothing."""
_HAN_LETTERS = 2.5
"""Letters a Han character is worth when lengths are compared across scripts."""


@dataclass(frozen=True)
class Part:
    """A clause of a message.

    Attributes:
        text: As it is ``spelled``, without what separates it.
        asks: Whether it has the words of a question or a question mark, and does not only tell.
    """

    text: str
    asks: bool


@dataclass(frozen=True)
class ClauseSplitter:
    """Splits a text, as it is ``spelled``, at punctuation and joining words.

    Attributes:
        pattern: What stands between two clauses.
        asking: Words of a clause that asks.
        beginning: Words a question begins with: the second one begins another clause.
    """

    pattern: re.Pattern[str]
    asking: re.Pattern[str]
    beginning: re.Pattern[str]

    def split(self, reading: str) -> tuple[Part, ...]:
        """The clauses, in order; a message of one clause yields one."""
        folded = fold(reading)
        joints = [(joint.span(), joint.group()) for joint in self.pattern.finditer(folded)]
        begins = [0, *(end for (_, end), _ in joints)]
        ends = [*((begin, mark) for (begin, _), mark in joints), (len(reading), "")]
        pieces = (
            (reading[begin:end].strip(), mark.strip().startswith(_ASKS))
            for begin, (end, mark) in zip(begins, ends, strict=True)
        )
        return tuple(
            Part(text, marked or self.asking.search(fold(text)) is not None)
            for piece, marked in pieces
            for text in self._at_beginnings(piece)
            if len(text) >= _SHORTEST
        )

    def _at_beginnings(self, piece: str) -> Iterator[str]:
        """A piece cut before its second question word, and before those after it."""
        starts = [found.start() for found in self.beginning.finditer(fold(piece))][1:]
        for begin, end in zip([0, *starts], [*starts, len(piece)], strict=True):
            yield piece[begin:end].strip()


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
        re.compile(rf"\b(?:{'|'.join(asking)})\b|{'|'.join(asking_inside)}|{_EITHER_WAY}"),
        re.compile(_question_begins(path, data)),
    )


def _question_ends(path: Path, data: dict[str, Any]) -> Iterator[str]:
    """Where a question has just ended: after a particle inside Han text, or a word of its own."""
    goes_on = "|".join(_escaped(path, data, "asking_on"))
    for particle in _escaped(path, data, "asking_ends"):
        if is_han(particle[0]):
            yield rf"(?<={particle})"
        else:
            yield rf"(?<=\b{particle})\s+(?!(?:{goes_on})\b)"


def _question_begins(path: Path, data: dict[str, Any]) -> str:
    """A word that begins a question, with the little word that may stand before it."""
    languages, before = mapping_at(path, data, "asking_begins"), mapping_at(path, data, "before")
    found = []
    for language in languages:
        words = "|".join(map(re.escape, words_at(path, languages, language)))
        little = "|".join(map(re.escape, words_at(path, before, language)))
        found.append(rf"\b(?:(?:{little})\s+)?(?:{words})\b")
    return "|".join(found)


def _escaped(path: Path, data: dict[str, Any], key: str) -> list[str]:
    """The words of all languages under a key."""
    by_language = mapping_at(path, data, key)
    return [
        re.escape(word)
        for language in by_language
        for word in words_at(path, by_language, language)
    ]
