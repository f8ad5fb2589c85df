"""Numbers in Chinese numerals."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from horgos.entities.chinese_numbers import parse_chinese
from tests.entities.number_writer import chinese

SPOKEN = [
    ("六千五", "6500"),
    ("一万二", "12000"),
    ("三百五", "350"),
    ("六千零五", "6005"),
    ("两万五千", "25000"),
    ("一万零五百", "10500"),
    ("一百二十万", "1200000"),
    ("二零二五", "2025"),
    ("十", "10"),
    ("十五", "15"),
    ("一千零一十", "1010"),
    ("一千零十", "1010"),
    ("廿五", "25"),
    ("叁仟伍佰", "3500"),
    ("一亿两千万", "120000000"),
]
MIXED = [
    ([Decimal("1.5"), "万"], "15000"),
    ([Decimal(8), "千", Decimal(5)], "8500"),
    ([Decimal(3), "万", Decimal(5)], "35000"),
    ([Decimal(12), "万"], "120000"),
]
NO_NUMBERS = ["千万", "百", "万一", "元", ""]


@pytest.mark.parametrize(("text", "expected"), SPOKEN)
def test_spoken_numbers_are_read(text: str, expected: str) -> None:
    assert parse_chinese(list(text)) == (Decimal(expected), len(text))


@pytest.mark.parametrize(("parts", "expected"), MIXED)
def test_digits_with_chinese_units_are_read(parts: list[str | Decimal], expected: str) -> None:
    assert parse_chinese(parts) == (Decimal(expected), len(parts))


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_units_alone_are_no_number(text: str) -> None:
    assert parse_chinese(list(text)) is None


def test_what_follows_is_left() -> None:
    assert parse_chinese(list("八千块钱")) == (Decimal(8000), 2)


@given(st.integers(1, 10_000_000))
def test_any_number_is_read_back(number: int) -> None:
    text = chinese(number)
    assert parse_chinese(list(text)) == (number, len(text))
