"""Resident memory of the processes a measurement has started."""

from __future__ import annotations

import os
from pathlib import Path

_KIB = 1024
_PROC = Path("/proc")


def resident_bytes() -> int:
    """Resident memory (VmRSS) of all living descendants of this process, added up."""
    return sum(_resident(process) for process in _descendants(os.getpid()))


def _descendants(parent: int) -> list[int]:
    children = [
        int(child)
        for tasks in (_PROC / str(parent) / "task").glob("*/children")
        for child in _read(tasks).split()
    ]
    return [one for child in children for one in (child, *_descendants(child))]


def _resident(process: int) -> int:
    for line in _read(_PROC / str(process) / "status").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) * _KIB
    return 0


def _read(path: Path) -> str:
    """The file's text; nothing when its process has ended in between."""
    try:
        return path.read_text(encoding="utf-8")
    except (FileNotFoundError, ProcessLookupError):
        return ""
