"""A trained system with its processes: started, asked, ended."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from benchmarks.asking import NOT_OURS, ask
from benchmarks.parsing import Parse, parse
from benchmarks.plan import Start
from horgos.run.child import Child, Command, running
from horgos.run.stop import StopFlag

_PATIENCE = 60.0


@dataclass(frozen=True)
class System:
    """What can be started.

    Attributes:
        name: Column of the tables.
        url: Where it will listen.
        commands: Its processes, in the order of their start.
        model: The model file.
        training_seconds: How long its training took.
        model_bytes: Size of the files it answers with: model, encoder.
        button: Payload of a button that asks about a ``{topic}``.
    """

    name: str
    url: str
    commands: tuple[Command, ...]
    model: Path
    training_seconds: float
    model_bytes: int
    button: str

    @property
    def folder(self) -> Path:
        """The project it runs in."""
        return self.commands[0].folder

    def parses(self, texts: Sequence[str]) -> tuple[Parse, ...]:
        """What its model understands, without its servers."""
        return parse(self.model, self.folder, texts)


@dataclass(frozen=True)
class Served:
    """A system that runs.

    Attributes:
        system: Which.
        client: An HTTP client with its address.
        start_seconds: From the start of its processes to its first sensible reply.
    """

    system: System
    client: httpx.Client
    start_seconds: float


class NotStarted(Exception):
    """A system did not come up; the text names its logs."""


@contextmanager
def serving(system: System, start: Start) -> Iterator[Served]:
    """Run a system's processes until the block ends.

    Raises:
        NotStarted: It gave no sensible reply in time, or a process has ended.
    """
    started = time.perf_counter()
    with (
        running(system.commands, StopFlag()) as children,
        httpx.Client(base_url=system.url, timeout=_PATIENCE, trust_env=False) as client,
    ):
        while not _answers(client, start.message):
            seconds = time.perf_counter() - started
            if seconds > start.within_seconds or _any_ended(children):
                raise NotStarted(
                    f"{system.name} is not ready after {seconds:.0f} s, see {_logs(system)}"
                )
            time.sleep(start.look_every_seconds)
        yield Served(system, client, time.perf_counter() - started)


def _answers(client: httpx.Client, message: str) -> bool:
    try:
        return ask(client, message, "start").topics != {NOT_OURS}
    except (httpx.HTTPError, ValueError):
        return False


def _any_ended(children: Sequence[Child]) -> bool:
    return any(child.exit_code is not None for child in children)


def _logs(system: System) -> str:
    return ", ".join(str(command.log) for command in system.commands)
