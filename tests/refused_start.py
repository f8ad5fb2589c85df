"""A guide that is started with a file it cannot use."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping

from tests.running import ROOT


def why_refused(model: str, file: str, environment: Mapping[str, str], **paths: str) -> str:
    """The one line in which the guide's process names the file before it ends.

    Args:
        model: Of the guide; need not exist where the file is looked at first.
        file: Name of the file that cannot be used.
        environment: Beside the present one.
        paths: ``credentials`` and ``endpoints``, as the process is told them.
    """
    arguments = ["--model", model, "--host", "127.0.0.1", "--port", environment["PORT"]]
    for option, path in paths.items():
        arguments += [f"--{option}", path]
    done = subprocess.run(
        [sys.executable, "-m", "horgos.run.guide", *arguments],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 1
    said = done.stdout + done.stderr
    assert "Traceback" not in said
    (told,) = [line for line in said.splitlines() if file in line]
    return told
