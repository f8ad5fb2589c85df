"""A reply in messages that WhatsApp takes: texts, up to three buttons, or a list.

The limits are those of developers.facebook.com/documentation/business-messaging/whatsapp, pages
"Text messages", "Interactive reply buttons messages" and "Interactive list messages". They are
named in "characters" without saying of which kind: UTF-16 units are counted here, never fewer than
code points or what readers call characters.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from horgos.answers.answer import Button
from horgos.channels.messaging.outgoing import Link, Outgoing
from horgos.channels.messaging.splitting import cut, in_utf16, utf16_units
from horgos.channels.messaging.words import Words
from horgos.language.forms import WrittenForm

TEXT, BODY = 4096, 1024
"""Length of a text, and of a text with buttons."""
BUTTONS, BUTTON_TITLE = 3, 20
ROWS, ROW_TITLE, ROW_LINE = 10, 24, 72
LIST_BUTTON = 20
ID = 200
"""Length of a row's id; a button's may have 256."""

Content = Mapping[str, Any]


@dataclass(frozen=True)
class Part:
    """One message of a reply.

    Attributes:
        text: What is read without its buttons; empty when nothing is.
        content: The message as the API takes it, without whom it goes to.
    """

    text: str
    content: Content

    @property
    def has_buttons(self) -> bool:
        """Whether something may be pressed."""
        return bool(self.content["type"] == "interactive")


def plain(text: str) -> Part:
    """A text of at most 4,096 units; links in it open, without a picture of what is there."""
    return Part(text, {"type": "text", "text": {"body": text, "preview_url": False}})


def written(reply: Outgoing, words: Words) -> list[Part]:
    """The parts of a reply, in order; the choices stand under the last text if it is short."""
    texts = [part for text in reply.texts for part in _parted(text, reply.links)]
    if not texts:
        return []
    choices = _choices(reply.buttons, reply.form, words)
    under = [texts.pop()] if choices and utf16_units(texts[-1]) <= BODY else []
    more = words.say("more", reply.form)
    return [
        *map(plain, texts),
        *(
            _interactive(text or more, text or "", choice)
            for text, choice in zip_longest(under, choices)
        ),
    ]


def _parted(text: str, links: Sequence[Link]) -> list[str]:
    """One text of a reply in messages, the last with the addresses of its sources."""
    *before, last = in_utf16(text, TEXT)
    return [*before, _with_addresses(last, links)]


def _with_addresses(text: str, links: Sequence[Link]) -> str:
    """The text with addresses below, as far as it still is one message.

    Only of the sources that its last line names: an address below it would pass for theirs.
    """
    limit = BODY if utf16_units(text) <= BODY else TEXT
    sources = text.rpartition("\n")[2]
    for link in dict.fromkeys(link for link in links if link.name in sources):
        longer = f"{text}\n{link.name}: {link.url}"
        if utf16_units(longer) <= limit:
            text = longer
    return text


def _choices(buttons: Sequence[Button], form: WrittenForm, words: Words) -> list[Content]:
    """What each interactive message offers: up to three as buttons, more as lists of ten."""
    usable = {button.payload: button for button in buttons if utf16_units(button.payload) <= ID}
    known = [button for button in usable.values() if words.label(button, form).strip()]
    labels = [words.label(button, form) for button in known]
    if len(known) <= BUTTONS:
        titled = list(zip(known, distinct(labels, BUTTON_TITLE), strict=True))
        return [_buttons(titled)] if titled else []
    titled = list(zip(known, distinct(labels, ROW_TITLE), strict=True))
    pages = (titled[start : start + ROWS] for start in range(0, len(titled), ROWS))
    return [_list(page, form, words) for page in pages]


def distinct(labels: Sequence[str], limit: int) -> Iterator[str]:
    """The labels cut to a length; WhatsApp takes no two that are alike, so those are numbered."""
    taken: set[str] = set()
    for label in labels:
        title, number = cut(label, limit, utf16_units), 1
        while title in taken:
            number += 1
            title = f"{cut(label, limit - len(f' {number}'), utf16_units)} {number}"
        taken.add(title)
        yield title


def _buttons(titled: Sequence[tuple[Button, str]]) -> Content:
    replies = [
        {"type": "reply", "reply": {"id": button.payload, "title": title}}
        for button, title in titled
    ]
    return {"type": "button", "action": {"buttons": replies}}


def _list(titled: Sequence[tuple[Button, str]], form: WrittenForm, words: Words) -> Content:
    rows = [_row(button, title, words.describe(button, form)) for button, title in titled]
    label = cut(words.say("choose", form), LIST_BUTTON, utf16_units)
    return {"type": "list", "action": {"button": label, "sections": [{"rows": rows}]}}


def _row(button: Button, title: str, line: str) -> dict[str, str]:
    row = {"id": button.payload, "title": title}
    return {**row, "description": cut(line, ROW_LINE, utf16_units)} if line else row


def _interactive(body: str, text: str, choice: Content) -> Part:
    return Part(text, {"type": "interactive", "interactive": {**choice, "body": {"text": body}}})
