"""What the commands share: the project option, and how a command ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import typer

from horgos.run.failure import ExitCode, Failure, Stopped
from horgos.run.settings import Settings, read_settings

PROJECT = typer.Option(
    Path(), help="Folder of the guide; the present one if not given.", exists=True, file_okay=False
)


def settings_of(project: Path) -> Settings:
    """The settings in this environment.

    Raises:
        Failure: One of them cannot be used.
    """
    return read_settings(os.environ, project)


@contextmanager
def ending_well() -> Iterator[None]:
    """Turn a failure into its sentence on the terminal and its exit code."""
    try:
        yield
    except Stopped:
        raise typer.Exit(ExitCode.STOPPED_AS_ASKED) from None
    except Failure as failure:
        print(failure, file=sys.stderr, flush=True)
        raise typer.Exit(failure.exit_code) from None
