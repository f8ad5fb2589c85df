"""A reply in messages that Telegram takes: 4,096 UTF-16 units, sources as links, buttons below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, MessageEntity
from telegram.constants import InlineKeyboardButtonLimit, MessageLimit

from horgos.answers.answer import Button
from horgos.channels.messaging.outgoing import Link, Outgoing
from horgos.channels.messaging.splitting import in_utf16, utf16_units

_BESIDE = 18
"""Letters up to which two buttons stand beside each other and are read whole on a phone."""


@dataclass(frozen=True)
class Part:
    """One message of a reply.

    Attributes:
        text: At most 4,096 UTF-16 units.
        links: The sources within the text.
        keyboard: The buttons; only the last part has them.
    """

    text: str
    links: tuple[MessageEntity, ...] = ()
    keyboard: InlineKeyboardMarkup | None = None


def written(reply: Outgoing) -> list[Part]:
    """The parts of a reply, in order."""
    texts = [part for text in reply.texts for part in in_utf16(text, MessageLimit.MAX_TEXT_LENGTH)]
    parts = [Part(text, tuple(_links(text, reply.links))) for text in texts]
    if parts and (keyboard := _keyboard(reply.buttons)):
        parts[-1] = Part(parts[-1].text, parts[-1].links, keyboard)
    return parts


def _links(text: str, links: Sequence[Link]) -> Iterator[MessageEntity]:
    """The names of the publishers in the last line, where the sources stand.

    A publisher that stands there twice, with two articles, is linked in the order of the
    provenance, which is that of the line.
    """
    place = text.rfind("\n") + 1
    for link in links:
        found = text.find(link.name, place)
        if found >= 0:
            yield MessageEntity(
                MessageEntity.TEXT_LINK,
                utf16_units(text[:found]),
                utf16_units(link.name),
                url=link.url,
            )
            place = found + len(link.name)


def _keyboard(buttons: Sequence[Button]) -> InlineKeyboardMarkup | None:
    fitting = [
        button
        for button in buttons
        if len(button.payload.encode()) <= InlineKeyboardButtonLimit.MAX_CALLBACK_DATA
    ]
    rows: list[list[InlineKeyboardButton]] = []
    for button in fitting:
        made = InlineKeyboardButton(button.title, callback_data=button.payload)
        beside = rows[-1][0].text if rows and len(rows[-1]) == 1 else None
        if beside and max(len(beside), len(button.title)) <= _BESIDE:
            rows[-1].append(made)
        else:
            rows.append([made])
    return InlineKeyboardMarkup(rows) if rows else None
