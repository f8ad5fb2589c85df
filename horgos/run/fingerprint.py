"""What a model was made of, as a short hash: an unchanged project is not trained again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

INGREDIENTS = (
    "config.yml",
    "domain.yml",
    "data/nlu",
    "data/rules.yml",
    "horgos/nlu",
    "horgos/language",
    "horgos/entities",
    "lexicon",
    "languages.yml",
    "uv.lock",
)
"""Files and folders of the project that decide what a model knows."""
_LENGTH = 12


def fingerprint(project: Path) -> str:
    """Hash over names and contents of every ingredient; 12 hexadecimal digits.

    Raises:
        OSError: A file cannot be read.
    """
    digest = hashlib.sha256()
    for path in ingredients(project):
        content = path.read_bytes()
        header = f"{path.relative_to(project).as_posix()}\0{len(content)}\0"
        digest.update(header.encode())
        digest.update(content)
    return digest.hexdigest()[:_LENGTH]


def ingredients(project: Path) -> Iterator[Path]:
    """The files that count, in a fixed order; what Python and editors leave behind does not."""
    for name in INGREDIENTS:
        path = project / name
        if path.is_file():
            yield path
        for found in sorted(path.rglob("*")):
            if found.is_file() and not _is_litter(found.relative_to(project)):
                yield found


def _is_litter(path: Path) -> bool:
    hidden = any(part.startswith(".") or part == "__pycache__" for part in path.parts)
    return hidden or path.name.endswith((".pyc", "~"))
