"""``horgos channels check`` for one channel, in an environment of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from ruamel.yaml import YAML
from typer.testing import CliRunner

from horgos.cli import app

Check = Callable[..., tuple[int, str]]
"""Takes the API's address and the environment; gives exit code and output."""


def checking(
    key: str, variables: Iterable[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> Check:
    """The command for a channel, by its key in ``credentials.yml``; ``variables`` are its own."""

    def run(api: str, **environment: str) -> tuple[int, str]:
        file = folder / "credentials.yml"
        with file.open("w") as credentials:
            content = {"horgos.channels.rest.RestChannel": {}, key: {"api": api}}
            YAML(typ="safe").dump(content, credentials)
        monkeypatch.setenv("HORGOS_CREDENTIALS", str(file))
        for name in variables:
            monkeypatch.delenv(name, raising=False)
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        result = CliRunner().invoke(app, ["channels", "check"])
        return result.exit_code, result.output

    return run
