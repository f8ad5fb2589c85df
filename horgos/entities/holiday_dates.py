"""When a public holiday is next, by the calendars of the package ``holidays``."""

from __future__ import annotations

from datetime import date

import holidays as calendars

from horgos.entities.holidays import calendar_name
from horgos.entities.values import Holiday


def next_date(holiday: Holiday, today: date) -> date | None:
    """The first day of the next such holiday, today included.

    None when the calendars end before it (China publishes the year's days off each November;
    the package knows only what is published or follows from the moon).

    Raises:
        KeyError: ``lexicon/holidays.yml`` knows no such holiday.
    """
    name = calendar_name(holiday)
    years = (today.year, today.year + 1)
    calendar = calendars.country_holidays(holiday.country, years=years, language="en_US")
    days = [day for day, names in calendar.items() if name in names.split("; ") and day >= today]
    return min(days, default=None)
