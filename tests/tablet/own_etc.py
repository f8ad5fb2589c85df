"""Chromium's /etc of its own for a test: policies bind it and no other browser on the machine.

A user and mount namespace needs no root, and leaves nothing to clean up.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

ETC = Path("/etc/chromium")
CHROMIUM = "/usr/bin/chromium"
_ENTER = ("unshare", "--map-root-user", "--mount")


def why_not() -> str | None:
    """What this machine lacks for such a test, or None."""
    if shutil.which(CHROMIUM) is None:
        return f"no Chromium at {CHROMIUM}"
    if not ETC.is_dir():
        return f"this Chromium does not read {ETC}"
    if shutil.which("unshare") is None or subprocess.run([*_ENTER, "true"]).returncode:
        return "no user and mount namespaces (unshare)"
    return None


def with_policies(folder: Path, policies: Mapping[str, object]) -> list[str]:
    """The beginning of a command that will see these policies in Chromium's /etc."""
    managed = folder / "policies" / "managed"
    managed.mkdir(parents=True)
    (managed / "horgos-kiosk.json").write_text(json.dumps(policies))
    bind = f'mount --bind "{folder}" {ETC} && exec "$@"'
    return [*_ENTER, "sh", "-c", bind, "sh"]


def executable(path: Path, *lines: str) -> Path:
    """A shell script at this path."""
    path.write_text("\n".join(("#!/bin/sh", *lines, "")))
    path.chmod(0o755)
    return path
