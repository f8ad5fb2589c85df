"""Typed values: what YAML may hold, and what is refused."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import opening_hours
import pytest
from hypothesis import given
from hypothesis import strategies as st

from horgos.facts.dates import PartialDate
from horgos.facts.public_holidays import YEARS, public_holidays, with_dates
from horgos.facts.values import (
    SIDES,
    TIME_ZONES,
    UNITS,
    Count,
    Money,
    MoneyPerKilogram,
    OnDate,
    OpeningHours,
    Percent,
    Quantity,
    TimeOfDay,
    TimeSpan,
    ValueFault,
    check_country,
    read_value,
)

HOURS = {"opening_hours": "24/7", "time_zone": "Asia/Almaty", "holidays_of": "KZ"}


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ({"money": 8000, "currency": "CNY"}, Money(Decimal(8000), "CNY")),
        ({"currency": "CNY", "money": "8000.50"}, Money(Decimal("8000.50"), "CNY")),
        (
            {"money_per_kilogram": 4, "currency": "EUR"},
            MoneyPerKilogram(Decimal(4), "EUR"),
        ),
        ({"quantity": 5.6, "unit": "square_kilometre"}, Quantity(Decimal("5.6"), UNITS[0])),
        ({"number": 9991000}, Count(Decimal(9991000))),
        ({"percent": 9.5}, Percent(Decimal("9.5"))),
        ({"date": 2012}, OnDate(PartialDate(2012))),
        ({"date": "2025-07"}, OnDate(PartialDate(2025, 7))),
        ({"date": date(2025, 11, 1)}, OnDate(PartialDate(2025, 11, 1))),
        ({"time": "17:30"}, TimeOfDay(time(17, 30))),
        ({"times": "07:00-19:00"}, TimeSpan(time(7), time(19))),
        (HOURS, OpeningHours("24/7", "Asia/Almaty", "KZ")),
    ],
)
def test_a_value_is_read_by_its_keys(raw: dict[str, object], value: object) -> None:
    assert read_value(raw) == value


@pytest.mark.parametrize(
    "raw",
    [
        None,
        8000,
        [8000, "CNY"],
        {},
        {"money": 8000},
        {"money": 8000, "currency": "CNY", "per": "day"},
        {"money": -1, "currency": "CNY"},
        {"money": "8 000", "currency": "CNY"},
        {"money": "1e9", "currency": "CNY"},
        {"money": True, "currency": "CNY"},
        {"number": float("inf")},
        {"number": "NaN"},
        {"number": ""},
        {"quantity": 1, "unit": ""},
        {"date": "2025-00"},
        {"date": "2025-11-00"},
        {"date": "2025-02-29"},
        {"date": "25-11-01"},
        {"date": "2025-1-1"},
        {"date": "9" * 40},
        {"date": "٢٠٢٥"},
        {"date": "0000"},
        {"time": "7:00"},
        {"time": "24:00"},
        {"time": "07:00:00+05:00"},
        {"times": "07:00–19:00"},
        {"times": "07:00-"},
        {**HOURS, "opening_hours": ""},
        {**HOURS, "opening_hours": "Mo-Su 10-19 Uhr"},
        {**HOURS, "time_zone": ""},
        {**HOURS, "time_zone": "Asia"},
        {**HOURS, "time_zone": "../etc/passwd"},
        {**HOURS, "holidays_of": "DE"},
    ],
    ids=str,
)
def test_what_is_no_value_is_refused_with_a_mend(raw: object) -> None:
    with pytest.raises(ValueFault) as raised:
        read_value(raw)
    assert raised.value.what
    assert raised.value.mend


@pytest.mark.parametrize("code", ["CN", "KZ", "HK", "MO", "TW", "RU", "GB"])
def test_a_country_is_known_by_its_code(code: str) -> None:
    assert check_country(code) == code


@pytest.mark.parametrize("code", ["", "cn", "CHN", "XX", "ZZ", "EU", "UN", "156"])
def test_what_is_no_country_is_refused(code: str) -> None:
    with pytest.raises(ValueFault):
        check_country(code)


@given(st.dates(), st.sampled_from([1, 2, 3]))
def test_a_date_reads_back_as_precise_as_it_was_written(day: date, parts: int) -> None:
    text = "-".join(day.isoformat().split("-")[:parts])

    parsed = PartialDate.parse(text)

    assert str(parsed) == text
    assert parsed.first_day() <= day
    assert [parsed.month, parsed.day].count(None) == 3 - parts


# Days off by the notices of China's State Council and Kazakhstan's law on holidays.
@pytest.mark.parametrize(
    ("country", "day"),
    [
        ("CN", date(2026, 2, 18)),  # second day of the Spring Festival
        ("CN", date(2026, 4, 5)),  # Qingming
        ("CN", date(2026, 10, 3)),  # third day of the National Day
        ("KZ", date(2026, 1, 7)),  # Orthodox Christmas
        ("KZ", date(2026, 3, 22)),  # Nauryz
        ("KZ", date(2026, 5, 27)),  # Kurban Ait
        ("KZ", date(2026, 12, 16)),  # Independence Day
    ],
)
def test_holidays_of_the_calendar_close_what_ph_closes(country: str, day: date) -> None:
    zone = dict(zip(SIDES, TIME_ZONES, strict=True))[country]
    hours = OpeningHours("Mo-Su 10:00-19:00; PH off", zone, country).parsed()
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo(zone))

    assert day in public_holidays(country)
    assert not hours.is_open(noon)


@pytest.mark.parametrize("country", SIDES)
def test_ph_closes_the_holidays_and_no_other_day(country: str) -> None:
    zone = ZoneInfo(dict(zip(SIDES, TIME_ZONES, strict=True))[country])
    hours = OpeningHours("Mo-Su 10:00-19:00; PH off", str(zone), country).parsed()
    noons = [datetime(2026, 1, 1, 12, tzinfo=zone) + timedelta(days=n) for n in range(730)]

    closed = {noon.date() for noon in noons if not hours.is_open(noon)}

    assert closed == {day for day in public_holidays(country) if day.year in (2026, 2027)}
    assert len(closed) >= 30


@pytest.mark.parametrize(
    ("expression", "weekday", "weekend", "holiday"),
    [
        ("PH off", False, False, False),
        ("Mo-Su 10:00-19:00; PH off", True, True, False),
        ("Mo-Su 10:00-19:00", True, True, True),
        ("Mo-Fr 10:00-19:00; PH 11:00-15:00", True, False, True),
        ("Mo-Fr,PH 10:00-19:00", True, False, True),
        ("PH,Sa-Su 10:00-19:00", False, True, True),
        ("Mo-Fr, PH, Su 10:00-19:00; Sa off", True, False, True),
        ("24/7; PH closed", True, True, False),
        ("Mo-Su 10:00-19:00; PH,Sa off", True, False, False),
    ],
)
def test_ph_stands_anywhere_among_the_days(
    expression: str, weekday: bool, weekend: bool, holiday: bool
) -> None:
    hours = OpeningHours(expression, "Asia/Shanghai", "CN").parsed()
    zone = ZoneInfo("Asia/Shanghai")
    # A Tuesday, a Saturday, and the second day of the Spring Festival, a Wednesday.
    days = (date(2026, 3, 10), date(2026, 3, 14), date(2026, 2, 18))

    noons = [datetime(day.year, day.month, day.day, 12, tzinfo=zone) for day in days]

    assert [hours.is_open(noon) for noon in noons] == [weekday, weekend, holiday]


@given(
    st.lists(
        st.sampled_from(
            [
                "Mo-Fr 10:00-19:00",
                "PH off",
                "PH",
                "Mo,PH 10:00-12:00",
                "PH,Su off",
                "24/7",
                "PH -1 day off",
            ]
        ),
        min_size=1,
        max_size=4,
    )
)
def test_what_parses_with_ph_parses_with_the_dates(rules: list[str]) -> None:
    expression = "; ".join(rules)

    assert opening_hours.validate(expression) == opening_hours.validate(
        with_dates(expression, "KZ")
    )


def test_holidays_are_known_for_every_year() -> None:
    for country in SIDES:
        assert {day.year for day in public_holidays(country)} == set(YEARS)
