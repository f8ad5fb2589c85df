"""A pack: all a page needs to speak one written form, and to answer topics without a network."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timezone
from typing import Any

from horgos.answers.answer import Answer
from horgos.answers.buttons import ask_button
from horgos.answers.guide import Guide
from horgos.answers.locale import Locale
from horgos.facts.model import Facts
from horgos.interface.dates import DatePatterns, date_patterns
from horgos.interface.keys import FROM_THE_GUIDE
from horgos.interface.words import Interface
from horgos.language.conversion import write
from horgos.language.forms import WrittenForm

_VERSION_LENGTH = 12


@dataclass(frozen=True)
class TopicInPack:
    """A topic with what the guide says when its button is pressed.

    Attributes:
        id: Id of ``topics.yml``.
        title: Title of its button in the pack's form.
        button: Id of its button.
        answer: The whole answer.
    """

    id: str
    title: str
    button: str
    answer: Answer

    def as_json(self) -> dict[str, Any]:
        """An element of ``topics``."""
        provenance = self.answer.provenance()
        return {
            "id": self.id,
            "title": self.title,
            "button": self.button,
            "answer": {
                "messages": list(self.answer.messages),
                "status": provenance["status"],
                "facts": provenance["facts"],
                "sources": provenance["sources"],
                "as_of": _day(self.answer.as_of),
            },
        }


@dataclass(frozen=True)
class Pack:
    """The words and answers of one written form.

    Attributes:
        form: The written form.
        forms: All forms there are, in the order of ``languages.yml``.
        words: Labels and sentences by key.
        purpose: What the guide is for, by code of the form: a screen may show several.
        status: A word for each status.
        errors: A sentence for each way a message can fail.
        dates: How dates are written.
        topics: The topics in the order of ``topics.yml``.
        made: When it was made; answers that depend on the day are of that day.
    """

    form: WrittenForm
    forms: tuple[WrittenForm, ...]
    words: Mapping[str, str]
    purpose: Mapping[str, str]
    status: Mapping[str, str]
    errors: Mapping[str, str]
    dates: DatePatterns
    topics: tuple[TopicInPack, ...]
    made: datetime

    @property
    def version(self) -> str:
        """Hash over everything but ``made``; 12 hexadecimal digits."""
        text = json.dumps(self._content(), ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()[:_VERSION_LENGTH]

    def as_json(self) -> dict[str, Any]:
        """The pack as pages read it."""
        made = self.made.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
        return {"version": self.version, "made": made, **self._content()}

    def _content(self) -> dict[str, Any]:
        return {
            "form": _form(self.form),
            "forms": [_form(form) for form in self.forms],
            "words": dict(self.words),
            "purpose": dict(self.purpose),
            "status": dict(self.status),
            "errors": dict(self.errors),
            "dates": self.dates.as_json(),
            "topics": [topic.as_json() for topic in self.topics],
        }


def pack(
    form: WrittenForm, interface: Interface, guide: Guide, facts: Facts, now: datetime
) -> Pack:
    """The pack of a written form.

    Args:
        form: The written form.
        interface: The words of the pages.
        guide: What answers.
        facts: What is true at the moment.
        now: The present moment, with its time zone.
    """
    own = interface[form.code]
    locale = guide.locales[form.language]
    return Pack(
        form=form,
        forms=tuple(guide.forms),
        words={**own.words, **_said_by_the_guide(locale, form)},
        purpose={each.code: interface[each.code].purpose for each in guide.forms},
        status=own.status,
        errors=own.errors,
        dates=date_patterns(form, locale),
        topics=tuple(_topic(topic, form, guide, facts, now) for topic in guide.topics),
        made=now,
    )


def _said_by_the_guide(locale: Locale, form: WrittenForm) -> dict[str, str]:
    return {key: write(locale.sentences[act], form) for key, act in FROM_THE_GUIDE.items()}


def _topic(topic: str, form: WrittenForm, guide: Guide, facts: Facts, now: datetime) -> TopicInPack:
    button = ask_button(topic, guide.locales[form.language])
    return TopicInPack(
        id=topic,
        title=write(button.title, form),
        button=button.payload,
        answer=guide.answer_to_keep(topic, form, facts, now),
    )


def _form(form: WrittenForm) -> dict[str, str]:
    return {
        "code": form.code,
        "language": form.language,
        "script": form.script,
        "direction": form.direction,
        "own_name": form.own_name,
        "tag": form.code,
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
