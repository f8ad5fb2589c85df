"""A reply on its way to an app: texts, buttons, and the written form they are in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from horgos.answers.answer import Button
from horgos.channels.gate import Reply
from horgos.language.conversion import write
from horgos.language.forms import Forms, WrittenForm


@dataclass(frozen=True)
class Link:
    """A source that can be opened.

    Attributes:
        name: The publisher as the texts name it.
        url: Where it is.
    """

    name: str
    url: str


@dataclass(frozen=True)
class Outgoing:
    """What a person is to read.

    Attributes:
        texts: In order; each ends with its own line of sources when it states facts.
        buttons: What may be pressed next.
        form: The written form of the texts.
        links: The sources that have an address, in the order of the provenance.
    """

    texts: tuple[str, ...]
    buttons: tuple[Button, ...]
    form: WrittenForm
    links: tuple[Link, ...] = ()


def outgoing(reply: Reply, forms: Forms) -> Outgoing:
    """The value for a reply of the gate."""
    provenance = _provenance(reply)
    form = forms.find(provenance.get("language"), provenance.get("script")) or forms.default
    links = (
        Link(write(source["publisher"], form), source["url"])
        for source in provenance.get("sources", ())
        if source.get("publisher") and source.get("url")
    )
    return Outgoing(
        texts=tuple(e["text"] for e in reply if str(e.get("text", "")).strip()),
        buttons=tuple(
            Button(button["title"], button["payload"])
            for element in reply
            for button in element.get("buttons") or ()
        ),
        form=form,
        links=tuple(dict.fromkeys(links)),
    )


def _provenance(reply: Reply) -> Mapping[str, Any]:
    for element in reply:
        found = (element.get("custom") or {}).get("answer")
        if isinstance(found, Mapping):
            return found
    return {}
