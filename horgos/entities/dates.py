"""Dates in a message: 25 December, the first of May, 25.12.2025, 12月25日."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from horgos.entities.patterns import Found
from horgos.entities.sentence import Sentence
from horgos.entities.terms import Term
from horgos.entities.values import CalendarDate

PATTERN_GROUPS = (
    "day_month",
    "ordinal_date",
    "chinese_date",
    "first_of_days",
    "month_first",
    "slashed",
    "dotted",
    "zero_day",
    "late_day",
)
YEARS = range(1900, 2101)
"""Numbers that may be a year."""
_LEAP_YEAR = 2024
# Patterns around two days that state the one they are about.
_ONE_OF_TWO = frozenset({"first_of_days", "dotted", "zero_day", "late_day"})
_IN_FIGURES = frozenset({"month_first", "slashed", "dotted", "zero_day", "late_day"})
# Figures that tell a day by themselves: 01.10 unlike 1.10, and 25.12, which is no hour.
_DAY_BY_ITSELF = {"zero_day": re.compile("0"), "late_day": re.compile("2[5-9]|3")}
_FIGURES = re.compile(r"(\d{1,2})[./](\d{1,2})")
_TENS = (10, 20, 30)
_MARKS = re.compile("[-./]")


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
    for match in sorted(found, key=lambda match: match.name != "month_first"):
        tokens = _own_tokens(match)
        if match.name not in PATTERN_GROUPS or not taken.isdisjoint(tokens):
            continue
        value = _read(match, sentence, words)
        if value is not None:
            taken.update(tokens)
            result.append(FoundDate(value, tokens.start, tokens.stop))
    for token, term in enumerate(sentence.terms, start=1):
        value = _in_digits(term) if term.label == "DATE" else None
        if value is not None:
            result.append(FoundDate(value, token, token + 1))
    return result


def _own_tokens(match: Found) -> range:
    """What a match states its date with: one of two days leaves the other one free."""
    if match.name in _ONE_OF_TWO and match.about is not None:
        return range(match.about, match.about + 1)
    return range(match.start, match.end)


def _read(match: Found, sentence: Sentence, words: DateWords) -> CalendarDate | None:
    terms = [sentence.term(token) for token in range(match.start, match.end)]
    numbers = [int(term.number) for term in terms if term.number is not None]
    if match.name in _IN_FIGURES:
        return _in_figures(match, sentence)
    if match.name == "chinese_date":
        return _counted(match, sentence, words)
    months = [words.months[term.entry] for term in terms if term.entry in words.months]
    if match.name == "first_of_days":
        return _first_day(terms, months[0], words.ordinals) if months else None
    if match.name == "ordinal_date":
        numbers = _with_ordinal(terms, words.ordinals)
    if not months or not numbers:
        return None
    year = numbers[1] if len(numbers) > 1 else None
    if year is not None and year not in YEARS:
        return None
    return _checked(year, months[0], numbers[0])


def _first_day(
    terms: Sequence[Term], month: int, ordinals: Mapping[str, int]
) -> CalendarDate | None:
    """The first of October in "1-7 October"."""
    day = terms[0].number if terms[0].number is not None else ordinals[terms[0].entry]
    return _checked(None, month, int(day)) if day == int(day) else None


def _in_figures(match: Found, sentence: Sentence) -> CalendarDate | None:
    """22.03 and 22/03, the American 03/22 too, 10.1 and 10/1 where Chinese write the month first.

    22.03 has two digits each, 22/03 is told from 24/7 and 1/2 by a zero or by a word before it.
    """
    own = _own_tokens(match)
    first_token = own.start if match.about is None else match.about
    terms = [sentence.term(token) for token in range(first_token, own.stop)]
    atoms = [atom for term in terms for atom in term.atoms if atom.kind != "letters"]  # 01.10-да
    typed = _FIGURES.fullmatch("".join(atom.reading for atom in atoms))
    if typed is None:
        return None
    first, second = typed.groups()
    if match.name in _DAY_BY_ITSELF and not _DAY_BY_ITSELF[match.name].match(first):
        return None
    month_first = _checked(None, int(first), int(second))
    if match.name == "month_first":
        return month_first
    is_told = first_token != own.start or "0" in {first[0], second[0]}
    if len(second) != 2 or not (is_told if match.name == "slashed" else len(first) == 2):
        return None
    day_first = _checked(None, int(second), int(first))
    if _is_chinese(sentence):
        return month_first
    return day_first or (month_first if match.name == "slashed" else None)


def _is_chinese(sentence: Sentence) -> bool:
    return any(atom.kind == "han" for term in sentence.terms for atom in term.atoms)


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


def _counted(match: Found, sentence: Sentence, words: DateWords) -> CalendarDate | None:
    """A month that is counted, not named: 10月1号, 10-айдың 1-күні, оныншы айдың жиырма бірі."""
    terms = [sentence.term(token) for token in range(match.start, match.end)]
    values = [term.number or words.ordinals.get(term.entry) for term in terms]
    month, *days = (int(value) for value in values if value is not None)
    if len(days) == 2 and (days[0] not in _TENS or days[1] > 9):
        return None
    return _checked(_year_before(match, sentence), month, sum(days))


def _year_before(match: Found, sentence: Sentence) -> int | None:
    """2025 in 2025年12月25日."""
    token = match.start - 2
    if token < 1 or sentence.term(token + 1).entry != "年":
        return None
    number = sentence.term(token).number
    return int(number) if number is not None and number in YEARS else None


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
