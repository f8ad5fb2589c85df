"""Words for tests: a folder of complete files, each word telling its key and its language."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from horgos.interface.keys import ERRORS, STATUS, WORDS
from horgos.language.forms import Forms


def made_file(language: str) -> dict[str, Any]:
    """The content of one language's file."""
    return {
        "language": language,
        "words": {
            key: " ".join([f"{key} ({language})", *(f"{{{name}}}" for name in sorted(names))])
            for key, names in WORDS.items()
        },
        "purpose": f"purpose ({language})",
        "status": {key: f"{key} ({language})" for key in STATUS},
        "errors": {key: f"{key} ({language})" for key in ERRORS},
    }


def write_words(folder: Path, forms: Forms, **changed: dict[str, Any]) -> Path:
    """Write a file for every language; those named by keyword are written as given."""
    folder.mkdir(parents=True, exist_ok=True)
    for language in forms.languages:
        content = changed.get(language, made_file(language))
        with (folder / f"{language}.yml").open("w", encoding="utf-8") as file:
            YAML(typ="safe").dump(content, file)
    return folder
