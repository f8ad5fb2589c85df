"""``horgos facts``: what an operator does with the facts file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import typer

from horgos.cli.common import PROJECT, ending_well, settings_of
from horgos.run.failure import ExitCode

_FILE = typer.Option("", help="The facts file; HORGOS_FACTS or facts/facts.yml if not given.")

facts = typer.Typer(help="The facts file.", no_args_is_help=True)


@facts.callback()
def _facts() -> None:
    """The facts file."""


@facts.command()
def check(file: str = _FILE, project: Path = PROJECT) -> None:
    """Print every issue of the facts file by line; exit code 1 if it cannot be used."""
    from horgos.run.facts_check import report_on_facts

    with ending_well():
        report = report_on_facts(
            Path(file) if file else settings_of(project).facts, project, date.today()
        )
        for issue in report.issues:
            print(issue)
        if report.errors:
            print(f"{len(report.errors)} to mend before the guide can use this file.")
            raise typer.Exit(ExitCode.FAILED)
        print(f"All good: {report.summary}.")
