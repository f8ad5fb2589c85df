"""Buttons: what leads on from a reply, and the ids the gate lets back in.

An id is ``ask:<topic>``, ``ask:<topic>:<citizenship>``, ``language:<form>`` or ``language``.
Ids are ASCII and at most 64 bytes, the least any messaging app allows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from horgos.answers.answer import Button
from horgos.answers.locale import Locale
from horgos.answers.question import OTHER_CITIZENSHIP
from horgos.answers.topics import Topics
from horgos.facts.model import Facts
from horgos.language.forms import Forms

_ID = re.compile(r"(ask):([a-z_]+)(?::(other|[A-Z]{2}))?|(language)(?::([a-z]{2}-[A-Z][a-z]{3}))?")


@dataclass(frozen=True)
class Pressed:
    """A button that was pressed.

    Attributes:
        topic: The topic asked about; None for the language buttons.
        citizenship: The citizenship it names, if any.
        form: Code of the written form it chooses, if any.
    """

    topic: str | None = None
    citizenship: str | None = None
    form: str | None = None


def read_button(payload: str, topics: Topics, forms: Forms) -> Pressed | None:
    """What a payload asks for; None when it is no id of ours."""
    match = _ID.fullmatch(payload)
    if match is None:
        return None
    ask, topic, citizenship, _, form = match.groups()
    if ask:
        return Pressed(topic=topic, citizenship=citizenship) if topic in topics else None
    return Pressed(form=form) if form is None or form in forms else None


def ask_button(topic: str, locale: Locale) -> Button:
    """Ask about a topic."""
    return Button(locale.buttons.ask[topic], f"ask:{topic}")


def citizenship_buttons(topic: str, known: tuple[str, ...], locale: Locale) -> list[Button]:
    """Ask the same for other citizens than those just answered for."""
    titles = locale.buttons.citizenship
    shown = {code if code in titles else OTHER_CITIZENSHIP for code in known}
    return [Button(titles[code], f"ask:{topic}:{code}") for code in titles if code not in shown]


def form_buttons(forms: Forms) -> tuple[Button, ...]:
    """Choose a written form; each is named in its own script."""
    return tuple(Button(form.own_name, f"language:{form.code}") for form in forms)


def topic_buttons(topics: Topics, locale: Locale) -> tuple[Button, ...]:
    """All topics, and the way to another language."""
    return (*(ask_button(topic, locale) for topic in topics), language_button(locale))


def language_button(locale: Locale) -> Button:
    """Go to the choice of languages."""
    return Button(locale.buttons.language, "language")


def leading_on(
    asked: tuple[str, ...],
    citizenships: tuple[str, ...],
    facts: Facts,
    topics: Topics,
    locale: Locale,
) -> tuple[Button, ...]:
    """Buttons under an answer: other citizens, related topics, another language."""
    last = asked[-1]
    buttons: list[Button] = []
    for topic in asked:
        if depends_on_citizenship(topic, facts):
            buttons += citizenship_buttons(topic, citizenships, locale)
            break
    related = [topic for topic in topics.related[last] if topic not in asked]
    buttons += [ask_button(topic, locale) for topic in related]
    return (*buttons, language_button(locale))


def depends_on_citizenship(topic: str, facts: Facts) -> bool:
    """Whether the topic is answered differently for different citizens."""
    return any(s.audience for fact in facts.of_topic(topic) for s in fact.statements)
