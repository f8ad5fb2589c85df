"""``horgos web``: the pages for visitors."""

from __future__ import annotations

import os
from pathlib import Path

import typer

from horgos.cli.common import PROJECT, ending_well, settings_of

web = typer.Typer(help="The pages for visitors.", no_args_is_help=True)


@web.callback()
def _web() -> None:
    """The pages for visitors."""


@web.command()
def build(project: Path = PROJECT) -> None:
    """Build the pages, whether or not anything has changed; the next start serves them."""
    from horgos.run.stop import stop_on_signals
    from horgos.run.web_build import build_pages

    with ending_well(), stop_on_signals() as stop:
        build_pages(settings_of(project), os.environ, stop)


@web.command()
def check(project: Path = PROJECT) -> None:
    """Check style and types of the pages' sources."""
    from horgos.run.stop import stop_on_signals
    from horgos.run.web_check import check_pages

    with ending_well(), stop_on_signals() as stop:
        check_pages(settings_of(project), os.environ, stop)
