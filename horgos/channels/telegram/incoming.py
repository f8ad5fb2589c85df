"""From Telegram's updates to what a person did; most kinds of update want nothing of the guide."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import telegram
from telegram.constants import ChatMemberStatus, ChatType, MessageEntityType

from horgos.answers.buttons import read_button
from horgos.answers.guide import Guide
from horgos.channels.messaging.accounts import Accounts
from horgos.channels.messaging.hints import form_of_scene
from horgos.channels.messaging.message import Kind, Message
from horgos.language.tags import form_of_tag

_COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]{1,64}))?(?:\s+(.*))?", re.DOTALL)
_KIND_OF_COMMAND = {"language": Kind.LANGUAGES, "help": Kind.HELP, "stop": Kind.STOP}
_MEDIA = {
    "voice": Kind.VOICE,
    "audio": Kind.VOICE,
    "video_note": Kind.VOICE,
    "photo": Kind.PHOTO,
    "video": Kind.PHOTO,
    # An animation comes as a document too.
    "animation": Kind.PHOTO,
    "live_photo": Kind.PHOTO,
    "sticker": Kind.STICKER,
    "location": Kind.LOCATION,
    "venue": Kind.LOCATION,
    "document": Kind.DOCUMENT,
    "contact": Kind.UNSUPPORTED,
    "dice": Kind.UNSUPPORTED,
    "game": Kind.UNSUPPORTED,
    "poll": Kind.UNSUPPORTED,
    "checklist": Kind.UNSUPPORTED,
    "story": Kind.UNSUPPORTED,
    "invoice": Kind.UNSUPPORTED,
    "paid_media": Kind.UNSUPPORTED,
}
_GROUPS = (ChatType.GROUP, ChatType.SUPERGROUP)
_LEAST = (
    "message_id",
    "date",
    "chat",
    "from",
    "text",
    "entities",
    "caption",
    "caption_entities",
)
"""What of a message is read when the library cannot read the whole."""


@dataclass(frozen=True)
class Place:
    """Where a reply goes.

    Attributes:
        chat: The chat.
        thread: The topic within a forum, if it is one.
        reply_to: The message it replies to, in groups, so that all see whom the guide answers.
    """

    chat: int
    thread: int | None = None
    reply_to: int | None = None


@dataclass(frozen=True)
class Incoming:
    """What is to be done about an update.

    Attributes:
        message: To be answered; None when only the button has to stop spinning.
        place: Where.
        callback: Id of a pressed button's query, which Telegram wants answered in any case.
        pressed: The message whose button was pressed, if it can still be changed.
    """

    message: Message | None
    place: Place | None
    callback: str | None = None
    pressed: int | None = None


@dataclass
class Bot:
    """The guide's own account.

    Attributes:
        id: Known from the token.
        username: Known once Telegram has been asked; without it mentions in groups are missed.
    """

    id: int
    username: str | None = None

    def is_called(self, name: str) -> bool:
        """Whether a name, without the @, is the bot's."""
        return self.username is not None and name.lower() == self.username.lower()


class Reader:
    """Reads updates of one bot."""

    def __init__(self, guide: Guide, accounts: Accounts, bot: Bot) -> None:
        """Set whose updates they are.

        Args:
            guide: Knows the buttons and the written forms.
            accounts: Hides who writes.
            bot: Whom people in groups speak to.
        """
        self._guide, self._accounts, self._bot = guide, accounts, bot

    def read(self, update: dict[str, Any]) -> Incoming | None:
        """What is to be done; None for nothing.

        Edited messages were answered when they were written; posts in channels, votes, reactions
        and the like are not for the guide.

        Raises:
            Exception: Whatever the library makes of a shape it does not know.
        """
        try:
            return self._read(telegram.Update.de_json(update, None))
        except Exception:
            message = update.get("message")
            if not isinstance(message, dict):
                raise
            least = {key: message[key] for key in _LEAST if key in message}
            read = telegram.Update.de_json({**update, "message": least}, None)
            return self._read(read, Kind.UNSUPPORTED)

    def _read(self, update: telegram.Update, otherwise: Kind | None = None) -> Incoming | None:
        if update.callback_query is not None:
            return self._press(update.callback_query, update.update_id)
        if update.message is not None:
            return self._message(update.message, update.update_id, otherwise)
        if update.my_chat_member is not None:
            return self._membership(update.my_chat_member, update.update_id)
        return None

    def _press(self, query: telegram.CallbackQuery, number: int) -> Incoming:
        shown, data = query.message, query.data
        if shown is None or data is None:
            return Incoming(None, None, query.id)
        place = _place(shown.chat, getattr(shown, "message_thread_id", None), None)
        known = read_button(data, self._guide.topics, self._guide.forms)
        # A button of another version of the guide.
        kind, content = (Kind.PRESS, data) if known else (Kind.HELP, "")
        message = self._by(query.from_user, shown.chat, number, kind, content)
        changeable = shown.message_id if shown.is_accessible else None
        return Incoming(message, place, query.id, changeable)

    def _message(
        self, message: telegram.Message, number: int, otherwise: Kind | None
    ) -> Incoming | None:
        user, chat = message.from_user, message.chat
        if user is None or user.is_bot or chat.type not in (ChatType.PRIVATE, *_GROUPS):
            return None
        text = message.text or message.caption or ""
        if chat.type in _GROUPS:
            if not self._is_addressed(message):
                return None
            text = self._without_mentions(message, text)
        kind, content = self._meant(message, text.strip())
        kind = kind or otherwise
        if kind is None:
            return None
        reply_to = message.message_id if chat.type in _GROUPS else None
        thread = message.message_thread_id if message.is_topic_message else None
        place = _place(chat, thread, reply_to)
        return Incoming(self._by(user, chat, number, kind, content), place)

    def _membership(self, change: telegram.ChatMemberUpdated, number: int) -> Incoming | None:
        """Somebody has blocked the bot, or stopped it in its profile."""
        if change.chat.type != ChatType.PRIVATE:
            return None
        if change.new_chat_member.status != ChatMemberStatus.BANNED:
            return None
        message = self._by(change.from_user, change.chat, number, Kind.LEAVE, "")
        return Incoming(message, Place(change.chat.id))

    def _by(
        self, user: telegram.User, chat: telegram.Chat, number: int, kind: Kind, content: str
    ) -> Message:
        """A message of somebody; what they say in a group is a conversation of its own there."""
        account = str(user.id) if chat.type == ChatType.PRIVATE else f"{chat.id}:{user.id}"
        return Message(
            sender=self._accounts.sender(account),
            identity=str(number),
            kind=kind,
            content=content,
            hint=form_of_tag(user.language_code, self._guide.forms),
        )

    def _meant(self, message: telegram.Message, text: str) -> tuple[Kind | None, str]:
        """What it is; a text below a picture is a text. None for notices ("... was pinned")."""
        if command := _COMMAND.fullmatch(text):
            return self._commanded(command[1].lower(), command[3] or "")
        if text:
            return Kind.TEXT, text
        if message.text is not None:
            # In a group, only the bot's name.
            return Kind.GREET, ""
        media = (kind for name, kind in _MEDIA.items() if getattr(message, name, None))
        return next(media, None), ""

    def _commanded(self, name: str, argument: str) -> tuple[Kind, str]:
        """One of the guide's commands; any other gets to know what there is."""
        if name == "start":
            form = form_of_scene(argument.strip(), self._guide.forms)
            return Kind.GREET, form.code if form else ""
        return _KIND_OF_COMMAND.get(name, Kind.HELP), ""

    def _is_addressed(self, message: telegram.Message) -> bool:
        replied = message.reply_to_message
        if replied and replied.from_user and replied.from_user.id == self._bot.id:
            return True
        return any(self._names_bot(message, entity) for entity in _entities(message))

    def _names_bot(self, message: telegram.Message, entity: telegram.MessageEntity) -> bool:
        if entity.type == MessageEntityType.TEXT_MENTION:
            return entity.user is not None and entity.user.id == self._bot.id
        named = _covered(message, entity)
        if entity.type == MessageEntityType.MENTION:
            return self._bot.is_called(named.removeprefix("@"))
        if entity.type == MessageEntityType.BOT_COMMAND:
            return self._bot.is_called(named.rpartition("@")[2])
        return False

    def _without_mentions(self, message: telegram.Message, text: str) -> str:
        """The text without the bot's name; that of a command stays for the command's sake."""
        for entity in _entities(message):
            is_command = entity.type == MessageEntityType.BOT_COMMAND
            if not is_command and self._names_bot(message, entity):
                text = text.replace(_covered(message, entity), " ", 1)
        return text


def _entities(message: telegram.Message) -> Sequence[telegram.MessageEntity]:
    return message.entities or message.caption_entities


def _covered(message: telegram.Message, entity: telegram.MessageEntity) -> str:
    if message.entities:
        return message.parse_entity(entity)
    return message.parse_caption_entity(entity)


def _place(chat: telegram.Chat, thread: int | None, reply_to: int | None) -> Place:
    return Place(chat.id, thread, reply_to)
