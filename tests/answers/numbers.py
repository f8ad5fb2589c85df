"""Every number of a text, in any script's digits, written out or with a word for millions."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal

from horgos.answers import Answer
from horgos.entities.values import Money as Amount
from horgos.facts import Fact, Facts, Statement
from horgos.facts.dates import PartialDate
from horgos.facts.values import (
    Count,
    Money,
    MoneyPerKilogram,
    OnDate,
    Percent,
    Quantity,
    TimeOfDay,
    TimeSpan,
    Value,
)

Number = Decimal | str
"""A number, or a clock time as ``07:00``."""

# Beginnings of the words in all written forms the guide has.
SCALES = {
    10**4: ("万", "萬"),
    10**6: ("million", "миллион", "ميلليون"),
    10**8: ("亿", "億"),
    10**9: ("billion", "milliard", "миллиард", "ميلليارد"),
    10**12: ("trillion", "триллион", "تريلليون", "万亿", "萬億"),
}
_POINT_IS_DECIMAL = ("en", "zh")
_TIME = re.compile(r"(?<!\d)\d{2}:\d{2}(?!\d)")
_NUMBER = re.compile(r"\d+(?:[\u00a0\u202f ,.'٬٫،]\d+)*")


def numbers_in(text: str, language: str) -> list[Number]:
    """Numbers and clock times, in order.

    Args:
        text: The text.
        language: Decides which mark is the decimal one.
    """
    plain = "".join(str(unicodedata.digit(c)) if c.isdigit() else c for c in text)
    found: list[tuple[int, Number]] = [(m.start(), m[0]) for m in _TIME.finditer(plain)]
    rest = _TIME.sub(lambda m: "·" * len(m[0]), plain)
    for match in _NUMBER.finditer(rest):
        for offset, digits in _apart(match[0], language):
            end = match.start() + offset + len(digits)
            scale = _scale_after(rest[end:]) if end == match.end() else 1
            found.append((match.start() + offset, _value(digits, language) * scale))
    return [number for _, number in sorted(found, key=lambda item: item[0])]


def _apart(digits: str, language: str) -> Iterator[tuple[int, str]]:
    """One number, or several that only look like one ("16, 2025", "in 2025 9")."""
    groups = ",٬" if language in _POINT_IS_DECIMAL else "\u00a0\u202f "
    decimal = ".٫" if language in _POINT_IS_DECIMAL else ",،٫"
    pattern = rf"(?:\d{{1,3}}(?:[{groups}]\d{{3}})+(?!\d)|\d+)(?:[{decimal}]\d+)?"
    for match in re.finditer(pattern, digits):
        yield match.start(), match[0]


def _value(digits: str, language: str) -> Decimal:
    if language in _POINT_IS_DECIMAL:
        return Decimal(re.sub("[,٬]", "", digits).replace("٫", "."))
    return Decimal(re.sub("[\u00a0\u202f ]", "", digits).translate(str.maketrans(",،٫", "...")))


def _scale_after(rest: str) -> int:
    following = rest.lstrip(" \u00a0").casefold()
    words = [(word, scale) for scale, words in SCALES.items() for word in words]
    fitting = [(len(word), scale) for word, scale in words if following.startswith(word)]
    return max(fitting, default=(0, 1))[1]


def numbers_allowed(answer: Answer, facts: Facts, amount: Amount | None = None) -> set[Number]:
    """Numbers of the facts and sources an answer cites, and differences from limits."""
    cited = [facts[fact_id] for fact_id in answer.facts]
    allowed: set[Number] = set()
    for fact in cited:
        for statement in fact.statements:
            allowed |= set(_of_statement(statement))
        if amount is not None and amount.role == "spent":
            allowed |= set(_differences(fact, amount))
    for source in answer.sources:
        if source.date is not None:
            allowed |= set(_of_date(source.date))
    return allowed


def _of_statement(statement: Statement) -> Iterator[Number]:
    day = statement.as_of
    yield from _of_date(PartialDate(day.year, day.month, day.day))
    for value in statement.values.values():
        yield from _of_value(value)


def _of_value(value: Value) -> Iterator[Number]:
    if isinstance(value, (Money, MoneyPerKilogram)):
        yield value.amount
    elif isinstance(value, (Quantity, Count, Percent)):
        yield value.number
    elif isinstance(value, OnDate):
        yield from _of_date(value.on)
    elif isinstance(value, TimeOfDay):
        yield value.at.strftime("%H:%M")
    elif isinstance(value, TimeSpan):
        yield value.opens.strftime("%H:%M")
        yield value.closes.strftime("%H:%M")
    else:
        raise AssertionError(f"no numbers known for {value!r}")


def _of_date(on: PartialDate) -> Iterator[Number]:
    yield from (Decimal(part) for part in (on.year, on.month, on.day) if part is not None)


def _differences(fact: Fact, amount: Amount) -> Iterator[Decimal]:
    for statement in fact.statements:
        limit = statement.values.get("limit")
        if isinstance(limit, Money) and amount.currency in (None, limit.currency):
            yield abs(amount.amount - limit.amount)
