"""What to say about one topic: the sections of a reply, one maker a kind of topic."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from horgos.answers.answer import Line
from horgos.answers.duty_free import duty_free
from horgos.answers.locale import Locale
from horgos.answers.opening import shopping_hours
from horgos.answers.plain import plain
from horgos.answers.question import Ask, Question
from horgos.facts.model import Facts

SectionMaker = Callable[[Ask, Question, Facts, Locale], list[Line]]

_MAKERS: Mapping[str, SectionMaker] = {
    "duty_free": duty_free,
    "shopping_hours": shopping_hours,
}


def section(ask: Ask, question: Question, facts: Facts, locale: Locale) -> list[Line]:
    """The lines that answer one ask: by its topic's own maker, or plainly."""
    return _MAKERS.get(ask.topic, plain)(ask, question, facts, locale)
