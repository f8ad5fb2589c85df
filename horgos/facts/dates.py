"""Dates as sources give them: to the year, the month or the day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_WRITTEN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True)
class PartialDate:
    """A date known to the year, the month or the day: ``2012``, ``2025-07``, ``2025-11-01``."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.

        Raises:
            ValueError: The text is not such a date.
        """
        match = _WRITTEN.fullmatch(str(text))
        if match is None:
            raise ValueError(f"{text!r} is not YYYY, YYYY-MM or YYYY-MM-DD")
        year, month, day = (None if part is None else int(part) for part in match.groups())
        # Made whole first, so that month 0 and 30 February are refused.
        date(year or 0, 1 if month is None else month, 1 if day is None else day)
        return cls(year or 0, month, day)

    def first_day(self) -> date:
        """The first day it can mean; for comparing ages."""
        return date(self.year, self.month or 1, self.day or 1)

    def __str__(self) -> str:
        """ISO 8601, as precise as known."""
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)
