"""What a person did in an app, as all apps have it in common."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from horgos.language.forms import WrittenForm


class Kind(Enum):
    """What it is; the media are called by the key of the sentence that declines them."""

    TEXT = "text"
    """``content`` is the text, a caption too."""
    PRESS = "press"
    """``content`` is the id of the guide's button."""
    GREET = "greet"
    """Somebody comes; ``content`` is the code of the written form they come with, or empty."""
    LANGUAGES = "languages"
    """Somebody wants to choose the language."""
    HELP = "help"
    STOP = "stop"
    """Somebody ends the conversation and is told so."""
    LEAVE = "leave"
    """Somebody left: nothing can be said to them any more."""
    VOICE = "voice"
    PHOTO = "photo"
    STICKER = "sticker"
    LOCATION = "location"
    DOCUMENT = "document"
    UNSUPPORTED = "unsupported"

    @property
    def is_medium(self) -> bool:
        """Whether it is something the guide cannot read."""
        return self in _MEDIA


_MEDIA = frozenset(
    {
        Kind.VOICE,
        Kind.PHOTO,
        Kind.STICKER,
        Kind.LOCATION,
        Kind.DOCUMENT,
        Kind.UNSUPPORTED,
    }
)


@dataclass(frozen=True)
class Message:
    """A message of an app.

    Attributes:
        sender: The conversation's id (``Accounts.sender``), never the account.
        identity: The app's id of the message, the same when it is delivered again.
        kind: What it is.
        content: See ``Kind``.
        hint: The written form of the person's app, if it tells; believed only until they write.
    """

    sender: str
    identity: str
    kind: Kind
    content: str = ""
    hint: WrittenForm | None = None
