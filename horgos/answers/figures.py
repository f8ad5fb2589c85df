"""A typed value, written for a reader: numbers, money and dates by CLDR through Babel."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal
from functools import singledispatch
from typing import Literal

from babel.dates import format_date, format_skeleton
from babel.numbers import (
    format_compact_decimal,
    format_decimal,
    format_percent,
    get_currency_name,
)

from horgos.answers.locale import Locale
from horgos.facts.dates import PartialDate
from horgos.facts.values import (
    Count,
    Money,
    MoneyPerKilogram,
    OnDate,
    OpeningHours,
    Percent,
    Quantity,
    TimeOfDay,
    TimeSpan,
)

WORDY_FROM = 1_000_000
"""From here on a number is written with a word, "45 million"."""

# Digits after the point beside such a word: more than a number has, so none is rounded away.
_ALL_DIGITS = 12


@singledispatch
def figure(value: object, locale: Locale) -> str:
    """The value as text in the locale's language.

    Raises:
        TypeError: No way to write such a value is known.
    """
    raise TypeError(f"no way to write {value!r}")


def number(value: Decimal, locale: Locale) -> str:
    """A number; a million and more with a word, and no grouping marks for zh's 万."""
    if value < WORDY_FROM:
        return format_decimal(value, locale=locale.babel, decimal_quantization=False)
    wordy: Literal["short", "long"]
    wordy = "long" if "long" in locale.babel.compact_decimal_formats else "short"
    return format_compact_decimal(
        value, format_type=wordy, locale=locale.babel, fraction_digits=_ALL_DIGITS
    )


def counted(value: Decimal, words: Mapping[str, str], locale: Locale) -> str:
    """A number with its word in the right plural."""
    category = locale.babel.plural_form(value)
    return words.get(category, words["other"]).format(n=number(value, locale))


@figure.register
def _money(value: Money, locale: Locale) -> str:
    words = locale.words.money.get(value.currency)
    if words is None:
        return f"{number(value.amount, locale)} {currency_name(value.currency, locale)}"
    return counted(value.amount, words, locale)


@figure.register
def _rate(value: MoneyPerKilogram, locale: Locale) -> str:
    words = locale.words.money_per_kilogram.get(value.currency)
    if words is None:
        kilogram = locale.words.units["kilogram"]["other"].format(n="").strip()
        return f"{_money(Money(value.amount, value.currency), locale)} / {kilogram}"
    return counted(value.amount, words, locale)


def currency_name(code: str, locale: Locale) -> str:
    """What the locale calls a currency; CLDR's name where it has no words of its own."""
    return locale.currency_names.get(code) or get_currency_name(code, locale=locale.babel)


@figure.register
def _quantity(value: Quantity, locale: Locale) -> str:
    return counted(value.number, locale.words.units[value.unit], locale)


@figure.register
def _count(value: Count, locale: Locale) -> str:
    return number(value.number, locale)


@figure.register
def _percent(value: Percent, locale: Locale) -> str:
    share = value.number / 100
    return str(format_percent(share, locale=locale.babel, decimal_quantization=False))


@figure.register
def _on_date(value: OnDate, locale: Locale) -> str:
    return written_date(value.on, locale)


@figure.register
def _time_of_day(value: TimeOfDay, locale: Locale) -> str:
    return clock(value.at)


@figure.register
def _time_span(value: TimeSpan, locale: Locale) -> str:
    return f"{clock(value.opens)}–{clock(value.closes)}"


@figure.register
def _opening_hours(value: OpeningHours, locale: Locale) -> str:
    return value.expression


def clock(at: time | date) -> str:
    """A clock time on 24 hours, as signs at both sides of the border write it."""
    return at.strftime("%H:%M")


def written_date(on: PartialDate, locale: Locale) -> str:
    """An absolute date, as precise as it is known."""
    if on.month is None:
        return str(on.year)
    if on.day is None:
        return str(format_skeleton("yMMMM", on.first_day(), locale=locale.babel))
    return str(format_date(on.first_day(), "long", locale=locale.babel))


def dated(on: PartialDate, locale: Locale) -> str:
    """A date that stands alone: a bare year takes the language's word for year, as in 2006年."""
    if on.month is None:
        return str(format_skeleton("y", on.first_day(), locale=locale.babel))
    return written_date(on, locale)


def written_day(on: date, locale: Locale) -> str:
    """A date with its weekday."""
    return str(format_date(on, "full", locale=locale.babel))
