"""What is done about updates, whichever way they come."""

from __future__ import annotations

import asyncio
import contextlib
from typing import Any

from horgos.channels.messaging.answering import Answering
from horgos.channels.messaging.intake import Intake
from horgos.channels.messaging.message import Kind, Message
from horgos.channels.messaging.outgoing import Outgoing
from horgos.channels.messaging.queues import Queues
from horgos.channels.messaging.state import ChannelState, Refusal
from horgos.channels.messaging.webhook import Refused
from horgos.channels.telegram.incoming import Incoming, Place, Reader
from horgos.channels.telegram.sending import Sender

_AT_ONCE = 64
"""Conversations worked on at the same time; most of them wait for Telegram."""


class Desk:
    """Takes updates."""

    def __init__(
        self, reader: Reader, answering: Answering, sender: Sender, state: ChannelState
    ) -> None:
        """Set who works.

        Args:
            reader: Reads updates.
            answering: Makes the replies.
            sender: Sends them.
            state: Counts.
        """
        self._reader, self._answering, self._sender = reader, answering, sender
        self._state = state
        self._intake = Intake(answering, state, queues=Queues(at_once=_AT_ONCE))

    def take(self, update: Any) -> None:
        """Take an update as it came from JSON; the work goes on behind.

        Raises:
            Refused: It is no update at all.
        """
        if not isinstance(update, dict) or type(update.get("update_id")) is not int:
            raise Refused(Refusal.MALFORMED)
        try:
            incoming = self._reader.read(update)
        except Exception:
            # Told that all is well, Telegram does not send it again and again.
            self._state.refused[Refusal.MALFORMED] += 1
            incoming = _only_the_button(update.get("callback_query"))
        if incoming is not None:
            self._take(incoming)

    async def close(self, seconds: float) -> int:
        """Let the work end; the number of conversations cut off."""
        left = await self._intake.close(seconds)
        await self._sender.close()
        return left

    def _take(self, incoming: Incoming) -> None:
        if incoming.callback is not None:
            self._sender.aside(self._sender.stop_spinning(incoming.callback))
        if incoming.message is not None and incoming.place is not None:
            recipient = _Recipient(self, incoming.message, incoming.place, incoming.pressed)
            self._intake.take(incoming.message, recipient)

    async def say(
        self, message: Message, place: Place, pressed: int | None, reply: Outgoing
    ) -> None:
        """Send a reply; a sentence follows where nobody knows whether it arrived."""
        if not await self._sender.send(message.sender, place, reply, pressed):
            await self._sender.send(message.sender, place, self._answering.trouble(message))

    def begin_typing(self, place: Place) -> asyncio.Task[None]:
        """Show that the guide is typing, unless it is quick."""
        return self._sender.aside(self._sender.type(place))


def _only_the_button(query: Any) -> Incoming | None:
    """A pressed button stops spinning even where nothing else of the update can be read."""
    identity = query.get("id") if isinstance(query, dict) else None
    return Incoming(None, None, identity) if isinstance(identity, str) else None


class _Recipient:
    """Where the reply to one message goes."""

    def __init__(self, desk: Desk, message: Message, place: Place, pressed: int | None) -> None:
        self._desk, self._message, self._place, self._pressed = desk, message, place, pressed
        self._typing: asyncio.Task[None] | None = None

    async def expect(self) -> None:
        """The reply is being worked on."""
        if self._message.kind is not Kind.LEAVE:
            self._typing = self._desk.begin_typing(self._place)

    async def deliver(self, reply: Outgoing) -> None:
        """Bring the reply."""
        if self._typing is not None:
            self._typing.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._typing
        await self._desk.say(self._message, self._place, self._pressed, reply)
