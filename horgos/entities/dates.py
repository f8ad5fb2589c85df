"""Dates in a message: 25 December, the first of May, 25.12.2025, 12月25日."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from horgos.entities.patterns import Found
from horgos.entities.sentence import Sentence
from horgos.entities.terms import Term
from horgos.entities.values import CalendarDate

PATTERN_GROUPS = ("day_month", "ordinal_date", "chinese_date", "dotted_date")
_YEARS = range(1900, 2101)
_LEAP_YEAR = 2024
_TENS = (10, 20, 30)
_MARKS = re.compile("[-./]")
_MONTH_AND_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})")


@dataclass(frozen=True)
class DateWords:
    """Words of the calendar, by entry.

    Attributes:
        months: month of the year.
        ordinals: day of the month that an ordinal in words stands for.
    """

    months: Mapping[str, int]
    ordinals: Mapping[str, int]


@dataclass(frozen=True)
class FoundDate:
    """A date and the tokens it is made of."""

    date: CalendarDate
    start: int
    end: int


def dates(found: Iterator[Found], sentence: Sentence, words: DateWords) -> list[FoundDate]:
    """Dates by the patterns of the calendar, each stretch of text once.

    Args:
        found: matches, longest first; those of other groups are skipped.
        sentence: the message.
        words: see there.
    """
    taken: set[int] = set()
    result = []
    for match in found:
        tokens = set(range(match.start, match.end))
        if match.name not in PATTERN_GROUPS or not taken.isdisjoint(tokens):
            continue
        value = _read(match, sentence, words)
        if value is not None:
            taken.update(tokens)
            result.append(FoundDate(value, match.start, match.end))
    for token, term in enumerate(sentence.terms, start=1):
        value = _in_digits(term) if term.label == "DATE" else None
        if value is not None:
            result.append(FoundDate(value, token, token + 1))
    return result


def _read(match: Found, sentence: Sentence, words: DateWords) -> CalendarDate | None:
    terms = [sentence.term(token) for token in range(match.start, match.end)]
    numbers = [int(term.number) for term in terms if term.number is not None]
    if match.name == "dotted_date":
        return _month_and_day("".join(_typed(term) for term in terms))
    if match.name == "chinese_date":
        year = _year_before(match, sentence)
        return _checked(year, *numbers) if len(numbers) == 2 else None
    months = [words.months[term.entry] for term in terms if term.entry in words.months]
    if match.name == "ordinal_date":
        numbers = _with_ordinal(terms, words.ordinals)
    if not months or not numbers:
        return None
    year = numbers[1] if len(numbers) > 1 else None
    if year is not None and year not in _YEARS:
        return None
    return _checked(year, months[0], numbers[0])


def _typed(term: Term) -> str:
    return "".join(atom.reading for atom in term.atoms).replace("/", ".")


def _month_and_day(typed: str) -> CalendarDate | None:
    """10.1 and 10/1 as Chinese write the first of October."""
    parts = _MONTH_AND_DAY.fullmatch(typed)
    return None if parts is None else _checked(None, int(parts[1]), int(parts[2]))


def _with_ordinal(terms: Sequence[Term], ordinals: Mapping[str, int]) -> list[int]:
    """The day, with the tens before it if there are any, and the year; empty if they do not fit."""
    at = next(at for at, term in enumerate(terms) if term.entry in ordinals)
    day = ordinals[terms[at].entry]
    tens = terms[at - 1].number if at > 0 else None
    if tens is not None:
        if tens not in _TENS or day > 9:
            return []
        day += int(tens)
    return [day, *(int(term.number) for term in terms[at:] if term.number is not None)]


def _year_before(match: Found, sentence: Sentence) -> int | None:
    """2025 in 2025年12月25日."""
    token = match.start - 2
    if token < 1 or sentence.term(token + 1).entry != "年":
        return None
    number = sentence.term(token).number
    return int(number) if number is not None and number in _YEARS else None


def _in_digits(term: Term) -> CalendarDate | None:
    """2025-12-25 or 25.12.2025; with slashes also the American order, where it must be that."""
    parts = [int(part) for part in _MARKS.split(term.atoms[0].reading)]
    if parts[0] > 31:
        return _checked(*parts)
    day, month, year = parts
    if year < 100 and "-" in term.atoms[0].reading:
        return None
    year = year if year > 99 else 2000 + year
    return _checked(year, month, day) or _checked(year, day, month)


def _checked(year: int | None, month: int, day: int) -> CalendarDate | None:
    """The date, if the calendar has it; without a year 29 February does."""
    try:
        date(year if year is not None else _LEAP_YEAR, month, day)
    except ValueError:
        return None
    return CalendarDate(month, day, year)
