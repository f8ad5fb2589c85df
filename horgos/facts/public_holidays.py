"""Public holidays of the two countries, and what ``PH`` means in opening hours.

The calendars are those of the package ``holidays``: all days off, moved ones too. The parser of
opening hours knows only some (one day of the Spring Festival, no Kurban Ait), so ``PH`` is
replaced by the dates before it reads an expression.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

import holidays

YEARS = range(2024, 2061)
"""Years whose holidays are known here; later ones have none."""

# Not strftime: its names follow the machine's language.
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAY = r"(?:Mo|Tu|We|Th|Fr|Sa|Su)(?:\s*-\s*(?:Mo|Tu|We|Th|Fr|Sa|Su))?"
_ON_HOLIDAYS = re.compile(
    rf"\s*(?P<before>(?:{_DAY}\s*,\s*)*)PH(?P<after>(?:\s*,\s*{_DAY})*)(?P<then>\s.*|)"
)


@lru_cache(maxsize=8)
def public_holidays(country: str) -> tuple[date, ...]:
    """Public holidays of a country in ``YEARS``, in order.

    Args:
        country: ISO 3166 code.

    Raises:
        NotImplementedError: The calendar of the country is not known.
    """
    return tuple(sorted(holidays.country_holidays(country, years=YEARS)))


def with_dates(expression: str, country: str) -> str:
    """Opening hours with the dates of the country's public holidays instead of ``PH``.

    ``Mo-Fr,PH 10:00-19:00`` becomes one rule for the weekdays and one for the dates. A rule with
    ``PH`` elsewhere (``PH -1 day``) is left to the parser of opening hours.
    """
    return ";".join(_rule_with_dates(rule, country) for rule in expression.split(";"))


def _rule_with_dates(rule: str, country: str) -> str:
    match = _ON_HOLIDAYS.fullmatch(rule)
    if match is None:
        return rule
    weekdays = (match["before"] + match["after"].lstrip(" ,")).strip(" ,")
    dates = ",".join(
        f"{day:%Y} {_MONTHS[day.month - 1]} {day:%d}" for day in public_holidays(country)
    )
    parts = [weekdays, dates] if weekdays else [dates]
    return ";".join(f"{part}{match['then']}" for part in parts)
