"""``horgos conversations``: what an operator does with what visitors said."""

from __future__ import annotations

import os
from pathlib import Path

import typer

from horgos.cli.common import PROJECT, ending_well, settings_of
from horgos.run.failure import ExitCode, Failure

_OLDER_THAN = typer.Option(..., help="Age in days or hours: 30d, 12h; 0h for everything.")
_WHOSE = typer.Argument(..., help="Id of the conversation; with --app the account's id there.")
_APP = typer.Option("", help="A messaging app: telegram, wechat or whatsapp.")

PREFIXES = {"telegram": "tg", "wechat": "wx", "whatsapp": "wa"}
"""What ids of an app's conversations begin with."""

conversations = typer.Typer(help="What visitors said.", no_args_is_help=True)


@conversations.callback()
def _conversations() -> None:
    """What visitors said."""


@conversations.command()
def prune(older_than: str = _OLDER_THAN, project: Path = PROJECT) -> None:
    """Delete what was said longer ago than this. The guide may be running."""
    from horgos.conversations.age import read_age
    from horgos.run.retention import delete_older

    with ending_well():
        try:
            age = read_age(older_than)
        except ValueError as fault:
            raise Failure(f"--older-than: {fault}.", ExitCode.WRONG_SETTING) from None
        print(f"Deleted: {delete_older(age, settings_of(project), os.environ)}.")


@conversations.command()
def delete(whose: str = _WHOSE, app: str = _APP, project: Path = PROJECT) -> None:
    """Delete everything one visitor said. The guide may be running."""
    from horgos.run.retention import delete_conversation

    with ending_well():
        settings = settings_of(project)
        sender = _sender(app, whose, settings.var) if app else whose
        deleted = delete_conversation(sender, settings, os.environ)
        if not deleted.events:
            raise Failure(f"There is no conversation {sender}.")
        print(f"Deleted: {deleted}.")


def _sender(app: str, account: str, var: Path) -> str:
    """The id under which an account's conversation is kept."""
    from horgos.channels.messaging.accounts import Accounts, account_key
    from horgos.channels.messaging.secrets import MissingSecret

    if app not in PREFIXES:
        raise Failure(f"--app {app}: use one of {', '.join(PREFIXES)}.", ExitCode.WRONG_SETTING)
    try:
        return Accounts(PREFIXES[app], account_key(os.environ, var)).sender(account)
    except MissingSecret as fault:
        raise Failure(f"{fault}.", ExitCode.WRONG_SETTING) from None
