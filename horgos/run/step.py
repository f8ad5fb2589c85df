"""A step of the preparation: one command that has to end well before things go on."""

from __future__ import annotations

import time
from pathlib import Path

from horgos.run.child import Command, running
from horgos.run.failure import Failure
from horgos.run.log_lines import LogTail, start_log
from horgos.run.progress import Progress
from horgos.run.stop import StopFlag

_PAUSE = 0.2
_LAST_WORDS = 6


def run_step(command: Command, result: Path, shown: Progress, stop: StopFlag) -> None:
    """Run a command to its end.

    Args:
        command: What to run.
        result: A file or folder that is there once it has done its work.
        shown: Ticks while it runs.
        stop: Ends it.

    Raises:
        Failure: It failed; the sentence holds its last words and names its log.
        Stopped: Somebody asked for an end; nothing of it runs any more.
    """
    start_log(command.log)
    tail = LogTail(command.log)
    with running([command], stop) as [child]:
        while child.exit_code is None:
            stop.check()
            shown.tick()
            time.sleep(_PAUSE)
        if child.exit_code != 0 or not result.exists():
            raise _failed(command, child.exit_code, tail)


def _failed(command: Command, exit_code: int, tail: LogTail) -> Failure:
    name = command.name[0].upper() + command.name[1:]
    words = "\n".join(f"  {line}" for line in tail.last_words(_LAST_WORDS))
    return Failure(f"{name} failed (exit code {exit_code}), see {command.log}\n{words}".rstrip())
