"""An answer as a value: what the visitor reads, and where every bit of it comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from horgos.facts.model import Fact, Role, Source, Statement, Status
from horgos.language.forms import WrittenForm

MAX_LENGTH = 600
"""Characters of one message, its source line included; more is not read in a queue."""


@dataclass(frozen=True)
class Line:
    """One sentence or two of a reply, still in the language's main written form.

    Attributes:
        text: What is said.
        role: Decides the order and what may be left out.
        fact: The fact it states; None for the guide's own sentences.
        statement: The statement of that fact.
    """

    text: str
    role: Role
    fact: Fact | None = None
    statement: Statement | None = None


@dataclass(frozen=True)
class Button:
    """Something to press: a title and an id the gate knows (see ``buttons``)."""

    title: str
    payload: str


@dataclass(frozen=True)
class Answer:
    """A whole reply.

    Attributes:
        messages: A text for each thing asked, in order, in the reply's written form; more than
            one for what does not fit into ``MAX_LENGTH``.
        buttons: What may be pressed next; they belong to the last message.
        topics: Ids of what was answered.
        facts: Ids of the facts stated.
        status: The weakest status among the statements made.
        sources: What the statements rest on.
        form: The written form of the reply.
        as_of: The earliest of the days on which its statements were known to hold; None where
            it states nothing.
    """

    messages: tuple[str, ...]
    buttons: tuple[Button, ...]
    topics: tuple[str, ...]
    facts: tuple[str, ...]
    status: Status
    sources: tuple[Source, ...]
    form: WrittenForm
    as_of: date | None = None

    def provenance(self) -> dict[str, Any]:
        """The ``answer`` element of CONTRACT.md, ready for JSON."""
        return {
            "language": self.form.language,
            "script": self.form.script,
            "topics": list(self.topics),
            "facts": list(self.facts),
            "status": self.status.value,
            "sources": [_source(source, self.form.language) for source in self.sources],
        }


def _source(source: Source, language: str) -> Mapping[str, str | None]:
    return {
        "id": source.id,
        "publisher": source.publisher_in(language),
        "title": source.title,
        "url": source.url,
        "date": str(source.date) if source.date else None,
    }
