"""Typed values, written for readers: exact, and as the language writes them."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from horgos.answers.figures import dated, figure, number, written_day
from horgos.facts.dates import PartialDate
from horgos.facts.values import (
    UNITS,
    Count,
    Money,
    MoneyPerKilogram,
    OnDate,
    OpeningHours,
    Percent,
    Quantity,
    TimeOfDay,
    TimeSpan,
    Value,
)
from tests.answers.conftest import FACTS, GUIDE
from tests.answers.numbers import numbers_in

D = Decimal


def plain_blanks(text: str) -> str:
    """CLDR writes narrow and unbreakable blanks; which one differs from release to release."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (
            Money(D(8000), "CNY"),
            {"en": "8,000 yuan", "ru": "8 000 юаней", "kk": "8 000 юань", "zh": "8,000元人民币"},
        ),
        (Money(D(1), "EUR"), {"en": "1 euro", "ru": "1 евро", "kk": "1 еуро", "zh": "1欧元"}),
        (Money(D(21), "CNY"), {"ru": "21 юань", "en": "21 yuan"}),
        (Money(D(22), "CNY"), {"ru": "22 юаня"}),
        (Money(D("0.5"), "CNY"), {"ru": "0,5 юаня", "en": "0.5 yuan", "zh": "0.5元人民币"}),
        (
            MoneyPerKilogram(D(4), "EUR"),
            {"en": "4 euros a kilogram", "ru": "4 евро за кг", "zh": "每公斤4欧元"},
        ),
        (
            Quantity(D("5.6"), "square_kilometre"),
            {
                "en": "5.6 square kilometres",
                "ru": "5,6 квадратного километра",
                "kk": "5,6 шаршы километр",
                "zh": "5.6平方公里",
            },
        ),
        (Quantity(D(24), "hour"), {"en": "24 hours", "ru": "24 часа", "zh": "24小时"}),
        (
            Quantity(D(45_000_000), "tonne"),
            {
                "en": "45 million tonnes",
                "ru": "45 миллионов тонн",
                "kk": "45 миллион тонна",
                "zh": "4500万吨",
            },
        ),
        (
            Count(D(9_991_000)),
            {"en": "9.991 million", "ru": "9,991 миллиона", "kk": "9,991 миллион", "zh": "999.1万"},
        ),
        (Count(D(9_991_234)), {"en": "9.991234 million", "zh": "999.1234万"}),
        (Count(D(999_999)), {"en": "999,999", "ru": "999 999"}),
        (Count(D("3.4375")), {"en": "3.4375", "kk": "3,4375"}),
        (Percent(D(9)), {"en": "9%", "ru": "9 %", "kk": "9%", "zh": "9%"}),
        (Percent(D("9.5")), {"en": "9.5%", "ru": "9,5 %", "kk": "9,5%", "zh": "9.5%"}),
        (OnDate(PartialDate(2012)), {"en": "2012", "ru": "2012", "kk": "2012", "zh": "2012"}),
        (
            OnDate(PartialDate(2025, 7)),
            {"en": "July 2025", "ru": "июль 2025 г.", "kk": "2025 ж. шілде", "zh": "2025年7月"},
        ),
        (
            OnDate(PartialDate(2025, 11, 1)),
            {
                "en": "November 1, 2025",
                "ru": "1 ноября 2025 г.",
                "kk": "2025 ж. 1 қараша",
                "zh": "2025年11月1日",
            },
        ),
        (TimeOfDay(time(17, 30)), {"en": "17:30", "ru": "17:30", "kk": "17:30", "zh": "17:30"}),
        (TimeSpan(time(7), time(19)), {"en": "07:00–19:00", "zh": "07:00–19:00"}),
        (OpeningHours("24/7", "Asia/Almaty", "KZ"), {"en": "24/7"}),
        # A currency the locales have no words for takes CLDR's name.
        (Money(D(300), "USD"), {"en": "300 US Dollar", "ru": "300 доллар США", "zh": "300 美元"}),
        (MoneyPerKilogram(D(2), "KZT"), {"en": "2 Kazakhstani Tenge / kg"}),
    ],
    ids=str,
)
def test_a_value_is_written_as_the_language_does(value: Value, written: dict[str, str]) -> None:
    for reader, text in written.items():
        assert plain_blanks(figure(value, GUIDE.locales[reader])) == text


@pytest.mark.parametrize(
    ("on", "written"),
    [
        (PartialDate(2006), {"en": "2006", "zh": "2006年"}),
        (PartialDate(2023, 4), {"en": "April 2023", "zh": "2023年4月"}),
    ],
)
def test_a_date_that_stands_alone(on: PartialDate, written: dict[str, str]) -> None:
    for reader, text in written.items():
        assert dated(on, GUIDE.locales[reader]) == text


def test_a_day_is_written_with_its_weekday() -> None:
    sunday = date(2026, 11, 22)
    written = {code: written_day(sunday, locale) for code, locale in GUIDE.locales.items()}

    assert {code: plain_blanks(text) for code, text in written.items()} == {
        "en": "Sunday, November 22, 2026",
        "ru": "воскресенье, 22 ноября 2026 г.",
        "kk": "2026 ж. 22 қараша, жексенбі",
        "zh": "2026年11月22日星期日",
    }


@given(
    st.decimals(min_value=0, max_value=10**15, places=0)
    | st.decimals(min_value=0, max_value=10**9, places=2)
    | st.integers(0, 10**6).map(lambda n: D(n) * 1000)
)
def test_a_number_says_in_every_language_what_the_facts_file_says(value: Decimal) -> None:
    for reader, locale in GUIDE.locales.items():
        assert numbers_in(number(value, locale), reader) == [value]


@given(st.decimals(min_value=0, max_value=1000, places=2))
def test_a_share_is_not_rounded(share: Decimal) -> None:
    for reader, locale in GUIDE.locales.items():
        assert numbers_in(figure(Percent(share), locale), reader) == [share]


def test_a_figure_of_the_facts_file_is_written_once_and_followed_everywhere() -> None:
    written = 0
    for fact in FACTS:
        for statement in fact.statements:
            for value in statement.values.values():
                for locale in GUIDE.locales.values():
                    written += 1
                    assert any(letter.isdigit() for letter in figure(value, locale))
    assert written >= 4 * 30


def test_what_is_no_value_is_refused() -> None:
    with pytest.raises(TypeError, match="no way to write"):
        figure(object(), GUIDE.locales["en"])


def test_every_unit_has_its_words_in_every_plural() -> None:
    tried = 0
    for locale in GUIDE.locales.values():
        for unit in UNITS:
            for amount in (D(0), D(1), D(2), D(5), D(21), D("1.5"), D(2_000_000)):
                tried += 1
                assert figure(Quantity(amount, unit), locale)
    assert tried == 4 * 6 * 7
