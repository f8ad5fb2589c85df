"""Numbers inside messages, in digits and in words of four languages."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from horgos.entities.reader import read
from horgos.language.tokens import words
from tests.entities.number_writer import chinese, english, kazakh, russian
from tests.entities.spellings import SPELLINGS

SAID = [
    ("en", "six and a half thousand", ["6500"]),
    ("en", "eight thousand and five hundred", ["8500"]),
    ("en", "a thousand", ["1000"]),
    ("en", "eighteen hundred", ["1800"]),
    ("zh-Hant", "萬三", ["13000"]),
    ("zh-Hant", "千八", ["1800"]),
    ("kk", "7000-нан", ["7000"]),
    ("en", "one thousand and two thousand", ["1000", "2000"]),
    ("en", "half a million", ["500000"]),
    ("en", "eighthundred fifty, twentyfive thousand", ["850", "25000"]),
    ("en", "someone often tells stone", []),
    ("ru", "двадцатьпять, восемьтысяч, стопятьдесят", ["25", "8000", "150"]),
    ("ru", "четверть миллиона и четверть часа", ["250000"]),
    ("en", "8k", ["8000"]),
    ("en", "8 k", ["8000"]),
    ("en", "2.5 mln", ["2500000"]),
    ("en", "room G312", ["312"]),
    ("ru", "полторы тысячи", ["1500"]),
    ("ru", "шесть с половиной тысяч", ["6500"]),
    ("ru", "двух тысяч пятисот", ["2500"]),
    ("ru", "тысяч на девять", ["9000"]),
    ("ru", "8 тыс 500", ["8500"]),
    ("ru", "8к", ["8000"]),
    ("ru", "он пришел", []),
    ("ru", "торт", []),
    ("ru", "1 250 000,50", ["1250000.50"]),
    ("ru", "2025 500", ["2025", "500"]),
    ("kk", "сегіз мың жарым", ["8500"]),
    ("kk", "бір жарым мың", ["1500"]),
    ("kk", "мыңға", ["1000"]),
    ("kk", "сегіз мыңнан", ["8000"]),
    ("kk", "оның алтыны", []),
    ("kk", "мына жерге бірге", []),
    ("kk-Arab", "سەگىز مىڭ", ["8000"]),
    ("kk-Latn", "segiz myn", ["8000"]),
    ("ru-Latn", "sem tysyach", ["7000"]),
    ("zh", "6，500", ["6500"]),
    ("zh", "6500，2000", ["6500", "2000"]),
    ("zh", "１.５万", ["15000"]),
    ("pinyin", "liuqianwu", ["6500"]),
    ("pinyin", "yi wan er", ["12000"]),
    ("pinyin", "wo shi", []),
]
WRITERS: list[tuple[str, Callable[[int], str]]] = [
    ("en", english),
    ("ru", russian),
    ("kk", kazakh),
    ("zh", chinese),
]


def numbers(spelling: str, text: str) -> list[Decimal]:
    how = SPELLINGS[spelling]
    terms = read(words(text, how.language), how).terms
    return [term.number for term in terms if term.number is not None]


@pytest.mark.parametrize(("spelling", "text", "expected"), SAID)
def test_numbers_are_read(spelling: str, text: str, expected: list[str]) -> None:
    assert numbers(spelling, text) == [Decimal(number) for number in expected]


@pytest.mark.parametrize(("spelling", "write"), WRITERS)
@settings(max_examples=60)
@given(number=st.integers(1, 999_999))
def test_any_number_in_words_is_read_back(
    spelling: str, write: Callable[[int], str], number: int
) -> None:
    assert numbers(spelling, write(number)) == [number]


@settings(max_examples=60)
@given(st.integers(1, 10_000_000), st.sampled_from([" ", "\u00a0", "\u202f", ",", ".", "'", ""]))
def test_any_number_in_grouped_digits_is_read_back(number: int, mark: str) -> None:
    assert numbers("en", f"spent {number:,} on gifts".replace(",", mark)) == [number]
