"""Folders of the systems measured, under ``var/benchmarks``: made of files, found again by them."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

_NOTE = "training.json"
_LENGTH = 12

Files = Mapping[str, bytes]


@dataclass(frozen=True)
class Trained:
    """A finished training.

    Attributes:
        model: The model file.
        seconds: How long it took, by the clock.
    """

    model: Path
    seconds: float


def workspace(place: Path, name: str, files: Files) -> Path:
    """A folder that holds these files; the same one for the same files, older ones go.

    Args:
        place: Folder of all workspaces.
        name: Of the system; no other system's name begins with it.
        files: Contents by path.
    """
    folder = place / f"{name}-{_hash(files)}"
    for old in place.glob(f"{name}-*"):
        if old != folder:
            shutil.rmtree(old)
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return folder


def trained_once(folder: Path, train: Callable[[], Trained]) -> Trained:
    """Train unless this folder holds a finished training; its time was noted then."""
    note = folder / _NOTE
    if note.exists():
        noted = json.loads(note.read_text(encoding="utf-8"))
        return Trained(folder / noted["model"], noted["seconds"])
    trained = train()
    noted = {"model": str(trained.model.relative_to(folder)), "seconds": trained.seconds}
    note.write_text(json.dumps(noted), encoding="utf-8")
    return trained


def _hash(files: Files) -> str:
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(f"{path}\0{len(files[path])}\0".encode())
        digest.update(files[path])
    return digest.hexdigest()[:_LENGTH]
