"""``horgos ask``: one question to the running guide."""

from __future__ import annotations

import uuid
from pathlib import Path

import typer

from horgos.cli.common import PROJECT, ending_well, settings_of

_QUESTION = typer.Argument(..., help="What a visitor would write.")
_SENDER = typer.Option("", help="Id of the conversation; a new one if not given.")
_LANGUAGE = typer.Option("", help="Language code as in languages.yml.")
_SCRIPT = typer.Option("", help="Script code as in languages.yml.")
_CITIZENSHIP = typer.Option("", help="Country code such as CN or KZ.")


def ask(
    question: str = _QUESTION,
    sender: str = _SENDER,
    language: str = _LANGUAGE,
    script: str = _SCRIPT,
    citizenship: str = _CITIZENSHIP,
    project: Path = PROJECT,
) -> None:
    """Ask the running guide once and print its reply."""
    from horgos.cli.rest import RestClient
    from horgos.cli.transcript import lines_of

    claims = {"language": language, "script": script, "citizenship": citizenship}
    with ending_well():
        client = RestClient(
            settings_of(project).url,
            sender or f"ask-{uuid.uuid4().hex}",
            {name: value for name, value in claims.items() if value},
        )
        for line in lines_of(client.say(question)):
            print(line)
