"""Secrets nobody has to think of: made once, kept in a file of the guide's own."""

from __future__ import annotations

import logging
import os
import secrets
from pathlib import Path

from horgos.channels.settings import WrongSetting

logger = logging.getLogger(__name__)

SHORTEST_SECRET = 32
"""Bytes."""


def own_secret(path: Path, variable: str) -> bytes:
    """The secret in a file; of several processes one makes it, and all others read the same.

    Args:
        path: The file; it and its folder are made if need be, readable to nobody else.
        variable: Of the environment, where a secret may be given instead.

    Raises:
        WrongSetting: The file cannot be had, or holds too little to protect anything.
    """
    try:
        _make_once(path)
        _keep_to_ourselves(path)
        secret = path.read_bytes().strip()
    except OSError as fault:
        raise WrongSetting(
            f"{path}: {fault.strerror}: make it readable, or set {variable}"
        ) from None
    if len(secret) < SHORTEST_SECRET:
        raise WrongSetting(
            f"{path}: too short: delete the file, or write at least {SHORTEST_SECRET} random bytes"
        )
    return secret


def _make_once(path: Path) -> None:
    """Write the file unless it is there; of several processes one wins, and none sees half."""
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(f"{secrets.token_hex(SHORTEST_SECRET)}\n")
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()


def _keep_to_ourselves(path: Path) -> None:
    if path.stat().st_mode & 0o077:
        logger.warning("%s was open to others; now it is not", path)
        path.chmod(0o600)
