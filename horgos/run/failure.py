"""What ends a command: one sentence that says what to do, and an exit code."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """Exit codes of the ``horgos`` command."""

    STOPPED_AS_ASKED = 0
    """Ctrl-C or SIGTERM; everything it started has ended."""
    FAILED = 1
    """It could not start: a taken port, a broken file, a failed training ..."""
    WRONG_SETTING = 2
    """A setting or an argument has a value that cannot be used."""
    PROCESS_DIED = 3
    """The guide or the action server ended by itself; the other one has been stopped."""


class Failure(Exception):
    """Ends a command; its text is one line for the person at the terminal.

    Attributes:
        exit_code: What the command exits with.
    """

    def __init__(self, sentence: str, exit_code: ExitCode = ExitCode.FAILED) -> None:
        super().__init__(sentence)
        self.exit_code = exit_code


class Stopped(Exception):
    """Somebody asked for an end (Ctrl-C, SIGTERM) before the work was done."""
