"""Citizenship, money and time found in the questions. Runs inside this process."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from benchmarks.questions import Amount, Question
from benchmarks.tables import Share, Table, grouped, shares_table
from benchmarks.times import is_found
from horgos.entities.finder import find_all
from horgos.entities.values import Citizenship, Money
from horgos.language.detection import detect

_NOTE = (
    "Exact: the country; amount and currency. A message that names several is labelled with none. "
    "Time: the day or time of day that is labelled is among those found."
)


@dataclass(frozen=True)
class Found:
    """What was found in a question, beside what it states."""

    question: Question
    citizenships: frozenset[str]
    money: frozenset[Amount]
    time_found: bool

    @property
    def citizenship_exact(self) -> bool:
        """Its country and no other, or none."""
        return self.citizenships == _one_or_none(self.question.citizenship)

    @property
    def money_exact(self) -> bool:
        """Its amount and no other, or none."""
        return self.money == _one_or_none(self.question.money)


def find(question: Question) -> Found:
    """Look into one question."""
    values = [entity.value for entity in find_all(question.text, detect(question.text))]
    return Found(
        question,
        frozenset(value.country for value in values if isinstance(value, Citizenship)),
        frozenset((value.amount, value.currency) for value in values if isinstance(value, Money)),
        question.time is not None and is_found(question.time, values),
    )


def entity_table(questions: Sequence[Question], target: str) -> Table:
    """By language, apart for questions that state something and questions that do not."""
    found = [find(question) for question in questions]
    rows = {
        label: _columns([found[i] for i in positions])
        for label, positions in grouped(questions, lambda q: q.language).items()
    }
    return shares_table("Ours: entities exact", rows, dict.fromkeys(rows, target), _NOTE)


def _columns(found: Sequence[Found]) -> dict[str, Share]:
    named = [one for one in found if one.question.citizenship]
    unnamed = [one for one in found if not one.question.citizenship]
    paid = [one for one in found if one.question.money]
    unpaid = [one for one in found if not one.question.money]
    return {
        "citizenship": Share.among(one.citizenship_exact for one in named),
        "no citizenship": Share.among(one.citizenship_exact for one in unnamed),
        "money": Share.among(one.money_exact for one in paid),
        "no money": Share.among(one.money_exact for one in unpaid),
        "time": Share.among(one.time_found for one in found if one.question.time),
        "all that is stated": Share.among(chain.from_iterable(map(_stated, found))),
    }


def _stated(one: Found) -> Iterator[bool]:
    """Whether each value that the question states is found."""
    if one.question.citizenship:
        yield one.citizenship_exact
    if one.question.money:
        yield one.money_exact
    if one.question.time:
        yield one.time_found


def _one_or_none(value: object) -> frozenset[object]:
    return frozenset() if value is None else frozenset({value})
