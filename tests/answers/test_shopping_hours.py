"""Opening hours: what is known today, and what is computed once hours are confirmed."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from horgos.answers import Answer
from horgos.answers.answer import MAX_LENGTH
from horgos.answers.phrasebook.example_hours import hours_examples
from horgos.entities.values import (
    AnyHoliday,
    CalendarDate,
    Clock,
    Day,
    Holiday,
    Now,
    Weekday,
    Weekend,
    When,
)
from horgos.facts import Status, load_facts
from horgos.facts.public_holidays import public_holidays
from tests.answers.asking import Asking
from tests.answers.conftest import FORMS, GUIDE
from tests.answers.numbers import numbers_in

FACTS = load_facts(Path(__file__).parent / "data" / "hours.yml", FORMS, tuple(GUIDE.topics))
BEIJING, ALMATY = ZoneInfo("Asia/Shanghai"), ZoneInfo("Asia/Almaty")
MONDAY = "2026-11-23T04:00"  # 12:00 in Beijing, 09:00 in Almaty
CN_SUNDAY = "10:00–17:00 Beijing time / 07:00–14:00 Almaty time"
CN_WEEKDAY = "10:00–19:00 Beijing time / 07:00–16:00 Almaty time"
KZ_DAY = "12:00–21:00 Beijing time / 09:00–18:00 Almaty time"
KZ_HOLIDAY = "13:00–17:00 Beijing time / 10:00–14:00 Almaty time"


def at(utc: str) -> datetime:
    return datetime.fromisoformat(utc).replace(tzinfo=timezone.utc)


def hours(
    utc: str, *whens: When, sides: tuple[str, ...] = (), form: str = "en-Latn"
) -> tuple[str, Answer]:
    asking = Asking(GUIDE, FACTS, at(utc))
    answer = asking.about("shopping_hours", form=form, whens=whens, sides=sides)
    return "\n".join(answer.messages), answer


@pytest.mark.parametrize(
    ("utc", "side", "sentence"),
    [
        (MONDAY, "CN", "open now, until 19:00 Beijing time / 16:00 Almaty time."),
        (MONDAY, "KZ", "open now, until 21:00 Beijing time / 18:00 Almaty time."),
        # A minute before the gate opens.
        (
            "2026-11-23T03:59",
            "KZ",
            "closed now, opens Monday, November 23, 2026, 12:00 Beijing time / 09:00 Almaty time.",
        ),
        (
            "2026-11-23T01:59",
            "CN",
            "closed now, opens Monday, November 23, 2026, 10:00 Beijing time / 07:00 Almaty time.",
        ),
        ("2026-11-23T02:00", "CN", "open now, until 19:00 Beijing time / 16:00 Almaty time."),
        ("2026-11-23T10:59", "CN", "open now, until 19:00 Beijing time / 16:00 Almaty time."),
        # Closing time is closed.
        (
            "2026-11-23T11:00",
            "CN",
            "closed now, opens Tuesday, November 24, 2026, 10:00 Beijing time / 07:00 Almaty time.",
        ),
        # Sunday: shorter on the Chinese side.
        ("2026-11-22T08:59", "CN", "open now, until 17:00 Beijing time / 14:00 Almaty time."),
        (
            "2026-11-22T10:00",
            "CN",
            "closed now, opens Monday, November 23, 2026, 10:00 Beijing time / 07:00 Almaty time.",
        ),
        # Monday in Beijing already, Sunday still in Greenwich.
        (
            "2026-11-22T17:00",
            "CN",
            "closed now, opens Monday, November 23, 2026, 10:00 Beijing time / 07:00 Almaty time.",
        ),
        # The eve of China's National Day: closed for its three days, then Sunday hours.
        (
            "2026-09-30T14:00",
            "CN",
            "closed now, opens Sunday, October 4, 2026, 10:00 Beijing time / 07:00 Almaty time.",
        ),
        (
            "2026-09-30T14:00",
            "KZ",
            "closed now, opens Thursday, October 1, 2026, 12:00 Beijing time / 09:00 Almaty time.",
        ),
        # The Spring Festival is more than its first day.
        (
            "2026-02-18T04:00",
            "CN",
            "closed now, opens Saturday, February 21, 2026, "
            "10:00 Beijing time / 07:00 Almaty time.",
        ),
        # Kazakhstan's Independence Day: holiday hours there, a working day in China.
        (
            "2026-12-16T04:30",
            "KZ",
            "closed now, opens Wednesday, December 16, 2026, "
            "13:00 Beijing time / 10:00 Almaty time.",
        ),
        ("2026-12-16T05:00", "KZ", "open now, until 17:00 Beijing time / 14:00 Almaty time."),
        ("2026-12-16T05:00", "CN", "open now, until 19:00 Beijing time / 16:00 Almaty time."),
    ],
)
def test_now_and_the_next_opening_in_both_clocks(utc: str, side: str, sentence: str) -> None:
    text, answer = hours(utc, sides=(side,))

    name = {"CN": "Chinese side", "KZ": "Kazakh side"}[side]
    assert text.startswith(f"{name}: {sentence}")
    assert {"CN": "Kazakh side", "KZ": "Chinese side"}[side] not in text
    assert answer.status is Status.CONFIRMED
    assert [source.id for source in answer.sources] == [f"office-{side.lower()}"]


@pytest.mark.parametrize(
    ("whens", "cn", "kz"),
    [
        (
            (Weekday(7),),
            [("Sunday, November 29, 2026", CN_SUNDAY)],
            [("Sunday, November 29, 2026", KZ_DAY)],
        ),
        (
            (Weekday(1),),
            [("Monday, November 23, 2026", CN_WEEKDAY)],
            [("Monday, November 23, 2026", KZ_DAY)],
        ),
        (
            (Day(1),),
            [("Tuesday, November 24, 2026", CN_WEEKDAY)],
            [("Tuesday, November 24, 2026", KZ_DAY)],
        ),
        (  # I was there yesterday, what about Sunday?
            (Day(-1), Weekday(7)),
            [("Sunday, November 29, 2026", CN_SUNDAY)],
            [("Sunday, November 29, 2026", KZ_DAY)],
        ),
        (  # A past date too.
            (CalendarDate(11, 20, 2026), Weekday(7)),
            [("Sunday, November 29, 2026", CN_SUNDAY)],
            [("Sunday, November 29, 2026", KZ_DAY)],
        ),
        (
            (Weekend(),),
            [("Saturday, November 28, 2026", CN_WEEKDAY), ("Sunday, November 29, 2026", CN_SUNDAY)],
            [("Saturday, November 28, 2026", KZ_DAY), ("Sunday, November 29, 2026", KZ_DAY)],
        ),
        (
            (Holiday("KZ", "independence_day"),),
            [("Wednesday, December 16, 2026", CN_WEEKDAY)],
            [("Wednesday, December 16, 2026", KZ_HOLIDAY)],
        ),
        (
            (Holiday("CN", "spring_festival"),),
            [("Saturday, February 6, 2027", "closed")],
            [("Saturday, February 6, 2027", KZ_DAY)],
        ),
        (
            (CalendarDate(10, 1, 2027),),
            [("Friday, October 1, 2027", "closed")],
            [("Friday, October 1, 2027", KZ_DAY)],
        ),
        (
            (CalendarDate(3, 22, None),),
            [("Monday, March 22, 2027", CN_WEEKDAY)],
            [("Monday, March 22, 2027", KZ_HOLIDAY)],
        ),
        (
            (AnyHoliday(),),
            [("Wednesday, December 16, 2026", CN_WEEKDAY), ("Friday, January 1, 2027", "closed")],
            [("Wednesday, December 16, 2026", KZ_HOLIDAY), ("Friday, January 1, 2027", KZ_HOLIDAY)],
        ),
    ],
    ids=str,
)
def test_a_day_spoken_of_gets_its_hours_on_both_sides(
    whens: tuple[When, ...], cn: list[tuple[str, str]], kz: list[tuple[str, str]]
) -> None:
    text, answer = hours(MONDAY, *whens)

    expected = [f"Chinese side, {day}: {spans}." for day, spans in cn]
    expected += [f"Kazakh side, {day}: {spans}." for day, spans in kz]
    assert text.splitlines()[0] == " ".join(expected)
    assert answer.facts == ("shopping.hours",)


def test_a_past_day_alone_is_answered_as_if_no_day_were_named() -> None:
    # It was closed yesterday, until when are you open?
    text, _ = hours(MONDAY, Day(-1))

    assert text == hours(MONDAY)[0]
    assert "November 22" not in text


@pytest.mark.parametrize(
    ("whens", "side", "sentence"),
    [
        ((Clock(18, 0),), "CN", "open then (18:00 Beijing time / 15:00 Almaty time)."),
        ((Clock(18, 0),), "KZ", "closed then (21:00 Beijing time / 18:00 Almaty time)."),
        ((Clock(17, 59),), "KZ", "open then (20:59 Beijing time / 17:59 Almaty time)."),
        ((Weekday(7), Clock(18, 0)), "CN", "closed then (18:00 Beijing time / 15:00 Almaty time)."),
        (
            (CalendarDate(1, 1, 2027), Clock(12, 0)),
            "CN",
            "closed then (12:00 Beijing time / 09:00 Almaty time).",
        ),
    ],
)
def test_a_clock_time_is_meant_on_the_side_s_own_clock(
    whens: tuple[When, ...], side: str, sentence: str
) -> None:
    text, _ = hours(MONDAY, *whens, sides=(side,))

    name = {"CN": "Chinese side", "KZ": "Kazakh side"}[side]
    assert text.splitlines()[0] == f"{name}: {sentence}"


def open_by_the_rule(side: str, moment: datetime) -> bool:
    """The hours of data/hours.yml, read by a person."""
    local = moment.astimezone(BEIJING if side == "CN" else ALMATY)
    holiday = local.date() in public_holidays(side)
    if side == "CN":
        closes = time(17) if local.isoweekday() == 7 else time(19)
        return not holiday and time(10) <= local.time() < closes
    opens, closes = (time(10), time(14)) if holiday else (time(9), time(18))
    return opens <= local.time() < closes


@settings(max_examples=100, deadline=None)
@given(
    st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 20), timezones=st.just(timezone.utc)),
    st.sampled_from(["CN", "KZ"]),
)
def test_open_now_is_what_the_rule_says_at_any_moment(moment: datetime, side: str) -> None:
    moment = moment.replace(second=0, microsecond=0)

    text, _ = hours(moment.replace(tzinfo=None).isoformat(), sides=(side,))

    assert ("open now" in text) is open_by_the_rule(side, moment)
    assert ("closed now" in text) is not open_by_the_rule(side, moment)
    change = moment
    while open_by_the_rule(side, change) is open_by_the_rule(side, moment):
        change += timedelta(minutes=1)
    local = f"{change.astimezone(BEIJING):%H:%M} Beijing time / {change.astimezone(ALMATY):%H:%M}"
    assert local in text.split(".")[0]


@pytest.mark.parametrize("form", [form.code for form in FORMS])
def test_every_form_tells_the_same_times(form: str) -> None:
    told = 0
    for utc in (MONDAY, "2026-11-22T10:00", "2026-10-02T04:00", "2028-02-01T04:00"):
        for whens in ((), (Now(),), (Weekday(7),), (Weekend(),), (AnyHoliday(),), (Clock(18, 0),)):
            english, _ = hours(utc, *whens)
            text, answer = hours(utc, *whens, form=form)
            told += 1
            times = [n for n in numbers_in(text, answer.form.language) if isinstance(n, str)]
            assert times == [n for n in numbers_in(english, "en") if isinstance(n, str)]
            assert times or "closed" in english
            assert all(len(message) <= MAX_LENGTH for message in answer.messages)
    assert told == 24


def test_hours_overdue_for_review_are_told_with_a_warning() -> None:
    text, _ = hours("2027-11-21T04:00")

    assert "Part of this is as of November 20, 2026; it may have changed since then." in text


def test_unconfirmed_hours_are_not_computed_with(tmp_path: Path) -> None:
    text = (Path(__file__).parent / "data" / "hours.yml").read_text(encoding="utf-8")
    path = tmp_path / "facts.yml"
    path.write_text(text.replace("status: confirmed", "status: reported"), encoding="utf-8")
    asking = Asking(GUIDE, load_facts(path, FORMS, tuple(GUIDE.topics)), at(MONDAY))

    answer = asking.about("shopping_hours")

    assert "open now" not in answer.messages[0]
    assert "ask at the information desk" in answer.messages[0]
    assert answer.status is Status.REPORTED


@pytest.mark.parametrize(
    ("expression", "sentence"),
    [
        (
            "24/7",
            "Chinese side: open now. Chinese side, Monday, November 23, 2026: open around the",
        ),
        ("off", "Chinese side: closed, no next opening is known."),
        (
            "Mo-Su 09:00-12:00,13:00-18:00",
            "Chinese side: closed now, opens Monday, November 23, 2026, 13:00 ",
        ),
    ],
)
def test_hours_of_other_shapes(expression: str, sentence: str, tmp_path: Path) -> None:
    text = (Path(__file__).parent / "data" / "hours.yml").read_text(encoding="utf-8")
    path = tmp_path / "facts.yml"
    path.write_text(
        text.replace("Mo-Sa 10:00-19:00; Su 10:00-17:00; PH off", expression), encoding="utf-8"
    )
    asking = Asking(GUIDE, load_facts(path, FORMS, tuple(GUIDE.topics)), at(MONDAY))

    answer = asking.about("shopping_hours", sides=("CN",))

    assert answer.messages[0].startswith(sentence)


def test_the_two_clocks_are_three_hours_apart() -> None:
    """Kazakhstan has had one clock, UTC+5, since 1 March 2024."""
    noon = datetime.combine(date(2026, 11, 23), time(12), BEIJING)
    assert noon.astimezone(ALMATY).hour == 9


ALL_DAY = [
    ("en-Latn", "open around the clock."),
    ("ru-Cyrl", "открыто круглосуточно."),
    ("kk-Cyrl", "тәулік бойы ашық."),
    ("kk-Latn", "täulık boiy aşyq."),
    ("kk-Arab", "تاۋلىك بويى اشىق."),
    ("zh-Hans", "二十四小时开放。"),
    ("zh-Hant", "二十四小時開放。"),
]


@pytest.mark.parametrize(("form", "sentence"), ALL_DAY)
def test_a_day_open_from_midnight_to_midnight_has_no_hours(form: str, sentence: str) -> None:
    assert {code for code, _ in ALL_DAY} == {written.code for written in FORMS}
    examples = list(hours_examples(FACTS))
    always = next(one for one in examples if one.title.startswith("round the clock"))
    text = "\n".join(GUIDE.answer(always.question(FORMS[form]), always.facts).messages)
    assert sentence in text
    assert "00:00" not in text
