"""What a follow-up asks, and when an unsure message is one."""

from __future__ import annotations

import pytest

from horgos.answers import Ask
from horgos.entities.values import Clock, Side, Value
from tests.answers.conversing import (
    CN,
    FALLBACK,
    FOLLOW_UP,
    KZ,
    SUNDAY,
    TOMORROW,
    Conversation,
    topics,
)


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
        ("about_zone", {FOLLOW_UP: 0.5, "port_crossing/hours": 0.17}, [Ask("about_zone")]),
        # "who says so?" leans a little to who runs the zone.
        ("duty_free", {FOLLOW_UP: 0.8, "about_zone/managed_by": 0.11}, [Ask("duty_free")]),
        (
            "duty_free",
            {FOLLOW_UP: 0.8, "about_zone/managed_by": 0.12},
            [Ask("about_zone", ("managed_by",))],
        ),
        ("about_zone", {FOLLOW_UP: 0.9, "port_crossing/hours": 0.09}, [Ask("about_zone")]),
        # After opening hours: the other topic that has some.
        (
            "shopping_hours",
            {FOLLOW_UP: 0.47, "port_crossing/hours": 0.23, "port_trade/rank": 0.29},
            [Ask("port_crossing", ("hours",))],
        ),
        (
            "about_zone",
            {FOLLOW_UP: 0.47, "port_crossing/hours": 0.23, "port_trade/rank": 0.29},
            [Ask("port_trade", ("rank",))],
        ),
        # "when?": of what begins, its beginning, even if opening hours are likelier by themselves.
        (
            "chinese_medicine",
            {FOLLOW_UP: 0.56, "shopping_hours": 0.21, "about_zone/established": 0.2},
            [Ask("chinese_medicine")],
        ),
        (
            "chinese_medicine",
            {FOLLOW_UP: 0.56, "shopping_hours": 0.21, "about_zone/established": 0.02},
            [Ask("shopping_hours")],
        ),
        (
            "port_crossing",
            {FOLLOW_UP: 0.56, "shopping_hours": 0.21, "about_zone/established": 0.2},
            [Ask("port_crossing", ("hours",))],
        ),
        # "till when?", "since when?": as much opening hours, or a beginning, as going on.
        (
            "chinese_medicine",
            {FOLLOW_UP: 0.46, "shopping_hours": 0.4, "about_zone/established": 0.02},
            [Ask("chinese_medicine")],
        ),
        (
            "port_crossing",
            {FOLLOW_UP: 0.46, "shopping_hours": 0.4},
            [Ask("port_crossing", ("hours",))],
        ),
        ("about_zone", {FOLLOW_UP: 0.46, "shopping_hours": 0.4}, [Ask("shopping_hours")]),
        (
            "chinese_medicine",
            {FOLLOW_UP: 0.46, "about_zone/established": 0.4},
            [Ask("chinese_medicine")],
        ),
        (
            "shopping_hours",
            {FOLLOW_UP: 0.46, "about_zone/established": 0.4},
            [Ask("about_zone", ("established",))],
        ),
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


@pytest.mark.parametrize(
    ("before", "leanings", "act"),
    [
        # "then get me a person", "so what can you do", "will you send me a map".
        ("about_zone", {FOLLOW_UP: 0.5, "human_help": 0.2}, "human_help"),
        ("out_of_scope", {FOLLOW_UP: 0.5, "help": 0.3}, "help"),
        ("about_zone", {FOLLOW_UP: 0.6, "unanswerable": 0.2}, "unanswerable"),
        # "and what does it cost?" is about what the guide did not know; "and duty?" is not.
        ("unanswerable", {FOLLOW_UP: 0.5, "duty_free": 0.29}, "unanswerable"),
        ("unanswerable", {FOLLOW_UP: 0.5, "duty_free": 0.3}, None),
        # Too little, or an act that nobody asks for in passing.
        ("about_zone", {FOLLOW_UP: 0.5, "human_help": 0.19}, None),
        ("about_zone", {FOLLOW_UP: 0.9, "human_help": 0.09}, None),
        ("about_zone", {FOLLOW_UP: 0.5, "thanks": 0.4}, None),
    ],
)
def test_a_follow_up_may_ask_for_an_act(
    before: str, leanings: dict[str, float], act: str | None
) -> None:
    conversation = Conversation()
    conversation.hears(before)

    assert conversation.hears(FOLLOW_UP, leanings=leanings).act == act


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
        # "when does it open?" names nothing, so it is asked of what begins, if that was spoken of;
        (
            "chinese_medicine",
            "shopping_hours",
            {"shopping_hours": 0.8, FOLLOW_UP: 0.1},
            [Ask("chinese_medicine")],
        ),
        (
            "chinese_medicine",
            "about_zone/established",
            {"about_zone/established": 0.8, FOLLOW_UP: 0.1},
            [Ask("chinese_medicine")],
        ),
        (
            "chinese_medicine",
            "about_zone/established shopping_hours",
            {FOLLOW_UP: 0.36, "about_zone/established": 0.35, "shopping_hours": 0.28},
            [Ask("chinese_medicine")],
        ),
        # something else may be asked beside it, or instead;
        (
            "chinese_medicine",
            "duty_free shopping_hours",
            {FOLLOW_UP: 0.1, "duty_free": 0.5, "shopping_hours": 0.4},
            [Ask("duty_free"), Ask("shopping_hours")],
        ),
        (
            "chinese_medicine",
            "duty_free",
            {FOLLOW_UP: 0.1, "duty_free": 0.6, "shopping_hours": 0.2},
            [Ask("duty_free")],
        ),
        # "when do the shops close?" names something; after other hours it may be "and the shops?";
        (
            "chinese_medicine",
            "shopping_hours",
            {"shopping_hours": 0.8, FOLLOW_UP: 0.09},
            [Ask("shopping_hours")],
        ),
        (
            "port_crossing/hours",
            "shopping_hours",
            {"shopping_hours": 0.7, FOLLOW_UP: 0.24},
            [Ask("shopping_hours")],
        ),
        (
            "port_crossing/hours",
            "shopping_hours",
            {"shopping_hours": 0.7, FOLLOW_UP: 0.25},
            [Ask("port_crossing", ("hours",))],
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


@pytest.mark.parametrize(
    ("before", "leanings", "asked"),
    [
        # "I hold a Chinese passport": the answer to the guide's question, if it may be one.
        ("duty_free", {"entry_documents": 0.5, FOLLOW_UP: 0.4}, "duty_free"),
        ("duty_free", {"entry_documents": 0.4, FOLLOW_UP: 0.15}, "duty_free"),
        ("duty_free", {"entry_documents": 0.4, FOLLOW_UP: 0.1}, "entry_documents"),
        ("duty_free", {"entry_documents": 0.65, FOLLOW_UP: 0.3}, "entry_documents"),
        ("shopping_hours", {"entry_documents": 0.5, FOLLOW_UP: 0.4}, "entry_documents"),
    ],
)
def test_a_citizenship_stated_after_an_answer_that_depends_on_it_goes_on(
    before: str, leanings: dict[str, float], asked: str
) -> None:
    conversation = Conversation()
    conversation.hears(before)

    resolved = conversation.hears("entry_documents", CN, leanings=leanings)

    assert topics(resolved) == (asked,)


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
