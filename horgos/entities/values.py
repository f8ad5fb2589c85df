"""The values a message may state."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Kind = Literal["citizenship", "nationality", "money", "when", "side"]
KINDS: tuple[Kind, ...] = ("citizenship", "nationality", "money", "when", "side")


@dataclass(frozen=True)
class Citizenship:
    """A visitor's citizenship, or that of whoever is asked about.

    Attributes:
        country: ISO 3166-1 alpha-2; HK, MO and TW stand for themselves.
    """

    country: str


@dataclass(frozen=True)
class Nationality:
    """A people or country that is named with hardly a word beside it.

    It may be a language, or whose goods they are, and is a citizenship only where the visitor
    has just been asked for one.

    Attributes:
        country: ISO 3166-1 alpha-2.
    """

    country: str


@dataclass(frozen=True)
class Money:
    """An amount of money.

    Attributes:
        amount: in whole units of the currency.
        currency: ISO 4217; None when the message names none.
        role: "spent" for goods and purchases, "limit" when the message says that the duty-free
            limit itself is this much.
    """

    amount: Decimal
    currency: str | None
    role: Literal["spent", "limit"]


@dataclass(frozen=True)
class Now:
    """This moment."""


@dataclass(frozen=True)
class Day:
    """A day counted from today.

    Attributes:
        offset: 0 today, 1 tomorrow, 2 the day after, -1 yesterday, -2 the day before.
    """

    offset: int


@dataclass(frozen=True)
class Weekday:
    """A day of the week.

    Attributes:
        iso: 1 Monday to 7 Sunday (ISO 8601).
    """

    iso: int


@dataclass(frozen=True)
class Clock:
    """A time of day, local to whatever the message is about.

    Attributes:
        hour: 0 to 23.
        minute: 0 to 59.
    """

    hour: int
    minute: int


@dataclass(frozen=True)
class CalendarDate:
    """A date.

    Attributes:
        month: 1 to 12.
        day: 1 to 31.
        year: four digits; None when not said.
    """

    month: int
    day: int
    year: int | None


@dataclass(frozen=True)
class Holiday:
    """A public holiday by name. A name both countries use yields one value for each.

    Attributes:
        country: "CN" or "KZ", whose calendar sets the date.
        key: the holiday's key in ``lexicon/holidays.yml``.
    """

    country: str
    key: str


@dataclass(frozen=True)
class Weekend:
    """Saturday and Sunday."""


@dataclass(frozen=True)
class AnyHoliday:
    """Public holidays in general."""


@dataclass(frozen=True)
class Side:
    """One of the two halves of the zone."""

    country: Literal["CN", "KZ"]


When = Now | Day | Weekday | Clock | CalendarDate | Holiday | Weekend | AnyHoliday
Value = Citizenship | Nationality | Money | When | Side


@dataclass(frozen=True)
class Entity:
    """A value and the stretch of the message that states it: ``text[start:end]``."""

    kind: Kind
    value: Value
    start: int
    end: int
