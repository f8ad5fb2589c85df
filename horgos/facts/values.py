"""Typed values of the facts file: a figure is written once, with its unit.

A value in YAML is a mapping whose keys tell its kind, for instance
``{money: 8000, currency: CNY}`` or ``{quantity: 5.6, unit: square_kilometre}``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import time
from decimal import Decimal
from functools import lru_cache
from zoneinfo import ZoneInfo

import opening_hours
from babel import Locale

from horgos.facts.dates import PartialDate
from horgos.facts.public_holidays import with_dates
from horgos.language.countries import COUNTRIES

UNITS = ("square_kilometre", "kilogram", "tonne", "minute", "hour", "day")
"""Units a quantity may have; each needs its words in every ``locales/<language>.yml``."""

SIDES = ("CN", "KZ")
"""Countries of the zone's two sides; each needs its words in every ``locales/<language>.yml``."""

TIME_ZONES = ("Asia/Shanghai", "Asia/Almaty")
"""Clocks the zone lives by; each needs its words in every ``locales/<language>.yml``."""

_NUMBER = re.compile(r"[0-9]+(\.[0-9]+)?")
_CLOCK = re.compile(r"[0-9]{2}:[0-9]{2}")


@dataclass(frozen=True)
class Money:
    """An amount in a currency (ISO 4217)."""

    amount: Decimal
    currency: str


@dataclass(frozen=True)
class MoneyPerKilogram:
    """A rate for each kilogram, in a currency (ISO 4217)."""

    amount: Decimal
    currency: str


@dataclass(frozen=True)
class Quantity:
    """A number with a unit of ``UNITS``."""

    number: Decimal
    unit: str


@dataclass(frozen=True)
class Count:
    """A bare number; a million and more is written in words of the language."""

    number: Decimal


@dataclass(frozen=True)
class Percent:
    """A share in hundredths."""

    number: Decimal


@dataclass(frozen=True)
class OnDate:
    """A date known to the year, month or day."""

    on: PartialDate


@dataclass(frozen=True)
class TimeOfDay:
    """A clock time."""

    at: time


@dataclass(frozen=True)
class TimeSpan:
    """From one clock time to another."""

    opens: time
    closes: time


@dataclass(frozen=True)
class OpeningHours:
    """Hours in OpenStreetMap's opening_hours syntax.

    Attributes:
        expression: For instance ``Mo-Su 10:00-19:00; PH off``.
        time_zone: IANA name of the clock it is written in.
        country: ISO 3166 code of the country whose public holidays ``PH`` means.
    """

    expression: str
    time_zone: str
    country: str

    def parsed(self) -> opening_hours.OpeningHours:
        """The expression, ready to compute with."""
        return _parse(self.expression, self.time_zone, self.country)


Value = (
    Money
    | MoneyPerKilogram
    | Quantity
    | Count
    | Percent
    | OnDate
    | TimeOfDay
    | TimeSpan
    | OpeningHours
)


class ValueFault(ValueError):
    """A value that cannot be read; carries the mend."""

    def __init__(self, what: str, mend: str) -> None:
        super().__init__(what)
        self.what = what
        self.mend = mend


@lru_cache(maxsize=256)
def _parse(expression: str, time_zone: str, country: str) -> opening_hours.OpeningHours:
    dated = with_dates(expression, country)
    return opening_hours.OpeningHours(dated, timezone=ZoneInfo(time_zone), country=country)


def read_value(raw: object) -> Value:
    """Make a typed value of what YAML holds.

    Raises:
        ValueFault: It is none of the kinds above, or a part of it is wrong.
    """
    if not isinstance(raw, Mapping):
        raise ValueFault(f"{raw!r} is not a typed value", "write it as {number: ...} or the like")
    for keys, reader in _READERS.items():
        if set(raw) == set(keys):
            return reader(raw)
    known = "; ".join("{" + ", ".join(keys) + "}" for keys in _READERS)
    raise ValueFault(f"keys {sorted(map(str, raw))} are no known kind of value", f"use {known}")


def _decimal(raw: object) -> Decimal:
    if not _NUMBER.fullmatch(str(raw)):
        raise ValueFault(f"{raw!r} is not a number", "write digits with a point")
    return Decimal(str(raw))


def _currency(raw: object) -> str:
    code = str(raw)
    if code not in Locale("en").currencies:
        raise ValueFault(f"unknown currency {code!r}", "use an ISO 4217 code such as CNY")
    return code


def _clock(raw: object) -> time:
    try:
        if _CLOCK.fullmatch(str(raw)):
            return time.fromisoformat(str(raw))
    except ValueError:
        pass
    raise ValueFault(f"{raw!r} is not a clock time", 'write "07:00"')


def _quantity(raw: Mapping[str, object]) -> Quantity:
    unit = str(raw["unit"])
    if unit not in UNITS:
        raise ValueFault(f"unknown unit {unit!r}", f"use one of {', '.join(UNITS)}")
    return Quantity(_decimal(raw["quantity"]), unit)


def _date(raw: Mapping[str, object]) -> OnDate:
    try:
        return OnDate(PartialDate.parse(str(raw["date"])))
    except ValueError:
        what = f"{raw['date']!r} is not a date"
        raise ValueFault(what, 'write "2012", "2025-07" or "2025-11-01"') from None


def _span(raw: Mapping[str, object]) -> TimeSpan:
    opens, dash, closes = str(raw["times"]).partition("-")
    if not dash:
        raise ValueFault(f"{raw['times']!r} is not a span of time", 'write "07:00-19:00"')
    return TimeSpan(_clock(opens), _clock(closes))


def check_country(raw: object) -> str:
    """An ISO 3166 alpha-2 code.

    Raises:
        ValueFault: It is not one.
    """
    code = str(raw)
    if code not in COUNTRIES:
        raise ValueFault(f"unknown country {code!r}", "use an ISO 3166 code such as KZ")
    return code


def _opening_hours(raw: Mapping[str, object]) -> OpeningHours:
    zone, country = str(raw["time_zone"]), str(raw["holidays_of"])
    if country not in SIDES:
        mend = f"use the side's own, one of {', '.join(SIDES)}"
        raise ValueFault(f"unknown country {country!r}", mend)
    if zone not in TIME_ZONES:
        raise ValueFault(f"unknown time zone {zone!r}", f"use one of {', '.join(TIME_ZONES)}")
    hours = OpeningHours(str(raw["opening_hours"]), zone, country)
    readings = (hours.expression, with_dates(hours.expression, country))
    if not all(map(opening_hours.validate, readings)):
        what = f"opening hours {hours.expression!r} do not parse"
        mend = "write OpenStreetMap's opening_hours, for instance Mo-Su 10:00-19:00"
        raise ValueFault(what, mend)
    return hours


_READERS: Mapping[tuple[str, ...], Callable[[Mapping[str, object]], Value]] = {
    ("money", "currency"): lambda r: Money(_decimal(r["money"]), _currency(r["currency"])),
    ("money_per_kilogram", "currency"): lambda r: MoneyPerKilogram(
        _decimal(r["money_per_kilogram"]), _currency(r["currency"])
    ),
    ("quantity", "unit"): _quantity,
    ("number",): lambda r: Count(_decimal(r["number"])),
    ("percent",): lambda r: Percent(_decimal(r["percent"])),
    ("date",): _date,
    ("time",): lambda r: TimeOfDay(_clock(r["time"])),
    ("times",): _span,
    ("opening_hours", "time_zone", "holidays_of"): _opening_hours,
}
