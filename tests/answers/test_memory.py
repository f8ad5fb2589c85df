"""Conversations: what is remembered, and when the topic changes."""

from __future__ import annotations

from decimal import Decimal

import pytest

from horgos.answers import Answer, Ask, Question
from horgos.answers.resolving import Resolved
from horgos.entities.values import Clock, Money, Nationality, Side, Value
from tests.answers.asking import claimed, spent
from tests.answers.conftest import FACTS, FORMS, GUIDE, TODAY
from tests.answers.conversing import (
    CN,
    FALLBACK,
    FOLLOW_UP,
    KZ,
    RU,
    SUNDAY,
    TOMORROW,
    Conversation,
    Turn,
    topics,
)

POLISH = Nationality("PL")


def answered(resolved: Resolved) -> Answer:
    question = Question(
        resolved.asks, FORMS["en-Latn"], TODAY, resolved.citizenships, resolved.money
    )
    return GUIDE.answer(question, FACTS)


@pytest.mark.parametrize(
    ("before", "now", "asks", "citizens", "money"),
    [
        # "and for Kazakh citizens?"
        ([("duty_free", (CN,))], (FOLLOW_UP, (KZ,)), ["duty_free"], ("KZ",), None),
        ([("duty_free", ())], (FALLBACK, (KZ,)), ["duty_free"], ("KZ",), None),
        # "um, Polish" answers what the guide asked; after the hours it says nothing.
        ([("duty_free", ())], (FOLLOW_UP, (POLISH,)), ["duty_free"], ("PL",), None),
        ([("duty_free", ())], ("entry_documents", (POLISH,)), ["entry_documents"], ("PL",), None),
        ([("shopping_hours", ())], (FOLLOW_UP, (POLISH,)), ["shopping_hours"], (), None),
        ([("duty_free", ())], (FOLLOW_UP, (KZ, POLISH)), ["duty_free"], ("KZ",), None),
        ([("entry_documents", (CN,))], (FOLLOW_UP, (RU,)), ["entry_documents"], ("RU",), None),
        # The citizenship of earlier is remembered, whatever is asked next.
        ([("entry_documents", (CN,))], ("duty_free", ()), ["duty_free"], ("CN",), None),
        (
            [("entry_documents", (KZ,)), ("shopping_hours", ())],
            ("duty_free", (spent(400, "EUR"),)),
            ["duty_free"],
            ("KZ",),
            spent(400, "EUR"),
        ),
        # "and 9,000?": the amount is new, its currency the one spoken of.
        (
            [("duty_free", (CN, spent(7000)))],
            (FOLLOW_UP, (spent(9000, None),)),
            ["duty_free"],
            ("CN",),
            spent(9000),
        ),
        (
            [("duty_free", (CN, spent(7000)))],
            (FOLLOW_UP, (spent(900, "EUR"),)),
            ["duty_free"],
            ("CN",),
            spent(900, "EUR"),
        ),
        # The amount stays when the same is asked for others, in words or by a button.
        ([("duty_free", (spent(7000),))], (FOLLOW_UP, (KZ,)), ["duty_free"], ("KZ",), spent(7000)),
        (
            [("duty_free", (spent(7000),))],
            ("duty_free", (CN,)),
            ["duty_free"],
            ("CN",),
            spent(7000),
        ),
        # A new question about duty-free does not inherit it.
        ([("duty_free", (CN, spent(7000)))], ("duty_free", ()), ["duty_free"], ("CN",), None),
        # An amount alone is about duty-free, whatever was spoken of before.
        ([("shopping_hours", ())], (FOLLOW_UP, (spent(50),)), ["duty_free"], (), spent(50)),
        ([], (FALLBACK, (spent(50),)), ["duty_free"], (), spent(50)),
        # "а в воскресенье?"
        ([("shopping_hours", ())], (FOLLOW_UP, (SUNDAY,)), ["shopping_hours"], (), None),
        ([("shopping_hours", ())], (FALLBACK, (SUNDAY,)), ["shopping_hours"], (), None),
        ([("port_crossing", ())], (FOLLOW_UP, (TOMORROW,)), ["port_crossing"], (), None),
        ([("shopping_hours", ())], (FOLLOW_UP, (Side("KZ"),)), ["shopping_hours"], (), None),
        ([], (FOLLOW_UP, (SUNDAY, Clock(18, 0))), ["shopping_hours"], (), None),
        # Of two topics the one concerned goes on.
        (
            [("duty_free shopping_hours", ())],
            (FOLLOW_UP, (SUNDAY,)),
            ["shopping_hours"],
            (),
            None,
        ),
        ([("duty_free shopping_hours", ())], (FOLLOW_UP, (KZ,)), ["duty_free"], ("KZ",), None),
        # A follow-up without anything new says the same again.
        ([("chinese_medicine", ())], (FOLLOW_UP, ()), ["chinese_medicine"], (), None),
        # A change of topic is followed at once.
        (
            [("duty_free", (CN, spent(7000)))],
            ("shopping_hours", ()),
            ["shopping_hours"],
            ("CN",),
            None,
        ),
        ([("duty_free", (CN,))], ("about_zone/area", ()), ["about_zone"], ("CN",), None),
        # Acts in between do not make the guide forget.
        (
            [("duty_free", (CN, spent(7000))), ("thanks", ()), ("out_of_scope", ())],
            (FOLLOW_UP, (KZ,)),
            ["duty_free"],
            ("KZ",),
            spent(7000),
        ),
        # A second topic of the same message is answered too, in its order.
        ([], ("shopping_hours duty_free", (KZ,)), ["shopping_hours", "duty_free"], ("KZ",), None),
        ([], ("greet entry_documents", ()), ["entry_documents"], (), None),
        ([("duty_free", ())], (f"about_zone/area {FOLLOW_UP}", ()), ["about_zone"], (), None),
    ],
)
def test_a_message_is_read_in_the_light_of_those_before(
    before: list[Turn],
    now: Turn,
    asks: list[str],
    citizens: tuple[str, ...],
    money: Money | None,
) -> None:
    conversation = Conversation()
    for intents, values in before:
        conversation.hears(intents, *values)

    resolved = conversation.hears(now[0], *now[1])

    assert list(topics(resolved)) == asks
    assert resolved.act is None
    assert resolved.citizenships == citizens
    assert resolved.money == money


@pytest.mark.parametrize(
    ("intents", "values", "act"),
    [
        ("greet", (), "greet"),
        ("thanks goodbye", (), "thanks"),
        ("unanswerable", (), "unanswerable"),
        ("out_of_scope", (SUNDAY,), "out_of_scope"),
        (FALLBACK, (), FALLBACK),
        (FOLLOW_UP, (), FALLBACK),
        (FOLLOW_UP, (KZ,), "which_topic"),
        (FALLBACK, (KZ,), "which_topic"),
        ("some_intent_of_tomorrow", (), FALLBACK),
        ("", (), FALLBACK),
    ],
)
def test_a_message_without_topic_is_an_act(
    intents: str, values: tuple[Value, ...], act: str
) -> None:
    resolved = Conversation().hears(intents, *values)

    assert (resolved.asks, resolved.act) == ((), act)
    assert GUIDE.say(act, FORMS["en-Latn"]).messages[0]


def test_narrower_questions_of_one_topic_are_one_ask() -> None:
    resolved = Conversation().hears("about_zone/area duty_free about_zone/visitors about_zone/area")

    assert resolved.asks == (Ask("about_zone", ("area", "visitors")), Ask("duty_free"))


def test_the_overview_is_no_narrower_question() -> None:
    assert Conversation().hears("about_zone/overview").asks == (Ask("about_zone"),)


def test_each_topic_of_a_message_is_answered_in_a_message() -> None:
    resolved = Conversation().hears("duty_free chinese_medicine", CN)

    answer = answered(resolved)

    assert answer.topics == ("duty_free", "chinese_medicine")
    assert len(answer.messages) == 2
    assert answer.facts == ("duty_free.cn", "medicine.plan")
    assert answer.status.value == "planned"


def test_a_whole_conversation_about_shopping() -> None:
    talk = Conversation()

    text = answered(talk.hears("duty_free", CN, spent(8700))).messages[0]
    assert "700 yuan over the limit" in text

    text = answered(talk.hears(FOLLOW_UP, spent(7500, None))).messages[0]
    assert "500 yuan below the limit" in text and "If your amount" not in text

    text = answered(talk.hears(FOLLOW_UP, KZ)).messages[0]
    assert "500 euros" in text and "Customs convert other currencies" in text

    answer = answered(talk.hears("shopping_hours"))
    assert answer.facts == ("shopping.hours",)

    text = answered(talk.hears("duty_free", claimed(20_000, None))).messages[0]
    assert text.startswith("No, none of my sources says so. Kazakh citizens")
    assert talk.memory.citizenships == ("KZ",)


def test_two_citizenships_of_a_message_are_both_remembered() -> None:
    talk = Conversation()
    talk.hears("duty_free", KZ, RU, KZ)

    assert talk.hears("entry_documents").citizenships == ("KZ", "RU")


def test_the_first_amount_of_a_message_counts() -> None:
    resolved = Conversation().hears("duty_free", spent(100), spent(200))

    assert resolved.money is not None and resolved.money.amount == Decimal(100)
