"""How a written form writes a date, as patterns that a page fills in.

Browsers have no Kazakh months (Chromium) or none in our scripts; the guide has, and its texts and
the pages then write the same date alike.
"""

from __future__ import annotations

from dataclasses import dataclass

from horgos.answers.figures import written_date
from horgos.answers.locale import Locale
from horgos.facts.dates import PartialDate
from horgos.language.conversion import write
from horgos.language.forms import WrittenForm

# Figures that no month's number can be taken for.
_YEAR, _DAY = 2345, 28
_MONTHS = range(1, 13)


@dataclass(frozen=True)
class DatePatterns:
    """Patterns with ``{year}``, and ``{day}`` without a leading zero; January first.

    Attributes:
        days: A whole date in each month.
        months: Each month of a year.
    """

    days: tuple[str, ...]
    months: tuple[str, ...]

    def as_json(self) -> dict[str, list[str]]:
        """As a pack holds it."""
        return {"days": list(self.days), "months": list(self.months)}


def date_patterns(form: WrittenForm, locale: Locale) -> DatePatterns:
    """The patterns of a written form, whose language is the locale's."""
    days = (PartialDate(_YEAR, month, _DAY) for month in _MONTHS)
    months = (PartialDate(_YEAR, month) for month in _MONTHS)
    return DatePatterns(
        tuple(_pattern(day, form, locale) for day in days),
        tuple(_pattern(month, form, locale) for month in months),
    )


def _pattern(on: PartialDate, form: WrittenForm, locale: Locale) -> str:
    written = write(written_date(on, locale), form)
    return written.replace(str(_YEAR), "{year}").replace(str(_DAY), "{day}")
