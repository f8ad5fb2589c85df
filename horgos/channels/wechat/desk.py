"""What WeChat is answered, and when: within its five seconds, or afterwards."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Sequence

from horgos.channels.messaging.accounts import Accounts
from horgos.channels.messaging.message import Message
from horgos.channels.messaging.queues import Queues
from horgos.channels.messaging.state import ChannelState
from horgos.channels.wechat.answering import Listing, Said
from horgos.channels.wechat.incoming import Incoming, Kind
from horgos.channels.wechat.pushing import MOST, Pusher
from horgos.channels.wechat.tries import TRIES, Tries, Work
from horgos.channels.wechat.writing import written

logger = logging.getLogger(__name__)

_HOLD = 8.0
"""Seconds an early try is held when nothing can be pushed; WeChat cuts it after five and asks
again."""
_PUSHES = 64
"""People who are sent something at the same time."""
_AFTER = 0.3
"""Seconds that the passive reply gets ahead of what continues it."""


class Desk:
    """Takes messages and gives passive replies."""

    def __init__(
        self,
        listing: Listing,
        accounts: Accounts,
        state: ChannelState,
        pusher: Pusher | None,
        wait: float,
    ) -> None:
        """Set who works.

        Args:
            listing: Makes the replies.
            accounts: Hides who wrote.
            state: Counts.
            pusher: Sends what is late; None when the account may not.
            wait: Seconds after which WeChat is answered in any case.
        """
        self._listing, self._accounts, self._state = listing, accounts, state
        self._pusher, self._wait = pusher, wait
        self._queues = Queues()
        # Of their own: while WeChat's API is down, pushes wait, and answers must not.
        self._pushes = Queues(at_once=_PUSHES)
        self._tries = Tries()

    async def reply(self, found: Incoming) -> str | None:
        """The text of the passive reply; None when WeChat is only told that all is well."""
        if found.kind is Kind.NOTHING:
            return None
        message = self._listing.message(self._accounts.sender(found.account), found)
        work = self._tries.of(f"{message.sender}:{message.identity}")
        if work.tries == 1:
            self._begin(work, message, found.account)
        else:
            self._state.duplicates += 1
        if found.kind is Kind.LEAVE or work.handed_over:
            return None
        said = await work.within(self._patience(work))
        if work.handed_over:
            # Another try of the same message was told so meanwhile: it is pushed.
            return None
        if said is not None:
            return self._passive(work, said, message, found.account)
        if self._pusher is None:
            return self._first(self._listing.wait(message))
        work.handed_over = True
        return None

    async def close(self, seconds: float) -> int:
        """Let the work end; the number of people cut off."""
        began = time.monotonic()
        cut_off = await self._queues.drain(seconds)
        left = max(0.0, seconds - (time.monotonic() - began))
        return cut_off + await self._pushes.drain(left)

    def _patience(self, work: Work) -> float:
        """Who cannot push keeps WeChat asking as often as it will."""
        is_held = self._pusher is None and work.tries < TRIES
        return _HOLD if is_held else self._wait

    def _begin(self, work: Work, message: Message, open_id: str) -> None:
        async def answer() -> None:
            said = await self._said(message)
            work.said.set_result(said)
            self._state.handled += 1
            if work.handed_over:
                late = written(said.texts, said.choices, MOST)
                self._push(message.sender, open_id, late, 0)

        if not self._queues.submit(message.sender, answer):
            work.said.set_result(self._listing.flood(message))

    async def _said(self, message: Message) -> Said:
        try:
            return await self._listing.answer(message)
        except Exception:
            logger.exception("A message of WeChat could not be answered")
            return self._listing.trouble(message)

    def _passive(self, work: Work, said: Said, message: Message, open_id: str) -> str | None:
        if self._pusher is None:
            return self._first(said)
        parts = written(said.texts, said.choices, 1 + MOST)
        if not work.continued:
            work.continued = True
            self._push(message.sender, open_id, parts[1:], _AFTER)
        return next(iter(parts), None)

    def _push(self, sender: str, open_id: str, texts: Sequence[str], after: float) -> None:
        pusher = self._pusher
        if pusher is None or not texts:
            return

        async def send() -> None:
            await asyncio.sleep(after)
            await pusher.push(open_id, texts)

        if not self._pushes.submit(sender, send):
            self._state.undelivered += len(texts)
            logger.warning("Too much waits to be pushed to one person: %d text(s) lost", len(texts))

    def _first(self, said: Said) -> str | None:
        return next(iter(written(said.texts, said.choices, 1)), None)
