"""What a message of WeChat says, as a value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """What a person did."""

    TEXT = "text"
    PRESS = "press"
    ARRIVE = "arrive"
    LEAVE = "leave"
    MEDIA = "media"
    NOTHING = "nothing"


_SCENE = "qrscene_"
_MEDIA = ("image", "voice", "video", "shortvideo", "location", "link", "file")
_ARRIVING = ("subscribe", "SCAN")


@dataclass(frozen=True)
class Incoming:
    """One message or event.

    Attributes:
        account: Who sent it; an OpenID, never to be stored or logged.
        ours: The account it was sent to, which a reply comes from.
        identity: The same for every try of the same message.
        kind: What it is.
        content: The text, the menu's key, the scene of a QR code, or the type of a medium.
    """

    account: str
    ours: str
    identity: str
    kind: Kind
    content: str


def incoming(message: Mapping[str, str]) -> Incoming | None:
    """The value of a message; None when it names no sender or no type."""
    account, ours = message.get("FromUserName", ""), message.get("ToUserName", "")
    sort = message.get("MsgType", "")
    if not (account and ours and sort):
        return None
    kind, content = _event(message) if sort == "event" else _message(sort, message)
    return Incoming(account, ours, _identity(account, message), kind, content)


def _identity(account: str, message: Mapping[str, str]) -> str:
    """Messages have an id; events are told apart by sender and time (WeChat's own advice)."""
    number = message.get("MsgId")
    if number:
        return number
    event = (message.get(key, "") for key in ("CreateTime", "Event", "EventKey"))
    return ":".join((account, *event))


def _message(sort: str, message: Mapping[str, str]) -> tuple[Kind, str]:
    if sort == "text":
        return Kind.TEXT, message.get("Content", "")
    heard = message.get("Recognition", "").strip()
    if sort == "voice" and heard:
        return Kind.TEXT, heard
    return (Kind.MEDIA, sort) if sort in _MEDIA else (Kind.NOTHING, sort)


def _event(message: Mapping[str, str]) -> tuple[Kind, str]:
    event, key = message.get("Event", ""), message.get("EventKey", "")
    if event in _ARRIVING:
        return Kind.ARRIVE, key.removeprefix(_SCENE)
    if event == "CLICK":
        return Kind.PRESS, key
    return (Kind.LEAVE, "") if event == "unsubscribe" else (Kind.NOTHING, event)
