"""What something was made of, as a short hash: what has not changed is not made again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

INGREDIENTS = (
    "config.yml",
    "domain.yml",
    "data/nlu",
    "data/told",
    "data/asked",
    "data/rules.yml",
    "horgos/nlu",
    "horgos/language",
    "horgos/entities",
    "horgos/answers/beside.py",
    "lexicon",
    "languages.yml",
    "topics.yml",
    "uv.lock",
)
"""Files and folders of the project that decide what a model knows."""
_LENGTH = 12


def fingerprint(project: Path, names: Iterable[str] = INGREDIENTS) -> str:
    """Hash over names and contents of every ingredient; 12 hexadecimal digits.

    Args:
        project: Folder that the names start from.
        names: Files and folders that count; those of a model if not given.

    Raises:
        OSError: A file cannot be read.
    """
    digest = hashlib.sha256()
    for path in ingredients(project, names):
        content = path.read_bytes()
        header = f"{path.relative_to(project).as_posix()}\0{len(content)}\0"
        digest.update(header.encode())
        digest.update(content)
    return digest.hexdigest()[:_LENGTH]


def ingredients(project: Path, names: Iterable[str] = INGREDIENTS) -> Iterator[Path]:
    """The files that count, in a fixed order; what Python and editors leave behind does not."""
    for name in names:
        path = project / name
        if path.is_file():
            yield path
        for found in sorted(path.rglob("*")):
            if found.is_file() and not _is_litter(found.relative_to(project)):
                yield found


def _is_litter(path: Path) -> bool:
    hidden = any(part.startswith(".") or part == "__pycache__" for part in path.parts)
    return hidden or path.name.endswith((".pyc", "~"))
