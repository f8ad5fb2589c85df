"""An age as an operator writes it: ``30d`` or ``12h``."""

from __future__ import annotations

import re
from datetime import timedelta

_AGE = re.compile(r"([0-9]{1,5})([dh])")
_UNITS = {"d": timedelta(days=1), "h": timedelta(hours=1)}


def read_age(text: str) -> timedelta:
    """The age, of whole days or hours.

    Raises:
        ValueError: It is none; the text says how to write one.
    """
    found = _AGE.fullmatch(text)
    if not (found and text.isascii()):
        raise ValueError(f"{text!r} is no age: write days or hours, such as 30d or 12h")
    return int(found[1]) * _UNITS[found[2]]
