"""Brings replies to WhatsApp: each part once, whatever happens on the way."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import uuid
from collections.abc import Coroutine, Mapping
from typing import Any

import httpx

from horgos.channels.messaging.outgoing import Outgoing
from horgos.channels.messaging.state import ChannelState
from horgos.channels.messaging.words import Words
from horgos.channels.whatsapp.api import Api, GraphError
from horgos.channels.whatsapp.calling import CLOSED_WINDOW, NOT_TAKEN, Caller, Unreachable
from horgos.channels.whatsapp.incoming import Place
from horgos.channels.whatsapp.receipts import Receipts
from horgos.channels.whatsapp.writing import Part, plain, written

logger = logging.getLogger(__name__)

_PRODUCT = {"messaging_product": "whatsapp"}
_TYPING_FIRST = 2.0
"""Seconds that a reply waits for "typing" to be shown: it would be shown after it otherwise."""


class Sender:
    """Sends from one business number."""

    def __init__(
        self,
        api: Api,
        caller: Caller,
        receipts: Receipts,
        phone_id: str,
        words: Words,
        state: ChannelState,
    ) -> None:
        """Set the way to Meta and what stands on buttons."""
        self._api, self._caller, self._receipts = api, caller, receipts
        self._path, self._words, self._state = f"/{phone_id}/messages", words, state
        self._aside: set[asyncio.Task[None]] = set()

    def begin(self, place: Place) -> asyncio.Task[None]:
        """Mark a message as read and show that the guide is typing; nothing waits for it."""
        return self._set_aside(self._type(place))

    async def send(self, place: Place, reply: Outgoing, typing: asyncio.Task[None] | None) -> None:
        """Send a reply; what cannot be brought is counted."""
        if typing is not None:
            await asyncio.wait({typing}, timeout=_TYPING_FIRST)
        try:
            for part in written(reply, self._words):
                await self._send(place, part)
        except GraphError as fault:
            self._state.undelivered += 1
            if fault.code == CLOSED_WINDOW:
                logger.info("A reply came more than 24 hours after the question")
            else:
                logger.error("A message could not be sent: %s", fault)
        except Unreachable:
            self._state.undelivered += 1
            logger.error("A message could not be sent: Meta could not be reached")

    async def close(self) -> None:
        """Leave off what nothing waits for."""
        for task in self._aside:
            task.cancel()
        await asyncio.gather(*self._aside, return_exceptions=True)

    async def _send(self, place: Place, part: Part) -> None:
        """One part; without its buttons when Meta takes it no other way."""
        try:
            await self._send_as_is(place, part.content)
        except GraphError as fault:
            if not (part.has_buttons and fault.code in NOT_TAKEN):
                raise
            logger.warning("A message is sent without its buttons: %s", fault)
            if part.text:
                await self._send_as_is(place, plain(part.text).content)

    async def _send_as_is(self, place: Place, content: Mapping[str, Any]) -> None:
        marker = uuid.uuid4().hex
        message = {
            **_PRODUCT,
            **_addressed(place),
            **content,
            "biz_opaque_callback_data": marker,
        }
        with self._receipts.expecting(marker):
            await self._caller.once(
                lambda: self._api.post(self._path, message), lambda: self._receipts.came(marker)
            )

    async def _type(self, place: Place) -> None:
        read = {"status": "read", "message_id": place.message, "typing_indicator": {"type": "text"}}
        with contextlib.suppress(GraphError, httpx.HTTPError):
            await self._api.post(self._path, {**_PRODUCT, **read})

    def _set_aside(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.get_running_loop().create_task(work)
        self._aside.add(task)
        task.add_done_callback(self._aside.discard)
        return task


def _addressed(place: Place) -> dict[str, str]:
    """To whom; people without a number are known by their id for this business alone."""
    if place.group:
        return {"recipient_type": "group", "to": place.group}
    if place.number:
        return {"recipient_type": "individual", "to": place.number}
    return {"recipient_type": "individual", "recipient": place.user}
