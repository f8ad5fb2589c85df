"""WeChat asks up to three times for the same reply, five seconds each: one work behind them."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

from horgos.channels.wechat.answering import Said

TRIES = 3
"""How often WeChat asks, the first time included."""


@dataclass
class Work:
    """The reply to one message, known or not yet.

    Attributes:
        since: When it was begun, in seconds of the clock.
        said: The reply.
        tries: How often WeChat has asked for it.
        handed_over: WeChat was told not to wait: the reply is to be pushed.
        continued: What did not fit into the passive reply is on its way.
    """

    since: float
    said: asyncio.Future[Said] = field(
        default_factory=lambda: asyncio.get_running_loop().create_future()
    )
    tries: int = 0
    handed_over: bool = False
    continued: bool = False

    async def within(self, seconds: float) -> Said | None:
        """The reply, if it is known within so many seconds; the work goes on if not."""
        await asyncio.wait({self.said}, timeout=seconds)
        return self.said.result() if self.said.done() else None


class Tries:
    """The works of recent messages by the messages' identities."""

    def __init__(
        self,
        keep: int = 20_000,
        seconds: float = 900,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Set the bounds.

        Args:
            keep: Works at most.
            seconds: Age at which one is forgotten.
            clock: Seconds, ever rising.
        """
        self._keep, self._seconds, self._clock = keep, seconds, clock
        self._works: OrderedDict[str, Work] = OrderedDict()

    def of(self, identity: str) -> Work:
        """The work for a message, with this try counted."""
        now = self._clock()
        self._forget(now)
        work = self._works.get(identity)
        if work is None:
            work = self._works[identity] = Work(now)
        work.tries += 1
        return work

    def _forget(self, now: float) -> None:
        while self._works:
            oldest = next(iter(self._works.values()))
            if len(self._works) < self._keep and now - oldest.since < self._seconds:
                return
            self._works.popitem(last=False)
