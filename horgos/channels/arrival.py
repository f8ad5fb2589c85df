"""A message as a channel hands it over, and its text as the gate reads it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

MAX_TEXT = 1000
"""Characters of a message that are still read; a long story fits, a pasted book does not."""

_BLANKS = re.compile(r"[^\S\n]+")


@dataclass(frozen=True)
class Arrival:
    """A message as a channel hands it over.

    Attributes:
        sender: Who writes; the conversation's id.
        text: What is written; empty for anything else.
        claims: What the channel says of the visitor (``language``, ``script``,
            ``citizenship``); not trusted.
        channel: Name of the channel.
        button: Id of the button that was pressed, if it is one of the guide's; None when the
            text was typed, whatever it spells.
    """

    sender: str
    text: str
    claims: Mapping[str, Any]
    channel: str
    button: str | None = None


def clean(text: str) -> str:
    """The text without control characters and with single blanks; line breaks stay.

    Direction marks and zero-width joiners go too: they carry nothing a question needs and can
    disguise one text as another.
    """
    kept = (
        letter if letter == "\n" or not unicodedata.category(letter).startswith("C") else " "
        for letter in unicodedata.normalize("NFC", text[: MAX_TEXT * 4])
    )
    return _BLANKS.sub(" ", "".join(kept)).strip()


def without_commands(text: str) -> str:
    """The text without leading slashes: Rasa would obey ``/restart`` and ``/intent{...}``."""
    return text.lstrip("/ \n")
