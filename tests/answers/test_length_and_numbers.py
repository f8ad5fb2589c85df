"""Every answer in every form: at most 600 characters, and no number its facts do not hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from horgos.answers import Answer
from horgos.answers.answer import MAX_LENGTH
from horgos.entities.values import (
    AnyHoliday,
    CalendarDate,
    Clock,
    Day,
    Holiday,
    Money,
    Now,
    Weekday,
    Weekend,
    When,
)
from tests.answers.asking import Asking, claimed, spent
from tests.answers.conftest import FACTS, FORMS, GUIDE, TODAY, after_all_reviews
from tests.answers.numbers import numbers_allowed, numbers_in

CITIZENS = (
    (), ("CN",), ("KZ",), ("HK",), ("RU",), ("other",), ("CN", "KZ"), ("KZ", "RU"),
    ("CN", "KZ", "HK", "RU"),
)  # fmt: skip
AMOUNTS = (
    None,
    spent(6500), spent(8000), spent(8700), spent("8000.01"), spent(12_345_678),
    spent(6500, None), spent(8700, None), spent("1234567.89", None),
    spent(500, "EUR"), spent("499.5", "EUR"), spent(1200, "EUR"), spent(300, "USD"),
    claimed(20_000), claimed(20_000, None), claimed(8000), claimed(500, "EUR"),
)  # fmt: skip
MOMENTS = (TODAY, after_all_reviews(FACTS))
WHENS: tuple[tuple[When, ...], ...] = (
    (),
    (Now(),),
    (Day(1),),
    (Weekday(7),),
    (Weekday(6), Clock(18, 30)),
    (Weekend(),),
    (AnyHoliday(),),
    (Holiday("CN", "spring_festival"),),
    (CalendarDate(12, 24, None),),
)


def narrower_questions(topic: str) -> list[str]:
    """The topic as a whole, each narrower question, each two, and all."""
    asked = [fact.asked for fact in FACTS if fact.topic == topic and fact.asked]
    chosen = [()] + [c for n in {1, 2, len(asked)} for c in combinations(asked, n) if c]
    return [f"{topic}/{'+'.join(names)}" if names else topic for names in chosen]


def answers(form: str, now: datetime) -> Iterator[tuple[Answer, Money | None]]:
    asking = Asking(GUIDE, FACTS, now)
    for topic in GUIDE.topics:
        amounts = AMOUNTS if topic == "duty_free" else (None,)
        whens = WHENS if topic in ("shopping_hours", "port_crossing") else ((),)
        for question in narrower_questions(topic):
            for citizens in CITIZENS:
                for money in amounts:
                    for when in whens:
                        answer = asking.about(
                            question, form=form, citizens=citizens, money=money, whens=when
                        )
                        yield answer, money


def foreign_numbers(answer: Answer, money: Money | None) -> list[object]:
    """Numbers of an answer that its facts do not account for."""
    allowed = numbers_allowed(answer, FACTS, money)
    found = numbers_in("\n".join(answer.messages), answer.form.language)
    return [number for number in found if number not in allowed]


@pytest.mark.parametrize("now", MOMENTS, ids=["today", "after all reviews"])
@pytest.mark.parametrize("form", [form.code for form in FORMS])
def test_every_answer_is_short_and_cites_every_number(form: str, now: datetime) -> None:
    asked = numbers = 0
    for answer, money in answers(form, now):
        asked += 1
        text = "\n".join(answer.messages)
        numbers += len(numbers_in(text, answer.form.language))
        assert all(0 < len(message) <= MAX_LENGTH for message in answer.messages), text
        assert not foreign_numbers(answer, money), text
        assert "None" not in text and "{" not in text and "\n\n" not in text, text
    assert asked >= 900
    assert numbers > 3 * asked


def test_a_topic_as_a_whole_fits_into_one_message() -> None:
    asked = 0
    for form in FORMS:
        for topic in GUIDE.topics:
            for citizens in [(), ("CN",), ("KZ",), ("HK",), ("RU",)]:
                for money in (None, spent(8700), spent(8700, None)):
                    for now in MOMENTS:
                        asked += 1
                        answer = Asking(GUIDE, FACTS, now).about(
                            topic, form=form.code, citizens=citizens, money=money
                        )
                        assert len(answer.messages) == 1, answer.messages
    assert asked == len(list(FORMS)) * len(list(GUIDE.topics)) * 5 * 3 * 2


@settings(max_examples=150)
@given(
    st.sampled_from([form.code for form in FORMS]),
    st.sampled_from(CITIZENS),
    st.decimals(min_value=0, max_value=10**9, places=2),
    st.sampled_from(["CNY", "EUR", None]),
)
def test_the_difference_is_written_to_the_cent(
    form: str, citizens: tuple[str, ...], amount: Decimal, currency: str | None
) -> None:
    money = spent(str(amount), currency)

    answer = Asking(GUIDE, FACTS, TODAY).about(
        "duty_free", form=form, citizens=citizens, money=money
    )

    assert not foreign_numbers(answer, money), answer.messages
    assert all(len(message) <= MAX_LENGTH for message in answer.messages)
    for limit in (8000, 500):
        fact = "duty_free.cn" if limit == 8000 else "duty_free.kz"
        comparable = currency in (None, "CNY" if limit == 8000 else "EUR")
        if fact in answer.facts and comparable and amount != limit:
            numbers = numbers_in("\n".join(answer.messages), answer.form.language)
            assert abs(amount - limit) in numbers


@pytest.mark.parametrize(
    ("old", "new"), [("8,000", "8,001"), ("2025", "2023"), ("8,000", "8 million")]
)
def test_the_property_notices_a_number_of_nowhere(asking: Asking, old: str, new: str) -> None:
    answer = asking.about("duty_free", citizens=("CN",))
    assert not foreign_numbers(answer, None)

    [text] = answer.messages
    wrong = replace(answer, messages=(text.replace(old, new),))

    assert wrong.messages != answer.messages
    assert foreign_numbers(wrong, None)


def test_a_long_answer_goes_on_in_a_further_message_and_loses_nothing() -> None:
    everything = narrower_questions("about_zone")[-1]
    for form in FORMS:
        answer = Asking(GUIDE, FACTS, MOMENTS[1]).about(everything, form=form.code)
        singly = [
            Asking(GUIDE, FACTS, MOMENTS[1]).about(f"about_zone/{name}", form=form.code)
            for name in everything.partition("/")[2].split("+")
        ]
        assert answer.facts == tuple(fact for one in singly for fact in one.facts)
        assert len(answer.messages) == (1 if form.language == "zh" else 2)


def test_a_dialogue_act_is_short_and_holds_no_number() -> None:
    said = 0
    for form in FORMS:
        sentences = GUIDE.locales[form.language].sentences
        for act in [key for key, text in sentences.items() if "{" not in text]:
            said += 1
            [message] = GUIDE.say(act, form).messages
            assert 0 < len(message) <= MAX_LENGTH
            assert not any(letter.isdigit() for letter in message)
    assert said >= 7 * 20
