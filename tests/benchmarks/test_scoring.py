from typing import Any

import pytest

from benchmarks.asking import NOT_OURS, Reply, known, reply_of
from benchmarks.scoring import (
    can_be_answered,
    cannot_be_answered,
    refuses,
    reply_right,
    states_a_fact,
    topics_right,
    without_repeats,
)
from tests.benchmarks.tiny import question

SUBJECTS = frozenset({"shopping_hours", "duty_free"})
HOURS = frozenset({"shopping_hours"})
RIGHT = Reply(HOURS, frozenset({"shopping.hours"}), "en-Latn", 1.0)


@pytest.mark.parametrize(
    ("reply", "labels", "right"),
    [
        (RIGHT, {}, True),
        (RIGHT, {"facts": None}, True),
        (RIGHT, {"topics": HOURS | {"duty_free"}}, False),
        (RIGHT, {"facts": frozenset({"duty_free.cn"})}, False),
        (RIGHT, {"facts": frozenset()}, False),
        (RIGHT, {"form": "zh-Hans"}, False),
        (Reply.of_topics(HOURS), {}, False),
    ],
)
def test_a_whole_reply_is_right_when_all_of_it_is(
    reply: Reply, labels: dict[str, Any], right: bool
) -> None:
    assert reply_right(reply, question(**labels)) is right


@pytest.mark.parametrize(
    ("topics", "asked", "right"),
    [
        (["shopping_hours"], {"shopping_hours"}, True),
        (["shopping_hours", "duty_free"], {"shopping_hours"}, False),
        ([], {"out_of_scope"}, True),
        (["nlu_fallback"], {"out_of_scope"}, True),
        (["unanswerable"], {"out_of_scope"}, False),
    ],
)
def test_topics_must_be_the_same(topics: list[str], asked: set[str], right: bool) -> None:
    reply = Reply.of_topics(topics)
    assert topics_right(reply, question(topics=frozenset(asked))) is right


@pytest.mark.parametrize(
    ("asked", "answerable", "unanswerable"),
    [
        ({"shopping_hours"}, True, False),
        ({"unanswerable"}, False, True),
        ({"out_of_scope"}, False, True),
        ({"shopping_hours", "unanswerable"}, True, False),
        ({"greet"}, False, False),
    ],
)
def test_what_can_be_answered(asked: set[str], answerable: bool, unanswerable: bool) -> None:
    one = question(topics=frozenset(asked))
    assert can_be_answered(one, SUBJECTS) is answerable
    assert cannot_be_answered(one) is unanswerable


@pytest.mark.parametrize(
    ("topics", "refused", "stated"),
    [
        ([], True, False),
        (["unanswerable"], True, False),
        (["duty_free", "unanswerable"], False, True),
        (["greet"], False, False),
    ],
)
def test_refusals_and_facts(topics: list[str], refused: bool, stated: bool) -> None:
    reply = Reply.of_topics(topics)
    assert refuses(reply) is refused
    assert states_a_fact(reply, SUBJECTS) is stated


def test_a_rest_reply_is_read_from_its_provenance() -> None:
    answer = {"language": "kk", "script": "Arab", "topics": ["greet"], "facts": []}
    elements = [{"text": "..."}, {"custom": {"answer": answer}}]
    assert reply_of(elements, 2.0) == Reply(frozenset({"greet"}), frozenset(), "kk-Arab", 2.0)


@pytest.mark.parametrize("elements", [[], [{"text": "sorry"}]])
def test_a_reply_without_provenance_has_understood_nothing(elements: list[dict[str, Any]]) -> None:
    assert reply_of(elements, 2.0) == Reply(known([]), None, None, 2.0)
    assert known([]) == {NOT_OURS}


@pytest.mark.parametrize(
    ("asked", "heard", "right"),
    [
        ({"choose_language"}, {"choose_language", "shopping_hours"}, True),
        ({"choose_language"}, {"choose_language"}, True),
        ({"choose_language"}, {"shopping_hours"}, False),
        ({"choose_language"}, {"choose_language", "duty_free"}, False),
        ({"greet"}, {"greet", "shopping_hours"}, False),
    ],
)
def test_another_language_may_bring_the_last_answer_again(
    asked: set[str], heard: set[str], right: bool
) -> None:
    turns = [question(), question(topics=frozenset(asked))]
    replies = [RIGHT, Reply.of_topics(heard)]
    first, second = without_repeats(replies, turns)
    assert first == RIGHT
    assert topics_right(second, turns[1]) is right
