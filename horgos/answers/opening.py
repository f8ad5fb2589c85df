"""The opening-hours section: computed when the facts file holds hours, else what is known.

Hours are values of the kind ``opening_hours`` under ``shopping.hours``, one a side; a side is
told by the country whose holidays its hours follow. As long as there is none, the fact's
statements are said as they stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from horgos.answers.answer import Line
from horgos.answers.days import days_meant, moment_meant
from horgos.answers.figures import clock, written_day
from horgos.answers.locale import Locale
from horgos.answers.plain import plain
from horgos.answers.question import Ask, Question
from horgos.facts.model import Fact, Facts, Role, Statement, Status
from horgos.facts.values import OpeningHours

MOST_DAYS = 4
"""Days told of one side; more would not fit into a message."""


@dataclass(frozen=True)
class SideHours:
    """Confirmed hours of one side, with the statement they come from."""

    hours: OpeningHours
    fact: Fact
    statement: Statement

    @property
    def side(self) -> str:
        """ISO 3166 code of the side."""
        return self.hours.country

    @property
    def zone(self) -> ZoneInfo:
        """The clock of the side."""
        return ZoneInfo(self.hours.time_zone)


def shopping_hours(ask: Ask, question: Question, facts: Facts, locale: Locale) -> list[Line]:
    """Hours of the sides asked about; what was last published when none are confirmed."""
    sides = list(_confirmed(ask, facts))
    wanted = [side for side in sides if not question.sides or side.side in question.sides]
    if not sides:
        lines = plain(ask, question, facts, locale)
        return [*lines, Line(locale.say("ask_first"), Role.MORE)]
    clocks = list(dict.fromkeys(side.hours.time_zone for side in sides))
    return [
        Line(_side_text(side, question, clocks, locale), Role.ANSWER, side.fact, side.statement)
        for side in wanted or sides
    ]


def _confirmed(ask: Ask, facts: Facts) -> Iterator[SideHours]:
    for fact in facts.of_topic(ask.topic, ask.asked):
        for statement in fact.statements:
            for value in statement.values.values():
                if isinstance(value, OpeningHours) and statement.status is Status.CONFIRMED:
                    yield SideHours(value, fact, statement)


def _side_text(side: SideHours, question: Question, clocks: list[str], locale: Locale) -> str:
    name = locale.words.sides[side.side]
    now = question.now.astimezone(side.zone)
    moment = moment_meant(question.whens, now)
    if moment is not None:
        at = _in_clocks(moment, clocks, locale)
        key = "open_at" if side.hours.parsed().is_open(moment) else "closed_at"
        return locale.say(key, side=name, at=at)
    days = days_meant(question.whens, now.date())[:MOST_DAYS]
    if days:
        return locale.joiner.join(_on_day(side, name, day, clocks, locale) for day in days)
    today = _on_day(side, name, now.date(), clocks, locale)
    return locale.joiner.join((_now(side, name, now, clocks, locale), today))


def _now(side: SideHours, name: str, now: datetime, clocks: list[str], locale: Locale) -> str:
    hours = side.hours.parsed()
    change = hours.next_change(now)
    if hours.is_open(now):
        if change is None:
            return locale.say("open_now_always", side=name)
        return locale.say("open_now", side=name, until=_in_clocks(change, clocks, locale))
    if change is None:
        return locale.say("closed_for_good", side=name)
    day = written_day(change.astimezone(side.zone).date(), locale)
    opens = f"{day}, {_in_clocks(change, clocks, locale)}"
    return locale.say("closed_now", side=name, next=opens)


def _on_day(side: SideHours, name: str, day: date, clocks: list[str], locale: Locale) -> str:
    start = datetime.combine(day, time(), side.zone)
    end = start + timedelta(days=1)
    spans = [
        (opens, closes)
        for opens, closes, state, _ in side.hours.parsed().intervals(start, end)
        if str(state) == "open"
    ]
    written = written_day(day, locale)
    if not spans:
        return locale.say("closed_on", side=name, day=written)
    if spans == [(start, end)]:
        return locale.say("open_all_day", side=name, day=written)
    shown = [_span_in_clocks(opens, closes, clocks, locale) for opens, closes in spans]
    return locale.say("hours_on", side=name, day=written, spans=locale.list_joiner.join(shown))


def _in_clocks(moment: datetime, clocks: list[str], locale: Locale) -> str:
    """The moment on every clock the zone lives by: ``19:00 Beijing time / 16:00 Almaty time``."""
    return " / ".join(
        locale.say(
            "in_clock",
            time=clock(moment.astimezone(ZoneInfo(zone))),
            clock=locale.words.clocks[zone],
        )
        for zone in clocks
    )


def _span_in_clocks(opens: datetime, closes: datetime, clocks: list[str], locale: Locale) -> str:
    written = []
    for zone in clocks:
        start, end = (clock(moment.astimezone(ZoneInfo(zone))) for moment in (opens, closes))
        name = locale.words.clocks[zone]
        written.append(locale.say("in_clock", time=f"{start}–{end}", clock=name))
    return " / ".join(written)
