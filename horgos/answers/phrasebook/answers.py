"""Whole answers to the example questions."""

from __future__ import annotations

from collections.abc import Iterator

from horgos.answers.answer import Answer
from horgos.answers.guide import Guide
from horgos.answers.phrasebook.example_hours import TOPIC, hours_examples
from horgos.answers.phrasebook.examples import examples_of
from horgos.answers.phrasebook.page import Entry
from horgos.facts.model import Facts
from horgos.language.forms import WrittenForm


def answers(guide: Guide, facts: Facts, form: WrittenForm) -> Iterator[Entry]:
    """The answers to the examples; one that answers several of them comes once."""
    names: dict[tuple[str, ...], list[str]] = {}
    for name, answer in _asked(guide, facts, form):
        names.setdefault(_texts(answer), []).append(name)
    for texts, asked in names.items():
        yield Entry(tuple(asked), texts)


def _asked(guide: Guide, facts: Facts, form: WrittenForm) -> Iterator[tuple[str, Answer]]:
    for topic in guide.topics:
        for example in examples_of(topic, facts):
            yield f"{topic}: {example.title}", guide.answer(example.question(form), facts)
    for hours in hours_examples(facts):
        name = f"{TOPIC}, had the facts file made-up hours: {hours.title}"
        yield name, guide.answer(hours.question(form), hours.facts)


def _texts(answer: Answer) -> tuple[str, ...]:
    """The messages, and the titles of the buttons under them."""
    return (*answer.messages, " ".join(f"[{button.title}]" for button in answer.buttons))
