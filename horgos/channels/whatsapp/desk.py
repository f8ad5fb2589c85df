"""What is done about what Meta brings."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from horgos.channels.messaging.answering import Answering
from horgos.channels.messaging.intake import Intake
from horgos.channels.messaging.outgoing import Outgoing
from horgos.channels.messaging.queues import Queues
from horgos.channels.messaging.seen import Seen
from horgos.channels.messaging.state import ChannelState, Refusal
from horgos.channels.messaging.webhook import Refused
from horgos.channels.whatsapp.bodies import Status
from horgos.channels.whatsapp.incoming import Incoming, NotForUs, Place, Reader
from horgos.channels.whatsapp.receipts import Receipts
from horgos.channels.whatsapp.sending import Sender

logger = logging.getLogger(__name__)

WINDOW = 24 * 3600.0
"""Seconds in which a message may be answered; ids are remembered as long, so that none that was
seen can be brought again, by Meta or by whoever has overheard it."""
_AT_ONCE = 64
"""Conversations worked on at the same time; most of them wait for Meta."""


class Desk:
    """Takes bodies of the webhook."""

    def __init__(
        self,
        reader: Reader,
        answering: Answering,
        sender: Sender,
        receipts: Receipts,
        state: ChannelState,
        now: Callable[[], float] = time.time,
    ) -> None:
        """Set who works.

        Args:
            reader: Reads bodies.
            answering: Makes the replies.
            sender: Sends them.
            receipts: Wait for statuses.
            state: Counts.
            now: Seconds since 1970.
        """
        self._reader, self._sender, self._receipts = reader, sender, receipts
        self._state, self._now = state, now
        self._seen_failures, self._seen_groups = Seen(seconds=WINDOW), Seen(seconds=WINDOW)
        self._intake = Intake(
            answering, state, queues=Queues(at_once=_AT_ONCE), seen=Seen(seconds=WINDOW)
        )

    def take(self, body: Any) -> None:
        """Take a body as it came from JSON; the work goes on behind.

        Raises:
            Refused: It is no webhook of WhatsApp.
        """
        try:
            batch = self._reader.read(body)
        except NotForUs:
            raise Refused(Refusal.MALFORMED) from None
        self._state.refused[Refusal.MALFORMED] += batch.unreadable
        for code in batch.errors:
            logger.warning("Meta tells of an error: %d", code)
        for status in batch.statuses:
            self._note(status)
        for incoming in batch.messages:
            self._take(incoming)

    async def close(self, seconds: float) -> int:
        """Let the work end; the number of conversations cut off."""
        left = await self._intake.close(seconds)
        await self._sender.close()
        return left

    def _note(self, status: Status) -> None:
        self._receipts.note(status.marker)
        if status.state == "failed" and self._is_new(status):
            self._state.undelivered += 1
            logger.warning("Meta could not bring a message: error %d", status.code)

    def _is_new(self, status: Status) -> bool:
        return self._seen_failures.is_new(status.id)

    def _take(self, incoming: Incoming) -> None:
        message, place = incoming.message, incoming.place
        if self._now() - incoming.sent > WINDOW:
            self._state.refused[Refusal.REPLAYED] += 1
        elif not place.group:
            self._intake.take(message, _Person(self._sender, place))
        elif self._seen_groups.is_new(message.sender):
            # People talk among themselves there: once a day they are told, and not each time.
            self._intake.take(message, _Group(self._sender, place))


class _Person:
    """Where the reply to one message goes."""

    def __init__(self, sender: Sender, place: Place) -> None:
        self._sender, self._place = sender, place
        self._typing: asyncio.Task[None] | None = None

    async def expect(self) -> None:
        """The reply is being worked on."""
        self._typing = self._sender.begin(self._place)

    async def deliver(self, reply: Outgoing) -> None:
        """Bring the reply."""
        await self._sender.send(self._place, reply, self._typing)


class _Group:
    """A group that was written in: Meta shows no typing there and takes no buttons."""

    def __init__(self, sender: Sender, place: Place) -> None:
        self._sender, self._place = sender, place

    async def expect(self) -> None:
        """Nothing is shown."""

    async def deliver(self, reply: Outgoing) -> None:
        """Bring the reply."""
        await self._sender.send(self._place, replace(reply, buttons=()), None)
