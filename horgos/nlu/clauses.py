"""The clauses of a message: two questions in one message are told apart by reading each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from horgos.language.yaml_files import load_mapping, mapping_at, words_at

_PUNCTUATION = r"[,;.?!\n，。？！；、،؟؛]+"
_SHORTEST = 3
"""Characters; less than that asks nothing."""


@dataclass(frozen=True)
class ClauseSplitter:
    """Splits a canonical reading at punctuation and joining words."""

    pattern: re.Pattern[str]

    def split(self, reading: str) -> tuple[str, ...]:
        """The clauses, in order; a message of one clause yields one."""
        pieces = (piece.strip() for piece in self.pattern.split(reading))
        return tuple(piece for piece in pieces if len(piece) >= _SHORTEST)


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
        re.compile(rf"{_PUNCTUATION}|\b(?:{'|'.join(words)})\b|(?:{'|'.join(parts)})")
    )
