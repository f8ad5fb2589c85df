"""A process of our own that never outlives us."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from horgos.run.failure import Failure
from horgos.run.stop import StopFlag

_PR_SET_PDEATHSIG = 1
_PATIENCE = 20.0
"""Seconds between the request to end and the kill, for all together: what messaging apps wait for
(``horgos.channels.messaging.channel``) and what Sanic needs have room in it."""
_PAUSE = 0.05


@dataclass(frozen=True)
class Command:
    """What to run.

    Attributes:
        name: For messages, such as "the guide".
        arguments: Program and arguments.
        environment: The whole environment.
        folder: Working directory.
        log: File its output is appended to; folder and file are made.
    """

    name: str
    arguments: Sequence[str]
    environment: Mapping[str, str]
    folder: Path
    log: Path


class Child:
    """A running command, the leader of a process group of its own.

    The group keeps a terminal's Ctrl-C away from it: the launcher alone says when it ends.
    Must be started from the main thread, since Linux ties the death signal to the thread.
    """

    def __init__(self, command: Command) -> None:
        self.command = command
        command.log.parent.mkdir(parents=True, exist_ok=True)
        with command.log.open("ab") as log:
            self._process = subprocess.Popen(
                list(command.arguments),
                env=dict(command.environment),
                cwd=command.folder,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                preexec_fn=_end_with_parent(),
            )

    @property
    def exit_code(self) -> int | None:
        """None while it runs; negative for a signal, as in ``subprocess``."""
        return self._process.poll()

    def ask_to_end(self) -> None:
        """SIGTERM to the process and all it started."""
        self._signal(signal.SIGTERM)

    def end_now(self) -> None:
        """SIGKILL to whatever is left of the process and all it started."""
        self._signal(signal.SIGKILL)
        self._process.wait()

    def _signal(self, number: signal.Signals) -> None:
        # PermissionError is macOS's word for a group of which only a zombie is left.
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, number)


@contextmanager
def running(commands: Iterable[Command], stop: StopFlag) -> Iterator[list[Child]]:
    """Start commands in order; when the block ends, however it ends, none of them is left.

    Raises:
        Failure: A program cannot be started; those before it are ended.
    """
    children: list[Child] = []
    try:
        for command in commands:
            children.append(_start(command))
        yield children
    finally:
        _end(children, stop)


def _start(command: Command) -> Child:
    try:
        return Child(command)
    except OSError as fault:
        raise Failure(f"{command.name} cannot be started: {fault}") from None


def _end(children: Sequence[Child], stop: StopFlag) -> None:
    """Ask the last one started first, since it needs those before it to finish its work.

    What is left in the end is killed; somebody who asks twice does not want to wait.
    """
    deadline = time.monotonic() + _PATIENCE
    for child in reversed(children):
        child.ask_to_end()
        while child.exit_code is None and time.monotonic() < deadline and stop.times_asked <= 1:
            time.sleep(_PAUSE)
    for child in children:
        child.end_now()


def _end_with_parent() -> Callable[[], None] | None:
    """For Linux: the kernel ends the child should the launcher be killed outright.

    SIGTERM and not SIGKILL, so that a guide with several workers takes them along.
    """
    if not sys.platform.startswith("linux"):
        return None
    libc = ctypes.CDLL(None)
    parent = os.getpid()

    def between_fork_and_exec() -> None:
        libc.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != parent:
            os._exit(1)

    return between_fork_and_exec
