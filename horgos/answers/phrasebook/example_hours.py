"""Opening hours as they may be published some day, for the sentences that wait for them.

The facts file holds no hours of the zone. What would be said of them must be proofread all the
same, so these examples put made-up hours into the place where an operator would write them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from horgos.answers.phrasebook.examples import moment_of_review
from horgos.answers.question import Ask, Question
from horgos.entities.values import Clock, When
from horgos.entities.values import Weekday as DayOfWeek
from horgos.facts.model import Fact, Facts, Status
from horgos.facts.values import OpeningHours
from horgos.language.forms import WrittenForm

TOPIC = "shopping_hours"
_SUNDAY = 7
_EVERY_DAY = OpeningHours("Mo-Su 10:00-19:00", "Asia/Shanghai", "CN")
_NO_SUNDAYS = OpeningHours("Mo-Sa 10:00-13:00,14:00-18:00", "Asia/Almaty", "KZ")
_ALWAYS = OpeningHours("24/7", "Asia/Shanghai", "CN")
_NEVER = OpeningHours("off", "Asia/Almaty", "KZ")


@dataclass(frozen=True)
class HoursExample:
    """A question about opening hours, and the facts it is asked of.

    Attributes:
        title: What is special about it, for the reader of the page.
        facts: Facts that hold made-up hours of both sides.
        now: When it is asked.
        whens: The day or the time asked about.
    """

    title: str
    facts: Facts
    now: datetime
    whens: tuple[When, ...] = ()

    def question(self, form: WrittenForm) -> Question:
        """The question of somebody who reads this form."""
        return Question((Ask(TOPIC),), form, self.now, whens=self.whens)


def hours_examples(facts: Facts) -> Iterator[HoursExample]:
    """Now, on a day and at a time, with one side open and the other closed."""
    sunday = _next_sunday(moment_of_review(facts))
    usual = _with_hours(facts, _EVERY_DAY, _NO_SUNDAYS)
    yield HoursExample("right now, a Sunday", usual, sunday)
    yield HoursExample("on Sunday", usual, sunday, (DayOfWeek(_SUNDAY),))
    yield HoursExample("at noon", usual, sunday, (Clock(12, 0),))
    yield HoursExample("round the clock, and never", _with_hours(facts, _ALWAYS, _NEVER), sunday)


def _next_sunday(moment: datetime) -> datetime:
    """A Sunday on which it is the middle of the day at both sides."""
    sunday = moment + timedelta(days=_SUNDAY - moment.isoweekday())
    return sunday.replace(hour=6)


def _with_hours(facts: Facts, *sides: OpeningHours) -> Facts:
    """The facts, with hours in place of what else the topic's first fact states."""
    fact = facts.of_topic(TOPIC)[0]
    return replace(facts, by_id={**facts.by_id, fact.id: _stating(fact, sides)})


def _stating(fact: Fact, sides: tuple[OpeningHours, ...]) -> Fact:
    statements = tuple(
        replace(fact.statements[0], id=hours.country, status=Status.CONFIRMED, values={"h": hours})
        for hours in sides
    )
    return replace(fact, statements=statements)
