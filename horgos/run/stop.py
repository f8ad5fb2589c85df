"""The wish to end, as a flag that the launcher's loops look at."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType

from horgos.run.failure import Stopped

_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@dataclass
class StopFlag:
    """Set by Ctrl-C, SIGTERM or a closed terminal; never unset."""

    times_asked: int = 0

    def check(self) -> None:
        """Go on, or raise ``Stopped``."""
        if self.times_asked:
            raise Stopped


@contextmanager
def stop_on_signals() -> Iterator[StopFlag]:
    """Let signals set a flag instead of raising wherever the program happens to be.

    A child is then never lost between its start and the moment somebody knows of it.
    """
    flag = StopFlag()

    def ask(_number: int, _frame: FrameType | None) -> None:
        flag.times_asked += 1

    before = {number: signal.signal(number, ask) for number in _SIGNALS}
    try:
        yield flag
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
