"""``horgos channels``: what an operator does with the messaging apps."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

import typer

from horgos.cli.common import PROJECT, ending_well, settings_of
from horgos.run.failure import ExitCode, Failure

channels = typer.Typer(help="The messaging apps.", no_args_is_help=True)


@channels.callback()
def _channels() -> None:
    """The messaging apps."""


@channels.command()
def check(project: Path = PROJECT) -> None:
    """Ask every messaging app whether it and the guide know each other; 1 if something is wrong.

    Reads credentials.yml and the environment that the guide would be started with.
    """
    from horgos.channels.messaging.checking import Finding, Grade, check_all
    from horgos.language.yaml_files import DataFileError, load_mapping

    def tell(finding: Finding) -> None:
        print(f"  {finding.grade.value:5}  {finding.text}")
        if finding.mend:
            print(f"         {finding.mend}")

    with ending_well():
        try:
            known = load_mapping(settings_of(project).credentials)
        except DataFileError as fault:
            raise Failure(str(fault), ExitCode.WRONG_SETTING) from None
        found = asyncio.run(check_all(known, os.environ))
        for name, findings in found.items():
            print(name)
            for finding in findings:
                tell(finding)
        everything = [finding for findings in found.values() for finding in findings]
        if any(finding.grade is Grade.WRONG for finding in everything):
            raise typer.Exit(ExitCode.FAILED)
