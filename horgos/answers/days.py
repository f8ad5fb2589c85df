"""Which day or moment a message means, counted from the present."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import singledispatch

from horgos.entities.holiday_dates import next_date
from horgos.entities.values import (
    AnyHoliday,
    CalendarDate,
    Clock,
    Day,
    Holiday,
    Weekday,
    Weekend,
    When,
)
from horgos.facts.public_holidays import public_holidays
from horgos.facts.values import SIDES

SATURDAY = 6


def moment_meant(whens: tuple[When, ...], now: datetime) -> datetime | None:
    """The clock time spoken of, on the day spoken of or today; None when no time is named.

    Args:
        whens: What the message says about time.
        now: The present moment on the clock that clock times are meant in.
    """
    clocks = [when for when in whens if isinstance(when, Clock)]
    if not clocks:
        return None
    days = days_meant(whens, now.date())
    day = days[0] if days else now.date()
    return now.replace(
        year=day.year,
        month=day.month,
        day=day.day,
        hour=clocks[0].hour,
        minute=clocks[0].minute,
        second=0,
        microsecond=0,
    )


def days_meant(whens: tuple[When, ...], today: date) -> tuple[date, ...]:
    """The days spoken of, in order, each once; empty when none is named.

    Yesterday is not asked about (I was there yesterday, what about Sunday?), nor is a past date
    beside a coming one.
    """
    days = [day for when in whens for day in _days(when, today)]
    coming = [day for day in days if day >= today]
    return tuple(dict.fromkeys(coming or days))


@singledispatch
def _days(when: object, today: date) -> tuple[date, ...]:
    return ()


@_days.register
def _day(when: Day, today: date) -> tuple[date, ...]:
    return (today + timedelta(days=when.offset),) if when.offset >= 0 else ()


@_days.register
def _weekday(when: Weekday, today: date) -> tuple[date, ...]:
    return (today + timedelta(days=(when.iso - today.isoweekday()) % 7),)


@_days.register
def _weekend(when: Weekend, today: date) -> tuple[date, ...]:
    if today.isoweekday() == SATURDAY + 1:
        return (today,)
    saturday = today + timedelta(days=SATURDAY - today.isoweekday())
    return saturday, saturday + timedelta(days=1)


@_days.register
def _calendar_date(when: CalendarDate, today: date) -> tuple[date, ...]:
    years = [when.year] if when.year else [today.year, today.year + 1]
    for year in years:
        try:
            day = date(year, when.month, when.day)
        except ValueError:
            continue
        if when.year or day >= today:
            return (day,)
    return ()


@_days.register
def _holiday(when: Holiday, today: date) -> tuple[date, ...]:
    day = next_date(when, today)
    return (day,) if day else ()


@_days.register
def _any_holiday(when: AnyHoliday, today: date) -> tuple[date, ...]:
    """The next public holiday of each country."""
    coming = (next((d for d in public_holidays(c) if d >= today), None) for c in SIDES)
    return tuple(sorted(day for day in coming if day))
