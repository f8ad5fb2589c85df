"""Values survive the way through JSON."""

import json
from decimal import Decimal

import pytest

from horgos.entities.serial import from_dict, to_dict
from horgos.entities.values import (
    AnyHoliday,
    CalendarDate,
    Citizenship,
    Clock,
    Day,
    Holiday,
    Money,
    Now,
    Side,
    Value,
    Weekday,
    Weekend,
)

VALUES: list[Value] = [
    Citizenship("KZ"),
    Money(Decimal("6500.50"), "CNY", "spent"),
    Money(Decimal(20000), None, "limit"),
    Now(),
    Day(2),
    Weekday(7),
    Clock(20, 30),
    CalendarDate(3, 22, None),
    CalendarDate(12, 31, 2025),
    Holiday("CN", "spring_festival"),
    Weekend(),
    AnyHoliday(),
    Side("CN"),
]
BAD = [
    ({}, "unknown value type"),
    ({"type": "planet"}, "unknown value type"),
    ({"type": ["day"]}, "unknown value type"),
    ({"type": "day"}, "fields"),
    ({"type": "day", "offset": 1, "hour": 2}, "fields"),
    ({"type": "money", "amount": "much", "currency": None, "role": "spent"}, "not a number"),
]


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_a_value_comes_back_as_it_was(value: Value) -> None:
    """Also exact amounts."""
    assert from_dict(json.loads(json.dumps(to_dict(value)))) == value


def test_every_kind_of_value_has_its_own_name() -> None:
    """No two types share one."""
    names = {type(value): to_dict(value)["type"] for value in VALUES}
    assert len(set(names.values())) == len(names) == 11


@pytest.mark.parametrize(("data", "message"), BAD)
def test_damaged_data_is_refused(data: dict[str, object], message: str) -> None:
    """The error says what is wrong."""
    with pytest.raises(ValueError, match=message):
        from_dict(data)
