"""What the person at the terminal sees while something takes its time."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

_SPINNER = "|/-\\"
_REMINDER = 30.0
"""Seconds between two lines where there is no terminal to overwrite."""


class Progress:
    """One line that counts seconds; call ``tick`` from the loop that waits."""

    def __init__(self, what: str, stream: TextIO) -> None:
        self._what = what
        self._stream = stream
        self._start = time.monotonic()
        self._next_reminder = _REMINDER
        self._turns = 0
        if not stream.isatty():
            self._write(f"{what} ...\n")

    @property
    def seconds(self) -> float:
        """Time gone by."""
        return time.monotonic() - self._start

    def tick(self) -> None:
        """Show that work goes on."""
        if self._stream.isatty():
            self._turns += 1
            turn = _SPINNER[self._turns % len(_SPINNER)]
            self._write(f"\r\x1b[K{turn} {self._what} ... {self.seconds:.0f} s")
        elif self.seconds >= self._next_reminder:
            self._write(f"{self._what} ... {self.seconds:.0f} s\n")
            self._next_reminder += _REMINDER

    def clear(self) -> None:
        """Make room for another line."""
        if self._stream.isatty():
            self._write("\r\x1b[K")

    def done(self, result: str) -> None:
        """Replace the line by what came of it."""
        self.clear()
        self._write(f"{result} ({self.seconds:.1f} s)\n")

    def _write(self, text: str) -> None:
        self._stream.write(text)
        self._stream.flush()


@contextmanager
def progress(what: str, stream: TextIO | None = None) -> Iterator[Progress]:
    """Show progress until the block ends; a failure leaves a clean line behind."""
    shown = Progress(what, stream or sys.stdout)
    try:
        yield shown
    except BaseException:
        shown.clear()
        raise
