"""A folder for half-done work, which goes away however the work ends."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def staging(parent: Path, prefix: str) -> Iterator[Path]:
    """A folder of this process alone; clears up after processes that were killed.

    Args:
        parent: Where it is made.
        prefix: Beginning of its name; the rest is the process id.
    """
    for left in parent.glob(f"{prefix}*"):
        if not _is_alive(int(left.name.removeprefix(prefix))):
            shutil.rmtree(left, ignore_errors=True)
    folder = parent / f"{prefix}{os.getpid()}"
    folder.mkdir(exist_ok=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _is_alive(process_id: int) -> bool:
    try:
        os.kill(process_id, 0)
    except OSError as fault:
        return fault.errno == errno.EPERM
    return True
