"""Numbers in digits with marks between them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from horgos.entities.digits import parse_digits

WRITTEN = [
    ("6500", "6500"),
    ("6,500", "6500"),
    ("6.500", "6500"),
    ("6500,50", "6500.50"),
    ("6500.5", "6500.5"),
    ("6.500,50", "6500.50"),
    ("6,500.50", "6500.50"),
    ("1,234,567.89", "1234567.89"),
    ("1.234.567", "1234567"),
    ("6'500", "6500"),
    ("1,00,000", "100000"),
    ("0.500", "0.500"),
    ("0,5", "0.5"),
    ("12.5", "12.5"),
    ("20.00", "20.00"),
    ("007", "7"),
]
NO_NUMBERS = ["1.2.3", "1,2,3", "", "1.", ".5", "12.34.56,7", "1,2,345.6"]


@pytest.mark.parametrize(("text", "expected"), WRITTEN)
def test_marks_are_told_apart(text: str, expected: str) -> None:
    assert parse_digits(text) == Decimal(expected)


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_other_digits_are_no_number(text: str) -> None:
    assert parse_digits(text) is None


@given(st.integers(1, 10_000_000), st.sampled_from([",", ".", "'", ""]))
def test_any_grouped_number_is_read_back(number: int, mark: str) -> None:
    assert parse_digits(f"{number:,}".replace(",", mark)) == number


@given(
    st.integers(1000, 10_000_000),
    st.integers(0, 99),
    st.sampled_from([(",", "."), (".", ","), ("'", "."), ("'", ","), ("", "."), ("", ",")]),
)
def test_any_grouped_number_with_cents_is_read_back(
    number: int, cents: int, marks: tuple[str, str]
) -> None:
    group, point = marks
    text = f"{number:,}".replace(",", group) + f"{point}{cents:02}"
    assert parse_digits(text) == Decimal(number) + Decimal(cents) / 100
