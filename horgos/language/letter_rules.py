"""Respelling a word by an ordered list of rules, as kept in alphabets/*.yml."""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from horgos.language.yaml_files import HERE, DataFileError, load_mapping

ALPHABETS = HERE / "alphabets"


class LetterRules:
    """Rules "what is read → what is written", applied once from left to right.

    At each place the first rule that matches wins, so digraphs stand above single letters. A rule
    may look at its neighbours (regular expression look-around); it sees the word as typed. What no
    rule matches stays.
    """

    def __init__(self, rules: Sequence[tuple[str, str]]) -> None:
        self._written = [written for _, written in rules]
        self._pattern = re.compile("|".join(f"({read})" for read, _ in rules))

    def apply(self, word: str) -> str:
        """The word respelt."""
        return self._pattern.sub(self._replacement, word)

    def _replacement(self, match: re.Match[str]) -> str:
        return self._written[(match.lastindex or 1) - 1]


def rules_from(path: Path, key: str, entries: Any) -> LetterRules:
    """Rules from a YAML list of [read, written] pairs.

    Raises:
        DataFileError: an entry is not such a pair, or its pattern is not a regular expression
            without groups.
    """
    if not isinstance(entries, list) or not entries:
        raise DataFileError(f"{path}: {key}: a list of [read, written] pairs is expected")
    for number, entry in enumerate(entries):
        where = f"{path}: {key}: entry {number}"
        if not (isinstance(entry, list) and len(entry) == 2 and all(map(_is_text, entry))):
            raise DataFileError(f"{where}: two texts are expected, got {entry!r}")
        try:
            groups = re.compile(entry[0]).groups
        except re.error as error:
            raise DataFileError(f"{where}: {entry[0]!r}: {error}") from error
        if groups:
            raise DataFileError(f"{where}: {entry[0]!r}: groups must be (?:...)")
    return LetterRules([(read, written) for read, written in entries])


@cache
def alphabet_rules(name: str, key: str) -> LetterRules:
    """The rules under a key of alphabets/<name>.yml; raises DataFileError like rules_from."""
    path = ALPHABETS / f"{name}.yml"
    return rules_from(path, key, load_mapping(path).get(key))


def _is_text(value: Any) -> bool:
    return isinstance(value, str)
