"""From a message that came in to a reply that went out: once each, in order, never in silence."""

from __future__ import annotations

import logging
import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Protocol

from horgos.channels.messaging.answering import Answering
from horgos.channels.messaging.message import Message
from horgos.channels.messaging.outgoing import Outgoing
from horgos.channels.messaging.queues import Queues
from horgos.channels.messaging.seen import Seen
from horgos.channels.messaging.state import ChannelState

logger = logging.getLogger(__name__)

_WARN_AGAIN = 60.0
"""Seconds of a flood after which its sentence is said again."""
_PEOPLE = 10_000


class Recipient(Protocol):
    """Where the reply to a message goes; each app has its own, and the account stays in it."""

    async def expect(self) -> None:
        """The reply is being worked on: "typing"."""

    async def deliver(self, reply: Outgoing) -> None:
        """Bring the reply.

        Trouble on the way is the recipient's own to mend; what it raises is logged.
        """


class Intake:
    """Takes messages, has them answered and the replies delivered.

    A webhook calls ``take`` and answers its platform at once; the work goes on behind it.
    """

    def __init__(
        self,
        answering: Answering,
        state: ChannelState,
        *,
        queues: Queues | None = None,
        seen: Seen | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Set who works.

        Args:
            answering: Makes the replies.
            state: Counts what is handled.
            queues: Keep the order of each person.
            seen: Tells duplicates.
            clock: Seconds, ever rising.
        """
        self._answering, self._state = answering, state
        self._queues, self._seen = queues or Queues(), seen or Seen()
        self._clock = clock
        self._warned: OrderedDict[str, float] = OrderedDict()

    def take(self, message: Message, recipient: Recipient) -> None:
        """Queue a message, unless it came before; returns at once."""
        identity = f"{message.sender}:{message.identity}"
        if not self._seen.is_new(identity):
            self._state.duplicates += 1
            return

        async def work() -> None:
            await recipient.expect()
            reply = await self._reply(message)
            self._state.handled += 1
            if reply.texts:
                await recipient.deliver(reply)

        if not self._queues.submit(message.sender, work):
            self._warn(message, recipient)

    async def close(self, seconds: float) -> int:
        """Let the work end; the number of conversations cut off when time is up."""
        return await self._queues.drain(seconds)

    async def _reply(self, message: Message) -> Outgoing:
        try:
            return await self._answering.answer(message)
        except Exception:
            logger.exception("A message of a messaging app could not be answered")
            return self._answering.trouble(message)

    def _warn(self, message: Message, recipient: Recipient) -> None:
        """One sentence for a flood, beside the queue that is full."""
        now = self._clock()
        if now - self._warned.get(message.sender, -_WARN_AGAIN) < _WARN_AGAIN:
            return
        self._warned[message.sender] = now
        self._warned.move_to_end(message.sender)
        while len(self._warned) > _PEOPLE:
            self._warned.popitem(last=False)

        async def warn() -> None:
            await recipient.deliver(self._answering.flood(message))

        self._queues.submit(f"flood:{message.sender}", warn)
