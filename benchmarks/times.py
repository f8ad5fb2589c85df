"""Days and times of day as the authors of the questions label them, beside what was found."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from horgos.entities.finder import find_all
from horgos.entities.values import CalendarDate, Clock, Day, Holiday, Now, Value, Weekday, Weekend
from horgos.language.detection import detect

Label = tuple[str, str]
"""What kind of time it is, and which: ``("day", "1")``, ``("clock", "20:00")``."""


def is_found(label: Label, values: Iterable[Value]) -> bool:
    """Whether the time a question states is among the values found.

    Raises:
        KeyError: The label is of no kind known here.
    """
    return not _READ[label[0]](label[1]).isdisjoint(map(_without_year, values))


def _holiday(name: str) -> set[Value]:
    found = (entity.value for entity in find_all(name, detect(name)))
    return {value for value in found if isinstance(value, Holiday)}


def _date(written: str) -> set[Value]:
    month, day = map(int, written.split("-")[-2:])
    return {CalendarDate(month, day, None)}


def _clock(written: str) -> set[Value]:
    hour, minute = map(int, written.split(":"))
    return {Clock(hour, minute)}


_READ: dict[str, Callable[[str], set[Value]]] = {
    "now": lambda _: {Now()},
    "day": lambda written: {Day(int(written))},
    "weekday": lambda written: {Weekday(int(written))},
    "weekend": lambda _: {Weekend()},
    "clock": _clock,
    "date": _date,
    "holiday": _holiday,
}


def _without_year(value: Value) -> Value:
    """Labels of dates have no year."""
    if isinstance(value, CalendarDate):
        return CalendarDate(value.month, value.day, None)
    return value
