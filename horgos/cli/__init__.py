"""The ``horgos`` command: one file a command.

Commands import what they need when they run, so that ``horgos --help`` is quick.
"""

from __future__ import annotations

import typer

from horgos.cli.ask import ask
from horgos.cli.channels import channels
from horgos.cli.chat import chat
from horgos.cli.conversations import conversations
from horgos.cli.facts import facts
from horgos.cli.phrasebook import phrasebook
from horgos.cli.run import run
from horgos.cli.tablet import tablet
from horgos.cli.train import train
from horgos.cli.web import web

__all__ = ["app"]

app = typer.Typer(
    help="The visitor guide of Horgos.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command()(run)
app.command()(train)
app.command()(chat)
app.command()(ask)
app.command()(phrasebook)
app.add_typer(facts, name="facts")
app.add_typer(conversations, name="conversations")
app.add_typer(channels, name="channels")
app.add_typer(web, name="web")
app.add_typer(tablet, name="tablet")
