"""Two processes that live and die together."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TextIO

from horgos.run.child import Child, Command, running
from horgos.run.failure import ExitCode, Failure
from horgos.run.log_lines import LogTail, start_log
from horgos.run.stop import StopFlag

_PAUSE = 0.2


class Supervisor:
    """Watches running children and tells the terminal what they complain about."""

    def __init__(self, children: Sequence[Child], tails: Sequence[LogTail], stream: TextIO) -> None:
        self._watched = list(zip(children, tails, strict=True))
        self._stream = stream

    def look(self) -> None:
        """Look once: show new warnings and errors.

        Raises:
            Failure: A child has ended by itself.
        """
        for child, tail in self._watched:
            for told in tail.complaints():
                print(f"{child.command.name}: {told}", file=self._stream, flush=True)
        for child, tail in self._watched:
            if child.exit_code is not None:
                raise _died(child, tail)

    def watch(self, stop: StopFlag) -> None:
        """Look until something ends.

        Raises:
            Failure: A child has ended by itself.
            Stopped: Somebody asked for an end.
        """
        while True:
            stop.check()
            self.look()
            time.sleep(_PAUSE)


@contextmanager
def supervised(
    commands: Sequence[Command], stop: StopFlag, stream: TextIO | None = None
) -> Iterator[Supervisor]:
    """Start commands; after the block none of them is left.

    Raises:
        Failure: A program cannot be started, or one has ended by itself.
    """
    for command in commands:
        start_log(command.log)
    tails = [LogTail(command.log) for command in commands]
    with running(commands, stop) as children:
        yield Supervisor(children, tails, stream or sys.stderr)


def _died(child: Child, tail: LogTail) -> Failure:
    code = child.exit_code or 0
    name, log = child.command.name, child.command.log
    if code < 0:
        sentence = f"{name} ended by itself (signal {-code}), see {log}"
        return Failure(sentence, ExitCode.PROCESS_DIED)
    words = "".join(f"\n  {line}" for line in tail.last_words(1))
    sentence = f"{name} ended by itself (exit code {code}), see {log}{words}"
    return Failure(sentence, ExitCode.PROCESS_DIED)
