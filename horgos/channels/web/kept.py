"""What is remembered of sessions: bounded, and forgotten when a session is over."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

Value = TypeVar("Value")

MOST_SESSIONS = 20_000


class Kept(Generic[Value]):
    """A value for each session, made when first asked for.

    Forgets a session that was not used for ``lifetime`` seconds, and the one unused longest
    when there are more than ``most``.
    """

    def __init__(
        self,
        make: Callable[[], Value],
        lifetime: float,
        most: int = MOST_SESSIONS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._make = make
        self._lifetime = lifetime
        self._most = most
        self._clock = clock
        self._kept: OrderedDict[str, tuple[float, Value]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._kept)

    def of(self, session: str) -> Value:
        """The session's value."""
        now = self._clock()
        self._forget_before(now - self._lifetime)
        value = self._kept.pop(session)[1] if session in self._kept else self._make()
        self._kept[session] = (now, value)
        if len(self._kept) > self._most:
            self._kept.popitem(last=False)
        return value

    def _forget_before(self, moment: float) -> None:
        # The order is that of the last use, so the oldest stands first.
        while self._kept and next(iter(self._kept.values()))[0] < moment:
            self._kept.popitem(last=False)
