"""The short sentences of the messaging apps: ``locales/messaging/<language>.yml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from horgos.language.conversion import write
from horgos.language.forms import Forms, WrittenForm
from horgos.language.yaml_files import DataFileError, load_mapping, mapping_at

WORDS = ("wait", "choose_number", "voice", "photo", "location", "document", "unsupported")
"""Keys every language has."""


@dataclass(frozen=True)
class Words:
    """Sentences by code of the written form, then by key."""

    by_form: Mapping[str, Mapping[str, str]]

    def say(self, key: str, form: WrittenForm) -> str:
        """A sentence of ``WORDS`` in a written form."""
        return self.by_form[form.code][key]


def load_words(folder: Path, forms: Forms) -> Words:
    """Read the words of every language of ``languages.yml``.

    Raises:
        DataFileError: A file is missing or lacks a sentence; the text names it.
    """
    return Words({form.code: _words(folder / f"{form.language}.yml", form) for form in forms})


def _words(path: Path, form: WrittenForm) -> dict[str, str]:
    given = mapping_at(path, load_mapping(path), "words")
    if missing := [key for key in WORDS if not str(given.get(key) or "").strip()]:
        raise DataFileError(f"{path}: words: {missing[0]} is missing; write a sentence")
    return {key: write(str(given[key]), form) for key in WORDS}
