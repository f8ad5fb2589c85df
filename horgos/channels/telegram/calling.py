"""Calls to Telegram: waits when asked to, tries again when nothing can have happened yet."""

from __future__ import annotations

import asyncio
import os
import re
from collections.abc import Awaitable, Callable
from typing import TypeVar

import httpx
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from horgos.channels.messaging.faults import NOT_SENT
from horgos.channels.messaging.state import ChannelState

# The library's spans of time are timedelta, as they will be everywhere in its next version.
os.environ.setdefault("PTB_TIMEDELTA", "true")

T = TypeVar("T")
Call = Callable[[], Awaitable[T]]

PATIENCE = 300.0
"""Seconds after which a call is given up; a person has gone by then."""
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0
"""Seconds between tries, doubled each time."""
_NUMBERS = re.compile(r"\d{4,}")
PERMANENT = (BadRequest, ChatMigrated, Forbidden, InvalidToken, Conflict)


class Uncertain(Exception):
    """The connection broke after the call was sent: it may have been obeyed or not."""


class Unreachable(Exception):
    """Telegram could not be reached for as long as it was worth trying."""


class Caller:
    """Makes calls and keeps the channel's state."""

    def __init__(self, state: ChannelState, patience: float = PATIENCE) -> None:
        """Set where trouble is told, and the seconds for each call."""
        self._state, self._patience = state, patience

    async def repeat(self, call: Call[T]) -> T:
        """A call that may be made twice: nothing but its last time counts.

        Raises:
            TelegramError: Telegram refuses it.
            Unreachable: It was given up.
        """
        return await self._call(call, _is_harmless)

    async def once(self, call: Call[T]) -> T:
        """A call that must not be obeyed twice.

        Raises:
            TelegramError: Telegram refuses it.
            Uncertain: Nobody knows whether it was obeyed.
            Unreachable: It was given up, and was not obeyed.
        """
        return await self._call(call, _may_be_obeyed)

    async def _call(self, call: Call[T], is_last: Callable[[NetworkError], bool]) -> T:
        """Call until there is an answer, or a fault after which it must not be made again."""
        loop = asyncio.get_running_loop()
        end, pause = loop.time() + self._patience, FIRST_PAUSE
        while True:
            try:
                result = await call()
            except PERMANENT as fault:
                self._note(fault)
                raise
            except RetryAfter as fault:
                wait = _seconds(fault)
            except NetworkError as fault:
                if is_last(fault):
                    raise Uncertain from fault
                self._state.degrade(f"Telegram cannot be reached ({described(fault)})")
                wait, pause = pause, min(pause * 2, LONGEST_PAUSE)
            else:
                self._state.run()
                return result
            if loop.time() + wait > end:
                raise Unreachable
            await asyncio.sleep(wait)

    def _note(self, fault: TelegramError) -> None:
        """Telegram can be reached; perhaps it does not know the bot."""
        if isinstance(fault, InvalidToken):
            self._state.degrade(
                "Telegram does not accept TELEGRAM_TOKEN; get a new one from BotFather (/token)"
            )
        elif not isinstance(fault, Conflict):
            self._state.run()


def described(fault: BaseException) -> str:
    """A fault for the log, without anybody's number."""
    return f"{type(fault).__name__}: {_NUMBERS.sub('…', str(fault))}"


def _seconds(fault: RetryAfter) -> float:
    given = fault.retry_after
    return float(given) if isinstance(given, int) else given.total_seconds()


def _is_harmless(_: NetworkError) -> bool:
    """Whatever became of the call, it may be made again: never its last fault."""
    return False


def _may_be_obeyed(fault: NetworkError) -> bool:
    """Whether the request was under way; an error that Telegram itself answered is none."""
    cause = fault.__cause__
    if isinstance(cause, NOT_SENT):
        return False
    return isinstance(fault, TimedOut) or isinstance(cause, httpx.HTTPError)
