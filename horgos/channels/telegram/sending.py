"""Brings replies to Telegram's chats: each part once, whatever happens on the way."""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Callable, Coroutine
from dataclasses import replace
from typing import Any

import telegram
from telegram import LinkPreviewOptions, ReplyParameters
from telegram.constants import ChatAction
from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError

from horgos.channels.messaging.outgoing import Outgoing
from horgos.channels.messaging.state import ChannelState
from horgos.channels.telegram.calling import Caller, Uncertain, Unreachable, described
from horgos.channels.telegram.incoming import Place
from horgos.channels.telegram.writing import Part, written

logger = logging.getLogger(__name__)

TYPING_AFTER = 1.0
"""Seconds of work after which a person sees that the guide is typing."""
_PEOPLE = 20_000
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


class Sender:
    """Sends for one bot.

    Remembers, for recent conversations, which message still shows buttons.
    """

    def __init__(self, bot: telegram.Bot, caller: Caller, state: ChannelState) -> None:
        """Set the bot, how its calls are made, and what counts the replies it does not take."""
        self._bot, self._caller, self._state = bot, caller, state
        self._with_buttons: OrderedDict[str, tuple[int, int]] = OrderedDict()
        self._aside: set[asyncio.Task[None]] = set()

    def aside(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        """Do something that nothing waits for."""
        task = asyncio.get_running_loop().create_task(work)
        self._aside.add(task)
        task.add_done_callback(self._aside.discard)
        return task

    async def stop_spinning(self, callback: str) -> None:
        """Answer the query of a pressed button; too late is no trouble."""
        await self._quietly(lambda: self._bot.answer_callback_query(callback))

    async def type(self, place: Place) -> None:
        """Show, after a while, that the guide is typing."""
        await asyncio.sleep(TYPING_AFTER)
        try:
            await self._bot.send_chat_action(
                place.chat, ChatAction.TYPING, message_thread_id=place.thread
            )
        except TelegramError as fault:
            logger.debug("Nobody saw the guide typing: %s", described(fault))

    async def send(
        self, sender: str, place: Place, reply: Outgoing, pressed: int | None = None
    ) -> bool:
        """Send a reply; False when it is uncertain that any of it has arrived.

        The buttons of the conversation's last reply go when new ones have come, those of the
        message whose button was pressed in any case.
        """
        arrived, stale = False, {(place.chat, pressed)} if pressed is not None else set()
        for part in written(reply):
            try:
                sent, place = await self._send(place, part)
            except Uncertain:
                logger.warning("The connection broke while a message was sent; not sent again")
                continue
            except Forbidden:
                logger.info("Somebody has blocked the bot")
                return True
            except (TelegramError, Unreachable) as fault:
                logger.error("A message could not be sent: %s", described(fault))
                self._state.undelivered += 1
                return True
            arrived = True
            if part.keyboard:
                stale |= self._remember(sender, place.chat, sent.message_id)
        for chat, message in stale:
            await self._strip(chat, message)
        return arrived

    async def close(self) -> None:
        """Leave off what nothing waits for."""
        for task in self._aside:
            task.cancel()
        await asyncio.gather(*self._aside, return_exceptions=True)

    async def _send(self, place: Place, part: Part) -> tuple[telegram.Message, Place]:
        """One part; plainer when Telegram takes it no other way."""
        try:
            return await self._send_as_is(place, part), place
        except ChatMigrated as moved:
            place = Place(moved.new_chat_id)
            return await self._send_as_is(place, part), place
        except BadRequest as fault:
            logger.warning("A message is sent without ornaments: %s", described(fault))
        place = replace(place, thread=None, reply_to=None)
        return await self._send_as_is(place, Part(part.text)), place

    async def _send_as_is(self, place: Place, part: Part) -> telegram.Message:
        reply_to = None
        if place.reply_to is not None:
            reply_to = ReplyParameters(place.reply_to, allow_sending_without_reply=True)
        return await self._caller.once(
            lambda: self._bot.send_message(
                place.chat,
                part.text,
                entities=part.links or None,
                reply_markup=part.keyboard,
                reply_parameters=reply_to,
                message_thread_id=place.thread,
                link_preview_options=_NO_PREVIEW,
            )
        )

    async def _strip(self, chat: int, message: int) -> None:
        await self._quietly(
            lambda: self._bot.edit_message_reply_markup(chat_id=chat, message_id=message)
        )

    async def _quietly(self, call: Callable[[], Any]) -> None:
        try:
            await self._caller.repeat(call)
        except (TelegramError, Unreachable) as fault:
            logger.debug("Left as it is: %s", described(fault))

    def _remember(self, sender: str, chat: int, message: int) -> set[tuple[int, int]]:
        """Note which message shows buttons now; the one that did before."""
        before = self._with_buttons.pop(sender, None)
        self._with_buttons[sender] = (chat, message)
        while len(self._with_buttons) > _PEOPLE:
            self._with_buttons.popitem(last=False)
        return {before} if before else set()
