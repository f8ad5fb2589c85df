"""Values as plain data that JSON can carry, and back."""

from __future__ import annotations

from dataclasses import asdict, fields
from decimal import Decimal, InvalidOperation
from typing import Any

from horgos.entities.values import (
    AnyHoliday,
    CalendarDate,
    Citizenship,
    Clock,
    Day,
    Holiday,
    Money,
    Nationality,
    Now,
    Side,
    Value,
    Weekday,
    Weekend,
)

# The names are part of what is kept in conversations: they stay.
_TYPES: dict[str, type[Any]] = {
    "citizenship": Citizenship,
    "nationality": Nationality,
    "money": Money,
    "now": Now,
    "day": Day,
    "weekday": Weekday,
    "clock": Clock,
    "date": CalendarDate,
    "holiday": Holiday,
    "weekend": Weekend,
    "any_holiday": AnyHoliday,
    "side": Side,
}
_NAMES = {value_type: name for name, value_type in _TYPES.items()}


def to_dict(value: Value) -> dict[str, Any]:
    """A value as ``{"type": name, field: ...}``; amounts become strings, so nothing is rounded."""
    plain = {
        key: str(field) if isinstance(field, Decimal) else field
        for key, field in asdict(value).items()
    }
    return {"type": _NAMES[type(value)], **plain}


def from_dict(data: dict[str, Any]) -> Value:
    """The value ``to_dict`` wrote.

    Raises:
        ValueError: no such type, a field missing or unknown, or an amount that is no number.
    """
    name = data.get("type")
    if not isinstance(name, str) or name not in _TYPES:
        raise ValueError(f"unknown value type {name!r}")
    value_type = _TYPES[name]
    given = {key: field for key, field in data.items() if key != "type"}
    wanted = {field.name for field in fields(value_type)}
    if set(given) != wanted:
        raise ValueError(f"{name}: fields {sorted(given)}, expected {sorted(wanted)}")
    if value_type is Money:
        given["amount"] = _amount(given["amount"])
    value: Value = value_type(**given)
    return value


def _amount(text: object) -> Decimal:
    try:
        return Decimal(str(text))
    except InvalidOperation as error:
        raise ValueError(f"money: amount {text!r} is not a number") from error
