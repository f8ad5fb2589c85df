"""What a message means after a refusal, or beside one."""

from __future__ import annotations

import pytest

from horgos.answers import Ask
from horgos.answers.acts import GOING_ON
from tests.answers.asking import spent
from tests.answers.conversing import (
    CN,
    FALLBACK,
    FOLLOW_UP,
    KZ,
    SUNDAY,
    Conversation,
    Turn,
    topics,
)


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

    assert (topics(resolved), resolved.act) == (("duty_free",), None)
    assert resolved.after == ("unanswerable_too",)


@pytest.mark.parametrize(
    ("intents", "act", "after"),
    [
        ("duty_free out_of_scope", None, ("out_of_scope_too",)),
        ("out_of_scope duty_free", None, ("out_of_scope_too",)),
        ("duty_free human_help", None, ("human_help",)),
        ("bot_challenge duty_free", None, ("bot_challenge",)),
        ("human_help duty_free unanswerable", None, ("human_help", "unanswerable_too")),
        ("human_help unanswerable", "human_help", ("unanswerable_too",)),
        ("unanswerable human_help", "unanswerable", ("human_help",)),
        # One "I do not know" is enough.
        ("unanswerable duty_free out_of_scope", None, ("unanswerable_too",)),
        ("out_of_scope unanswerable", "out_of_scope", ()),
        ("duty_free greet", None, ()),
    ],
)
def test_what_else_is_asked_is_said_behind_the_answer(
    intents: str, act: str | None, after: tuple[str, ...]
) -> None:
    resolved = Conversation().hears(intents)

    assert (resolved.act, resolved.after) == (act, after)
