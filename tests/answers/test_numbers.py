"""The reader of numbers the property test relies on."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.answers.numbers import numbers_in


@pytest.mark.parametrize(
    ("reader", "text", "numbers"),
    [
        ("en", "8,000 yuan", ["8000"]),
        ("en", "November 1, 2025; 5.6 km", ["1", "2025", "5.6"]),
        ("en", "over 45 million tonnes, 9% more", ["45000000", "9"]),
        ("en", "9.991 million; 1.2 billion", ["9991000", "1200000000"]),
        ("en", "daily 07:00–19:00, until 17:30", ["07:00", "19:00", "17:30"]),
        ("en", "from 10,000 to 1,234,567.89", ["10000", "1234567.89"]),
        ("en", "16, 2025", ["16", "2025"]),
        ("ru", "9,991 миллиона въездов", ["9991000"]),
        ("ru", "45 миллионов тонн, на 9 %", ["45000000", "9"]),
        ("ru", "до 8\u00a0000 юаней", ["8000"]),
        ("ru", "5,6 км; 1 ноября 2025 г.", ["5.6", "1", "2025"]),
        ("ru", "в 2025 году 8 000", ["2025", "8000"]),
        ("kk", "9,991 миллион", ["9991000"]),
        ("kk", "45 ميلليون", ["45000000"]),
        ("kk", "1,5 milliard", ["1500000000"]),
        ("kk", "٤٥ ميلليون", ["45000000"]),
        ("zh", "4500万吨", ["45000000"]),
        ("zh", "999.1萬人次", ["9991000"]),
        ("zh", "1.5亿，2万亿", ["150000000", "2000000000000"]),
        ("zh", "2025年11月1日至3日", ["2025", "11", "1", "3"]),
        ("zh", "８,０００元", ["8000"]),
        ("zh", "凭护照", []),
    ],
)
def test_numbers_are_read(reader: str, text: str, numbers: list[str]) -> None:
    expected = [number if ":" in number else Decimal(number) for number in numbers]
    assert numbers_in(text, reader) == expected
