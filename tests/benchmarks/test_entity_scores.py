from decimal import Decimal
from typing import Any

import pytest

from benchmarks.entities import entity_table, find
from benchmarks.tables import Share
from tests.benchmarks.tiny import YUAN, question

BOUGHT = "I am from Kazakhstan and bought goods for 6500 yuan"


@pytest.mark.parametrize(
    ("labels", "citizenship", "money"),
    [
        ({"citizenship": "KZ", "money": YUAN}, True, True),
        ({"citizenship": "CN", "money": (Decimal(6500), None)}, False, False),
        ({}, False, False),
    ],
)
def test_exact_means_country_amount_and_currency(
    labels: dict[str, Any], citizenship: bool, money: bool
) -> None:
    found = find(question(text=BOUGHT, **labels))
    assert (found.citizenship_exact, found.money_exact) == (citizenship, money)


def test_what_is_stated_and_what_is_not_are_counted_apart() -> None:
    plain = question()
    table = entity_table(
        [plain, plain, question(text=BOUGHT, citizenship="KZ", money=YUAN)], "≥ 97 %"
    )
    assert table.rows[-1].cells[:4] == (Share(1, 1), Share(2, 2), Share(1, 1), Share(2, 2))


def test_all_that_is_stated_is_counted_together() -> None:
    told = question(text=BOUGHT, citizenship="KZ", money=YUAN)
    missed = question(text="are the shops open tomorrow", time=("day", "2"))
    table = entity_table([question(), told, missed], "≥ 97 %")
    assert table.columns[-2] == "all that is stated"
    assert table.rows[-1].cells[5] == Share(2, 3)


@pytest.mark.parametrize(
    ("text", "time", "found"),
    [
        ("are the shops open tomorrow", ("day", "1"), True),
        ("are the shops open tomorrow", ("day", "2"), False),
        ("is it open now", ("now", "True"), True),
        ("а в воскресенье открыто?", ("weekday", "7"), True),
        ("демалыс күндері ашық па", ("weekend", "True"), True),
        ("open at 20:00?", ("clock", "20:00"), True),
        ("open at 20:30?", ("clock", "20:00"), False),
        ("open on October 1, 2026?", ("date", "10-01"), True),
        ("Наурызда ашық па", ("holiday", "Nauryz"), True),
        ("春节开门吗", ("holiday", "Chinese New Year"), True),
        ("春节开门吗", ("holiday", "Nauryz"), False),
    ],
)
def test_a_time_is_found_or_not(text: str, time: tuple[str, str], found: bool) -> None:
    assert find(question(text=text, time=time)).time_found is found
