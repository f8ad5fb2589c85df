"""A folder that nobody else on the machine may look into."""

from __future__ import annotations

import stat
from pathlib import Path

from horgos.run.failure import Failure

_OURS_ALONE = 0o700


def make_private(folder: Path, variable: str) -> None:
    """Make a folder, or take an existing one, and close it to others.

    A folder that everybody may write into, as ``/tmp``, is left as it is.

    Args:
        folder: Its place.
        variable: The setting that names it, for messages.

    Raises:
        Failure: It cannot be made, or is somebody else's and open.
    """
    try:
        folder.mkdir(mode=_OURS_ALONE, parents=True, exist_ok=True)
        mode = folder.stat().st_mode
        if mode & 0o077 and not mode & stat.S_ISVTX:
            folder.chmod(_OURS_ALONE)
    except OSError as fault:
        raise Failure(
            f"{variable}={folder}: {fault.strerror}: choose a folder of the user who starts this"
        ) from None
