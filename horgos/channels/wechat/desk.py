"""What WeChat is answered, and when: within its five seconds, or afterwards."""

from __future__ import annotations

import asyncio
import logging

from horgos.channels.messaging.accounts import Accounts
from horgos.channels.messaging.queues import Queues
from horgos.channels.messaging.state import ChannelState
from horgos.channels.wechat.answering import Answering, Said
from horgos.channels.wechat.incoming import Incoming, Kind
from horgos.channels.wechat.pushing import MOST, Pusher
from horgos.channels.wechat.tries import TRIES, Tries, Work
from horgos.channels.wechat.writing import written

logger = logging.getLogger(__name__)

_HOLD = 8.0
"""Seconds an early try is held when nothing can be pushed; WeChat cuts it after five and asks
again."""
_AFTER = 0.3
"""Seconds that the passive reply gets ahead of what continues it."""


class Desk:
    """Takes messages and gives passive replies."""

    def __init__(
        self,
        answering: Answering,
        accounts: Accounts,
        state: ChannelState,
        pusher: Pusher | None,
        wait: float,
    ) -> None:
        """Set who works.

        Args:
            answering: Makes the replies.
            accounts: Hides who wrote.
            state: Counts.
            pusher: Sends what is late; None when the account may not.
            wait: Seconds after which WeChat is answered in any case.
        """
        self._answering, self._accounts, self._state = answering, accounts, state
        self._pusher, self._wait = pusher, wait
        self._queues = Queues()
        self._tries = Tries()

    async def reply(self, message: Incoming) -> str | None:
        """The text of the passive reply; None when WeChat is only told that all is well."""
        if message.kind is Kind.NOTHING:
            return None
        sender = self._accounts.sender(message.account)
        work = self._tries.of(f"{sender}:{message.identity}")
        if work.tries == 1:
            self._begin(work, sender, message)
        elif work.said.done():
            self._state.duplicates += 1
        if message.kind is Kind.LEAVE or work.handed_over:
            return None
        said = await work.within(self._patience(work))
        if said is not None:
            return self._passive(work, said, sender, message)
        if self._pusher is None:
            return self._first(self._answering.wait(sender, message))
        work.handed_over = True
        return None

    async def close(self, seconds: float) -> int:
        """Let the work end; the number of people cut off."""
        return await self._queues.drain(seconds)

    def _patience(self, work: Work) -> float:
        """Who cannot push keeps WeChat asking as often as it will."""
        is_held = self._pusher is None and work.tries < TRIES
        return _HOLD if is_held else self._wait

    def _begin(self, work: Work, sender: str, message: Incoming) -> None:
        async def answer() -> None:
            try:
                said = await self._answering.answer(sender, message)
            except Exception:
                logger.exception("A message of WeChat could not be answered")
                said = self._answering.wait(sender, message)
            work.said.set_result(said)
            self._state.handled += 1
            if work.handed_over and self._pusher is not None:
                late = written(said.texts, said.choices, MOST)
                await self._pusher.push(message.account, late)

        if not self._queues.submit(sender, answer):
            work.said.set_result(self._answering.wait(sender, message))

    def _passive(self, work: Work, said: Said, sender: str, message: Incoming) -> str | None:
        pusher = self._pusher
        if pusher is None:
            return self._first(said)
        first, *rest = written(said.texts, said.choices, 1 + MOST) or (None,)
        if rest and not work.continued:
            work.continued = True
            texts = [text for text in rest if text]

            async def go_on() -> None:
                await asyncio.sleep(_AFTER)
                await pusher.push(message.account, texts)

            self._queues.submit(sender, go_on)
        return first

    def _first(self, said: Said) -> str | None:
        return next(iter(written(said.texts, said.choices, 1)), None)
