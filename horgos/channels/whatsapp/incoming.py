"""From Meta's bodies to what people did and what became of our messages, several in one body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from horgos.answers.buttons import read_button
from horgos.answers.guide import Guide
from horgos.channels.gate import clean
from horgos.channels.messaging.accounts import Accounts
from horgos.channels.messaging.message import Kind, Message
from horgos.channels.whatsapp.bodies import (
    Captioned,
    Contact,
    Envelope,
    Error,
    Interactive,
    QuickReply,
    Status,
    Text,
    Value,
)

_ACCOUNT = "whatsapp_business_account"
_MESSAGES = "messages"
"""The webhook field that is subscribed to; others are nobody's message."""
_MEDIA = {
    "image": Kind.PHOTO,
    "video": Kind.PHOTO,
    "document": Kind.DOCUMENT,
    "audio": Kind.VOICE,
    "voice": Kind.VOICE,
    "sticker": Kind.STICKER,
    "location": Kind.LOCATION,
}
"""Whatever is not here (contacts, order, unsupported, ...) is ``UNSUPPORTED``."""
_NO_QUESTION = frozenset({"reaction", "system", "edit", "revoke"})
"""What nobody expects a reply to: a thumb, a new number, a change of what was answered."""


class NotForUs(Exception):
    """The body is no webhook of a WhatsApp business account."""


@dataclass(frozen=True)
class Place:
    """Where a reply goes. Never logged: the message's id holds the number, too.

    Attributes:
        number: The person's phone number; empty for those who hide it behind a username.
        user: Their id for this business (BSUID), if it is known.
        message: Meta's id of the message replied to.
        group: The group that was written in; empty for a person.
    """

    number: str
    user: str
    message: str
    group: str = ""


@dataclass(frozen=True)
class Incoming:
    """A message with the place its reply goes to.

    Attributes:
        message: For the guide.
        place: For Meta.
        sent: When it was sent, in seconds since 1970.
    """

    message: Message
    place: Place
    sent: int


@dataclass
class Batch:
    """All of one body.

    Attributes:
        messages: In the order of the body.
        statuses: In the order of the body.
        unreadable: Parts that are not as Meta describes them.
        errors: Codes of errors that Meta tells of without a message.
    """

    messages: list[Incoming] = field(default_factory=list)
    statuses: list[Status] = field(default_factory=list)
    unreadable: int = 0
    errors: list[int] = field(default_factory=list)


class Reader:
    """Reads for one business number."""

    def __init__(self, guide: Guide, accounts: Accounts, phone_id: str) -> None:
        """Set whose buttons are known, how people are hidden, and whose messages count."""
        self._guide, self._accounts, self._phone_id = guide, accounts, phone_id

    def read(self, body: Any) -> Batch:
        """The content of a body as it came from JSON; one bad part spoils no other.

        Raises:
            NotForUs: It is something else altogether.
        """
        if not isinstance(body, dict) or body.get("object") != _ACCOUNT:
            raise NotForUs
        batch = Batch()
        for value in self._values(body, batch):
            contacts = list(_contacts(value.contacts))
            for given in value.messages:
                self._read_message(given, contacts, batch)
            for given in value.statuses:
                _read_status(given, batch)
            batch.errors += map(_code, value.errors)
        return batch

    def _values(self, body: Mapping[str, Any], batch: Batch) -> Iterator[Value]:
        """What was told about our number; one app may have several."""
        for entry in _listed(body, "entry"):
            for change in _listed(entry, "changes"):
                if not isinstance(change, dict) or change.get("field") != _MESSAGES:
                    continue
                try:
                    value = Value.parse_obj(change.get("value"))
                except ValidationError:
                    batch.unreadable += 1
                else:
                    if value.metadata.phone_number_id == self._phone_id:
                        yield value

    def _read_message(self, given: Any, contacts: Iterable[Contact], batch: Batch) -> None:
        try:
            envelope = Envelope.parse_obj(given)
        except ValidationError:
            # Told that all is well, Meta does not send it again and again.
            batch.unreadable += 1
            return
        if envelope.kind in _NO_QUESTION:
            return
        place = _place(envelope, list(contacts))
        # The id stays when a number goes into hiding; the number is only for before there were ids.
        account = place.group or place.user or place.number
        if not account:
            batch.unreadable += 1
            return
        kind, content = self._content(envelope.kind, given)
        if place.group:
            kind, content = Kind.UNSUPPORTED, ""
        message = Message(self._accounts.sender(account), place.message, kind, content)
        batch.messages.append(Incoming(message, place, int(envelope.timestamp)))

    def _content(self, kind: str, given: Mapping[str, Any]) -> tuple[Kind, str]:
        """What is in a message; one that is not as Meta describes it gets a sentence, too."""
        try:
            return self._read_content(kind, given.get(kind))
        except ValidationError:
            return _MEDIA.get(kind, Kind.UNSUPPORTED), ""

    def _read_content(self, kind: str, content: Any) -> tuple[Kind, str]:
        if kind == "text":
            return Kind.TEXT, Text.parse_obj(content).body
        if kind == "interactive":
            return self._chosen(Interactive.parse_obj(content))
        if kind == "button":
            pressed = QuickReply.parse_obj(content)
            return self._pressed(pressed.payload, pressed.text)
        if kind == "request_welcome":
            return Kind.GREET, ""
        caption = Captioned.parse_obj(content).caption if kind in _MEDIA else ""
        if caption.strip():
            return Kind.TEXT, caption
        return _MEDIA.get(kind, Kind.UNSUPPORTED), ""

    def _chosen(self, given: Interactive) -> tuple[Kind, str]:
        choice = given.button_reply or given.list_reply
        return self._pressed(choice.id, choice.title) if choice else (Kind.UNSUPPORTED, "")

    def _pressed(self, identity: str, title: str) -> tuple[Kind, str]:
        """A button of ours; what stands on any other is read as if it were typed."""
        guide = self._guide
        if read_button(clean(identity), guide.topics, guide.forms) is not None:
            return Kind.PRESS, identity
        return Kind.TEXT, title


def _read_status(given: Any, batch: Batch) -> None:
    try:
        batch.statuses.append(Status.parse_obj(given))
    except ValidationError:
        batch.unreadable += 1


def _place(envelope: Envelope, contacts: list[Contact]) -> Place:
    number, user = envelope.number or "", envelope.user or ""
    if not user:
        of_number = [contact for contact in contacts if number and contact.number == number]
        alone = contacts if len(contacts) == 1 else []
        user = next((contact.user for contact in of_number or alone), "")
    return Place(number, user, envelope.id, envelope.group or "")


def _contacts(given: Iterable[Any]) -> Iterator[Contact]:
    for each in given:
        try:
            yield Contact.parse_obj(each)
        except ValidationError:
            continue


def _listed(given: Any, name: str) -> list[Any]:
    found = given.get(name) if isinstance(given, dict) else None
    return found if isinstance(found, list) else []


def _code(given: Any) -> int:
    try:
        return Error.parse_obj(given).code
    except ValidationError:
        return 0
