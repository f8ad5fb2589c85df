"""What must hold of the answers with the facts as they are today."""

from __future__ import annotations

import pytest

from horgos.entities.values import AnyHoliday, Clock, Day, Now, Weekday, Weekend, When
from horgos.facts import Status
from tests.answers.asking import Asking
from tests.answers.conftest import FACTS, FORMS, GUIDE, TODAY, after_all_reviews
from tests.answers.numbers import numbers_in

CODES = [form.code for form in FORMS]
WHENS: tuple[tuple[When, ...], ...] = (
    (), (Now(),), (Day(0),), (Day(1),), (Weekday(7),), (Weekend(),), (AnyHoliday(),),
    (Clock(22, 0),),
)  # fmt: skip
NOBODY = {
    "en": "Nobody has published current opening hours",
    "ru": "нигде не опубликованы",
    "kk": "ешкім жарияламаған",
    "zh": "没有任何一方公布",
}
DESK = {
    "en": "ask at the information desk",
    "ru": "спросите на стойке информации",
    "kk": "анықтама үстелінен сұраңыз",
    "zh": "可以问服务台",
}
# Words that tell a date by today's; a reply is read long after it was written.
RELATIVE = {
    "en": ("last year", "this year", "last month", "yesterday", "recently", "next year", "soon"),
    "ru": ("в прошлом году", "прошлого года", "в этом году", "вчера", "недавно", "скоро"),
    "kk": ("былтыр", "өткен жылы", "биыл", "кеше", "жақында", "келесі жылы"),
    "zh": ("去年", "今年", "明年", "昨天", "最近几", "上个月", "即将", "前年"),
}


@pytest.mark.parametrize("form", CODES)
def test_the_port_s_hours_are_never_given_as_the_zone_s(form: str) -> None:
    asked = 0
    for whens in WHENS:
        for sides in ((), ("CN",), ("KZ",), ("CN", "KZ")):
            for citizens in ((), ("CN",), ("KZ",), ("RU",)):
                asked += 1
                answer = Asking(GUIDE, FACTS, TODAY).about(
                    "shopping_hours", form=form, whens=whens, sides=sides, citizens=citizens
                )
                [text] = answer.messages
                assert "24" not in text
                assert 24 not in numbers_in(text, answer.form.language)
                assert answer.facts == ("shopping.hours",)
    assert asked == 128


def test_nobody_has_published_hours_is_said_first_then_the_last_ones_and_whom_to_ask(
    language: str, asking: Asking
) -> None:
    answer = asking.about("shopping_hours", form=FORMS.main(language).code)
    [text] = answer.messages

    first, last_published, desk = (
        text.index(NOBODY[language]),
        text.index("07:00–19:00"),
        text.index(DESK[language]) if DESK[language] in text else -1,
    )
    assert first < last_published < desk
    assert 2023 in numbers_in(text[first:last_published], language)
    assert "17:30" in text
    assert answer.status is Status.UNKNOWN
    assert "kaztour-2023-04" in [source.id for source in answer.sources]


def test_the_zone_is_told_apart_from_the_port_in_both_answers(asking: Asking) -> None:
    zone = asking.about("shopping_hours").messages[0]
    port = asking.about("port_crossing/hours")

    assert "Horgos Port that works round the clock, not the zone" in zone
    assert "24 hours a day. That is the port, not the shopping zone" in port.messages[0]
    assert port.facts == ("port.hours",)


@pytest.mark.parametrize("form", CODES)
def test_chinese_medicine_is_planned_as_of_the_report(form: str, asking: Asking) -> None:
    answer = asking.about("chinese_medicine", form=form)
    [text] = answer.messages
    numbers = numbers_in(text, answer.form.language)

    assert answer.status is Status.PLANNED
    assert answer.facts == ("medicine.plan",)
    assert {2025, 11, 1} <= set(numbers) or {2025, 1} <= set(numbers)
    planned = {"en": "plan", "ru": "планируют", "kk": "жоспарла", "zh": "计划"}
    if answer.form == FORMS.main(answer.form.language):
        first_sentence = text[: text.index("\n")]
        assert planned[answer.form.language] in first_sentence


def test_what_tvb_is_cited_for_is_a_plan_not_an_opening() -> None:
    cited = [
        s for s in FACTS["medicine.plan"].statements if s.sources[0].publisher["en"] == "TVB News"
    ]

    assert [statement.status for statement in cited] == [Status.PLANNED]
    assert "open" not in cited[0].wording["en"].lower()
    assert "plan" in cited[0].wording["en"]


def test_conflicting_reports_are_called_so(asking: Asking) -> None:
    for topic in ("chinese_medicine", "about_zone/visitors"):
        assert "Sources differ here; the newest is" in asking.about(topic).messages[0]


def test_no_answer_tells_a_date_by_today_s() -> None:
    read = 0
    for fact in FACTS:
        for statement in fact.statements:
            for code, text in statement.wording.items():
                read += 1
                language = code.partition("-")[0]
                assert not [w for w in RELATIVE[language] if w in text.casefold()], text
    for language, locale in GUIDE.locales.items():
        for text in locale.sentences.values():
            read += 1
            assert not [w for w in RELATIVE[language] if w in text.casefold()], text
    assert read >= 4 * 35 + 4 * 30


@pytest.mark.parametrize("form", CODES)
def test_a_passed_review_is_told_after_the_answer_and_before_the_source(form: str) -> None:
    late = Asking(GUIDE, FACTS, after_all_reviews(FACTS))
    soon = Asking(GUIDE, FACTS, TODAY)
    for topic in GUIDE.topics:
        before = soon.about(topic, form=form).messages[0].splitlines()
        after = late.about(topic, form=form).messages[-1].splitlines()
        assert len(before) == len(after) == 2
        overdue = GUIDE.locales[FORMS[form].language].sentences["overdue"]
        if FORMS[form].falls_back_to is None:
            start = max(overdue.split("{date}"), key=len)
            assert start.strip() in after[0] and start.strip() not in before[0]
        assert after[1] == before[1] or topic in ("entry_documents", "about_zone", "shopping_hours")


def test_the_answer_comes_first_then_the_caveat_then_one_line_of_sources(asking: Asking) -> None:
    [text] = asking.about("port_crossing").messages
    body, source = text.split("\n")

    assert body.startswith("Horgos Port is open 24 hours a day.")
    assert body.index("private car") < body.index("does close on some public holidays")
    assert source.startswith("Source: TVB News, November 1, 2025")
    assert len(source) < 120
