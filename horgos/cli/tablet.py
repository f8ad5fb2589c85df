"""``horgos tablet``: what the operator of the information desk's tablet needs."""

from __future__ import annotations

import json
from pathlib import Path

import typer

from horgos.cli.common import PROJECT, ending_well

_ADDRESS = typer.Option(..., help="Where the guide is served: https://guide.example")

tablet = typer.Typer(help="The information desk's tablet.", no_args_is_help=True)


@tablet.callback()
def _tablet() -> None:
    """The information desk's tablet."""


@tablet.command()
def policies(address: str = _ADDRESS, project: Path = PROJECT) -> None:
    """Print the policies that lock Chromium to the guide's page (docs/tablet.md)."""
    from horgos.cli.lockdown import AddressError, locked_to
    from horgos.run.failure import ExitCode, Failure

    with ending_well():
        fixed = (project / "deploy" / "tablet" / "policies.json").read_text(encoding="utf-8")
        try:
            locked = locked_to(address, json.loads(fixed))
        except AddressError as fault:
            raise Failure(f"--address {address} {fault}.", ExitCode.WRONG_SETTING) from None
        print(json.dumps(locked, indent=2, sort_keys=True))
