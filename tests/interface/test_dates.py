"""The patterns that pages fill in write a date as the guide's own texts do."""

from __future__ import annotations

import pytest

from horgos.answers.figures import written_date
from horgos.facts.dates import PartialDate
from horgos.interface.dates import date_patterns
from horgos.language.conversion import write
from tests.answers.conftest import GUIDE

SHOWN = {
    "kk-Cyrl": ("2026 ж. 5 қаңтар", "2023 ж. сәуір"),
    "kk-Arab": ("2026-جىلعى 5-قاڭتار", "2023-جىلعى ءساۋىر"),
    "kk-Latn": ("2026 j. 5 qañtar", "2023 j. säuır"),
    "ru-Cyrl": ("5 января 2026 г.", "апрель 2023 г."),
    "zh-Hans": ("2026年1月5日", "2023年4月"),
    "zh-Hant": ("2026年1月5日", "2023年4月"),
    "en-Latn": ("January 5, 2026", "April 2023"),
}


def _filled(pattern: str, year: int, day: int = 0) -> str:
    return pattern.replace("{year}", str(year)).replace("{day}", str(day))


def _read(text: str) -> str:
    """As it is read: a blank that does not break is a blank."""
    return " ".join(text.split())


@pytest.mark.parametrize("code", SHOWN)
def test_a_pattern_filled_in_is_what_the_guide_writes(code: str) -> None:
    written_form = GUIDE.forms[code]
    locale = GUIDE.locales[written_form.language]
    patterns = date_patterns(written_form, locale)
    compared = 0
    for month in range(1, 13):
        for year, day in ((2026, 1), (2012, 22), (1999, 12)):
            whole = written_date(PartialDate(year, month, day), locale)
            assert _filled(patterns.days[month - 1], year, day) == write(whole, written_form)
            of_month = written_date(PartialDate(year, month), locale)
            assert _filled(patterns.months[month - 1], year) == write(of_month, written_form)
            compared += 2
    assert compared == 72
    first, april = SHOWN[code]
    assert _read(_filled(patterns.days[0], 2026, 5)) == first
    assert _read(_filled(patterns.months[3], 2023)) == april


def test_every_form_is_looked_at() -> None:
    assert list(SHOWN) == [form.code for form in GUIDE.forms]
