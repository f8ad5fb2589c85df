"""Conversations: what is remembered, what a follow-up means, when the topic changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

import pytest

from horgos.answers import Answer, Ask, Heard, Memory, Question
from horgos.answers.memory import GOING_ON, Resolved, resolve
from horgos.entities.values import (
    Citizenship,
    Clock,
    Day,
    Money,
    Side,
    Value,
    Weekday,
)
from tests.answers.asking import claimed, spent
from tests.answers.conftest import FACTS, FORMS, GUIDE, TODAY

FOLLOW_UP, FALLBACK = "follow_up", "nlu_fallback"
SUNDAY, TOMORROW = Weekday(7), Day(1)
CN, KZ, RU = Citizenship("CN"), Citizenship("KZ"), Citizenship("RU")


@dataclass
class Conversation:
    """Messages one after another, remembered as the actions do."""

    memory: Memory = field(default_factory=Memory)

    def hears(
        self, intents: str, *values: Value, leanings: Mapping[str, float] | None = None
    ) -> Resolved:
        heard = Heard.of(intents.split(), values, leanings)
        resolved = resolve(heard, self.memory, GUIDE.topics, FACTS)
        self.memory = Memory(
            asks=resolved.asks or self.memory.asks,
            citizenships=heard.citizenships or self.memory.citizenships,
            money=resolved.money if resolved.asks else self.memory.money,
            act=resolved.act if not resolved.asks and resolved.act in GOING_ON else None,
        )
        return resolved


def answered(resolved: Resolved) -> Answer:
    question = Question(
        resolved.asks, FORMS["en-Latn"], TODAY, resolved.citizenships, resolved.money
    )
    return GUIDE.answer(question, FACTS)


def topics(resolved: Resolved) -> tuple[str, ...]:
    return tuple(ask.topic for ask in resolved.asks)


Turn = tuple[str, tuple[Value, ...]]


@pytest.mark.parametrize(
    ("before", "now", "asks", "citizens", "money"),
    [
        # "and for Kazakh citizens?"
        ([("duty_free", (CN,))], (FOLLOW_UP, (KZ,)), ["duty_free"], ("KZ",), None),
        ([("duty_free", ())], (FALLBACK, (KZ,)), ["duty_free"], ("KZ",), None),
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


@pytest.mark.parametrize(
    ("before", "leanings", "asks"),
    [
        # "since when?": the narrower question it leans to, of the topic just spoken of.
        (
            "about_zone",
            {FOLLOW_UP: 0.8, "about_zone/established": 0.1, "about_zone/area": 0.01},
            [Ask("about_zone", ("established",))],
        ),
        (
            "about_zone/area",
            {FOLLOW_UP: 0.8, "about_zone/established": 0.1},
            [Ask("about_zone", ("established",))],
        ),
        # To two of them alike, or to none that counts: what was asked before.
        (
            "about_zone",
            {FOLLOW_UP: 0.8, "about_zone/established": 0.08, "about_zone/area": 0.06},
            [Ask("about_zone")],
        ),
        (
            "about_zone/area",
            {FOLLOW_UP: 0.8, "about_zone/established": 0.02},
            [Ask("about_zone", ("area",))],
        ),
        ("about_zone/area", {}, [Ask("about_zone", ("area",))]),
        ("chinese_medicine", {FOLLOW_UP: 0.7, "chinese_medicine": 0.2}, [Ask("chinese_medicine")]),
        # Each of two topics is narrowed for itself.
        (
            "about_zone port_crossing",
            {FOLLOW_UP: 0.7, "about_zone/area": 0.1},
            [Ask("about_zone", ("area",)), Ask("port_crossing")],
        ),
        # "and the border?": another topic is named.
        (
            "about_zone",
            {FOLLOW_UP: 0.5, "port_crossing/hours": 0.35},
            [Ask("port_crossing", ("hours",))],
        ),
        (
            "about_zone",
            {FOLLOW_UP: 0.5, "port_crossing/hours": 0.18, "port_crossing/car_clearance": 0.17},
            [Ask("port_crossing")],
        ),
        ("about_zone", {FOLLOW_UP: 0.5, "port_crossing/hours": 0.2}, [Ask("about_zone")]),
        ("", {FOLLOW_UP: 0.5, "duty_free": 0.4}, [Ask("duty_free")]),
        # What is no topic is none, however probable.
        ("about_zone", {FOLLOW_UP: 0.5, "out_of_scope": 0.45}, [Ask("about_zone")]),
    ],
)
def test_a_follow_up_goes_where_it_leans(
    before: str, leanings: dict[str, float], asks: list[Ask]
) -> None:
    conversation = Conversation()
    conversation.hears(before)

    resolved = conversation.hears(FOLLOW_UP, leanings=leanings)

    assert list(resolved.asks) == asks
    assert resolved.act is None


def test_circumstances_say_more_than_leanings() -> None:
    conversation = Conversation()
    conversation.hears("duty_free", CN)

    leanings = {FOLLOW_UP: 0.5, "port_crossing/hours": 0.4}

    assert topics(conversation.hears(FOLLOW_UP, KZ, leanings=leanings)) == ("duty_free",)


@pytest.mark.parametrize(
    ("before", "intents", "leanings", "asks"),
    [
        # It goes on about the topic just spoken of, if that is probable enough.
        (
            "port_crossing",
            "port_trade/cargo",
            {"port_trade/cargo": 0.3, "port_crossing": 0.2},
            [Ask("port_crossing")],
        ),
        (
            "port_crossing",
            "port_trade/cargo",
            {"port_trade/cargo": 0.3, "port_crossing/hours": 0.2},
            [Ask("port_crossing", ("hours",))],
        ),
        (
            "about_zone",
            "port_trade/rank",
            {"port_trade/rank": 0.4, "about_zone/area": 0.11, "about_zone/overview": 0.11},
            [Ask("about_zone")],
        ),
        (
            "duty_free chinese_medicine",
            "shopping_hours",
            {"shopping_hours": 0.3, "duty_free": 0.05, "chinese_medicine": 0.2},
            [Ask("chinese_medicine")],
        ),
        (
            "chinese_medicine",
            "out_of_scope",
            {"out_of_scope": 0.3, "chinese_medicine": 0.2},
            [Ask("chinese_medicine")],
        ),
        # So does a message that may well be a follow-up.
        (
            "duty_free",
            "port_trade/cargo",
            {"port_trade/cargo": 0.28, FOLLOW_UP: 0.2},
            [Ask("duty_free")],
        ),
        # It does not: something else is much more probable,
        (
            "port_crossing",
            "port_trade/cargo",
            {"port_trade/cargo": 0.3, "port_crossing": 0.1},
            [Ask("port_trade", ("cargo",))],
        ),
        (
            "port_crossing",
            "port_trade/cargo",
            {"port_trade/cargo": 0.28, FOLLOW_UP: 0.1},
            [Ask("port_trade", ("cargo",))],
        ),
        # or sure,
        (
            "port_crossing",
            "port_trade/cargo",
            {"port_trade/cargo": 0.55, "port_crossing": 0.4},
            [Ask("port_trade", ("cargo",))],
        ),
        # or nothing was spoken of, or something else,
        (
            "",
            "port_trade/cargo",
            {"port_trade/cargo": 0.3, "port_crossing": 0.25, FOLLOW_UP: 0.25},
            [Ask("port_trade", ("cargo",))],
        ),
        (
            "duty_free",
            "port_trade/cargo",
            {"port_trade/cargo": 0.3, "port_crossing": 0.25},
            [Ask("port_trade", ("cargo",))],
        ),
        # or it asks the same topic anyway, more closely,
        (
            "about_zone",
            "about_zone/area",
            {"about_zone/area": 0.3, FOLLOW_UP: 0.25},
            [Ask("about_zone", ("area",))],
        ),
        # or two things.
        (
            "port_crossing",
            "port_trade duty_free",
            {"port_trade": 0.3, "duty_free": 0.3, "port_crossing": 0.3},
            [Ask("port_trade"), Ask("duty_free")],
        ),
    ],
)
def test_an_unsure_message_may_go_on_about_what_was_spoken_of(
    before: str, intents: str, leanings: dict[str, float], asks: list[Ask]
) -> None:
    conversation = Conversation()
    conversation.hears(before)

    assert list(conversation.hears(intents, leanings=leanings).asks) == asks


@pytest.mark.parametrize("refusal", GOING_ON)
@pytest.mark.parametrize("before", [[], ["duty_free"]], ids=["at first", "after a topic"])
def test_a_follow_up_after_a_refusal_repeats_it(refusal: str, before: list[str]) -> None:
    conversation = Conversation()
    for intents in (*before, refusal):
        conversation.hears(intents)

    for _ in range(2):
        resolved = conversation.hears(FOLLOW_UP, leanings={FOLLOW_UP: 0.9})
        assert (resolved.asks, resolved.act) == ((), refusal)


@pytest.mark.parametrize(
    ("before", "now", "leanings", "asks"),
    [
        # Somebody's papers, an amount or a time are asked of a topic, not of a refusal,
        (["duty_free", "unanswerable"], (FOLLOW_UP, (KZ,)), {}, [Ask("duty_free")]),
        (["duty_free", "unanswerable"], (FOLLOW_UP, (spent(900),)), {}, [Ask("duty_free")]),
        (["duty_free", "out_of_scope"], (FALLBACK, (KZ,)), {}, [Ask("duty_free")]),
        (["shopping_hours", "human_help"], (FOLLOW_UP, (SUNDAY,)), {}, [Ask("shopping_hours")]),
        (["unanswerable"], (FOLLOW_UP, (spent(900),)), {}, [Ask("duty_free")]),
        # and so is a follow-up that names one.
        (
            ["about_zone", "unanswerable"],
            (FOLLOW_UP, ()),
            {FOLLOW_UP: 0.5, "port_crossing/hours": 0.35},
            [Ask("port_crossing", ("hours",))],
        ),
        # Other acts are no refusal: thanks, and on about the topic.
        (["duty_free", "thanks"], (FOLLOW_UP, ()), {}, [Ask("duty_free")]),
        (["duty_free", "unanswerable", "thanks"], (FOLLOW_UP, ()), {}, [Ask("duty_free")]),
        # A topic answered since is what is spoken of.
        (["unanswerable", "duty_free"], (FOLLOW_UP, ()), {}, [Ask("duty_free")]),
        (["duty_free unanswerable"], (FOLLOW_UP, ()), {}, [Ask("duty_free")]),
    ],
)
def test_a_follow_up_after_a_refusal_may_return_to_a_topic(
    before: list[str], now: Turn, leanings: dict[str, float], asks: list[Ask]
) -> None:
    conversation = Conversation()
    for intents in before:
        conversation.hears(intents)

    resolved = conversation.hears(now[0], *now[1], leanings=leanings)

    assert list(resolved.asks) == asks
    assert resolved.act is None


def test_the_amount_of_earlier_outlives_a_refusal() -> None:
    conversation = Conversation()
    conversation.hears("duty_free", CN, spent(7000))
    conversation.hears("unanswerable")

    resolved = conversation.hears(FOLLOW_UP, KZ)

    assert (topics(resolved), resolved.citizenships) == (("duty_free",), ("KZ",))
    assert resolved.money == spent(7000)


def test_what_cannot_be_answered_is_refused_beside_a_topic() -> None:
    resolved = Conversation().hears("unanswerable duty_free")

    assert (topics(resolved), resolved.act) == (("duty_free",), "unanswerable_too")


@pytest.mark.parametrize("time", [TOMORROW, SUNDAY, Clock(3, 0), Side("KZ")])
@pytest.mark.parametrize("intent", [FOLLOW_UP, FALLBACK])
@pytest.mark.parametrize(
    ("before", "asks"),
    [
        ("port_crossing", [Ask("port_crossing", ("hours",))]),
        ("port_crossing/car_clearance", [Ask("port_crossing", ("hours",))]),
        ("duty_free port_crossing", [Ask("port_crossing", ("hours",))]),
        ("shopping_hours", [Ask("shopping_hours")]),
        (
            "shopping_hours port_crossing",
            [Ask("shopping_hours"), Ask("port_crossing", ("hours",))],
        ),
    ],
)
def test_days_and_hours_asked_of_the_port_ask_for_its_hours_only(
    before: str, asks: list[Ask], intent: str, time: Value
) -> None:
    conversation = Conversation()
    conversation.hears(before)

    assert list(conversation.hears(intent, time).asks) == asks


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
