"""Files that are made once and kept, and made again when they or their ingredients change.

Beside the files stands ``manifest.json`` with the hash of every ingredient and every file. Two
processes may ask at once: one makes the files, the other waits for it. Each file is put in place
in one step, the manifest last, so a process that is killed leaves nothing that looks finished.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

_MANIFEST = "manifest.json"
_LOCK = ".lock"
_STAGING = ".making-"
_CHUNK = 1 << 20

Make = Callable[[Path], None]
"""Writes the files into an empty folder."""


@dataclass(frozen=True)
class Manifest:
    """What files were made from, and what they hold: SHA-256 by name."""

    ingredients: Mapping[str, str]
    files: Mapping[str, str]
    seconds: float


@dataclass(frozen=True)
class Built:
    """Files ready for use.

    Attributes:
        folder: Where they are.
        identity: Twelve hexadecimal digits that other ingredients or contents would change.
        seconds: How long making them took, whenever that was.
        made_now: Whether it was now.
    """

    folder: Path
    identity: str
    seconds: float
    made_now: bool


def ensure(folder: Path, ingredients: Mapping[str, str], make: Make) -> Built:
    """The files in a folder, made if they are missing, damaged or of other ingredients.

    Raises:
        OSError: The folder cannot be written to.
    """
    found = _sound_manifest(folder, ingredients)
    if found:
        return _built(folder, found, made_now=False)
    folder.mkdir(parents=True, exist_ok=True)
    with _locked(folder):
        found = _sound_manifest(folder, ingredients)  # another process may have been first
        if found:
            return _built(folder, found, made_now=False)
        return _built(folder, _make(folder, ingredients, make), made_now=True)


def digest(path: Path) -> str:
    """SHA-256 of a file's content, in hexadecimal digits."""
    hashed = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            hashed.update(chunk)
    return hashed.hexdigest()


def digest_of_all(paths: Iterable[Path]) -> str:
    """SHA-256 over names and contents of several files."""
    lines = (f"{path.name} {digest(path)}\n" for path in sorted(paths))
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _make(folder: Path, ingredients: Mapping[str, str], make: Make) -> Manifest:
    begin = time.monotonic()
    for left in folder.glob(f"{_STAGING}*"):  # of a process that was killed: we hold the lock
        shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=_STAGING, dir=folder) as name:
        staging = Path(name)
        make(staging)
        files = {path.name: digest(path) for path in sorted(staging.iterdir())}
        manifest = Manifest(dict(ingredients), files, round(time.monotonic() - begin, 1))
        (folder / _MANIFEST).unlink(missing_ok=True)
        (staging / _MANIFEST).write_text(json.dumps(asdict(manifest), indent=1), encoding="utf-8")
        for file in (*files, _MANIFEST):
            os.replace(staging / file, folder / file)
    return manifest


def _sound_manifest(folder: Path, ingredients: Mapping[str, str]) -> Manifest | None:
    """The manifest, if the files are those it tells of and made of these ingredients."""
    try:
        manifest = Manifest(**json.loads((folder / _MANIFEST).read_text(encoding="utf-8")))
        sound = manifest.ingredients == ingredients and all(
            digest(folder / name) == expected for name, expected in manifest.files.items()
        )
    except (OSError, ValueError, TypeError, AttributeError):
        return None
    return manifest if sound else None


def _built(folder: Path, manifest: Manifest, *, made_now: bool) -> Built:
    content = json.dumps([manifest.ingredients, manifest.files], sort_keys=True)
    identity = hashlib.sha256(content.encode()).hexdigest()[:12]
    return Built(folder, identity, manifest.seconds, made_now)


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """One process at a time; a killed one's lock is released by the system."""
    with (folder / _LOCK).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
