"""How many clean questions are understood, by language, over REST from the running guide.

What was misunderstood is counted, never printed: who reads the misses tunes to them. Right and
wrong are what the benchmark calls so.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

import pytest

from benchmarks.asking import Reply, ask_apart, converse
from benchmarks.questions import Question, read_dialogues, read_questions
from benchmarks.scoring import (
    can_be_answered,
    cannot_be_answered,
    facts_right,
    form_right,
    refuses,
    reply_right,
    states_a_fact,
    topics_right,
    without_repeats,
)
from horgos.answers.topics import load_topics
from tests.conftest import ROOT
from tests.running import RunningGuide

Asked = tuple[Question, Reply]
Asks = Callable[[str], Sequence[Asked]]
Judge = Callable[[Reply, Question], bool]

SUBJECTS = frozenset(load_topics(ROOT / "topics.yml"))
CHANCE = 4
"""So many more than were measured may be wrong: two trainings do not learn quite the same."""

# Cases and how many of them were wrong in benchmarks/results/2026-11-29-1380f74-hour.md.
Measured = dict[str, tuple[int, int]]
QUESTIONS: dict[str, tuple[Judge, Measured]] = {
    "topics": (
        topics_right,
        {"en": (418, 12), "kk": (429, 12), "ru": (339, 8), "zh": (413, 10)},
    ),
    "facts": (
        facts_right,
        {"en": (418, 8), "kk": (429, 6), "ru": (339, 7), "zh": (413, 7)},
    ),
    "written form": (
        form_right,
        {"en": (418, 3), "kk": (429, 1), "ru": (339, 0), "zh": (413, 4)},
    ),
    "whole reply": (
        reply_right,
        {"en": (418, 15), "kk": (429, 13), "ru": (339, 11), "zh": (413, 17)},
    ),
}
WRONG_FACTS: Measured = {"en": (100, 2), "kk": (95, 2), "ru": (74, 3), "zh": (95, 3)}
WRONG_REFUSALS: Measured = {"en": (275, 1), "kk": (287, 0), "ru": (232, 0), "zh": (278, 0)}
TURNS: dict[str, tuple[Judge, Measured]] = {
    "topics": (
        topics_right,
        {"en": (117, 0), "kk": (102, 4), "ru": (112, 2), "zh": (103, 3)},
    ),
    "whole reply": (
        reply_right,
        {"en": (117, 1), "kk": (102, 4), "ru": (112, 5), "zh": (103, 3)},
    ),
}


@pytest.fixture(scope="module")
def asked(guide: RunningGuide) -> Asks:
    """The questions of a language with the replies to them; asked once for all measures."""

    @cache
    def ask(language: str) -> Sequence[Asked]:
        questions = read_questions([language], every=1)
        replies = ask_apart(guide.client, (question.text for question in questions))
        return list(zip(questions, replies, strict=True))

    return ask


@pytest.fixture(scope="module")
def said(guide: RunningGuide) -> Asks:
    """The same of the turns of the dialogues."""

    @cache
    def talk(language: str) -> Sequence[Asked]:
        found: list[Asked] = []
        for dialogue in read_dialogues([language], every=1):
            heard = converse(guide.client, (turn.text for turn in dialogue.turns))
            replies = without_repeats(heard, dialogue.turns)
            found += zip(dialogue.turns, replies, strict=True)
        return found

    return talk


def _hold(what: str, language: str, wrong: Sequence[bool], measured: Measured) -> None:
    """No more are wrong than were when they were measured, but for chance."""
    cases, before = measured[language]
    print(f"\n{language}: {what}: {sum(wrong)} of {len(wrong)} wrong, {before} as measured")
    assert len(wrong) == cases, f"{what}: measured with other cases"
    assert sum(wrong) <= before + CHANCE, f"{what}: {before} as measured"


@pytest.mark.parametrize("what", QUESTIONS)
def test_replies_to_clean_questions_are_right(asked: Asks, language: str, what: str) -> None:
    judge, measured = QUESTIONS[what]
    wrong = [not judge(reply, question) for question, reply in asked(language)]
    _hold(what, language, wrong, measured)


def test_what_has_no_answer_gets_no_fact(asked: Asks, language: str) -> None:
    replies = [reply for question, reply in asked(language) if cannot_be_answered(question)]
    wrong = [states_a_fact(reply, SUBJECTS) for reply in replies]
    _hold("wrong facts", language, wrong, WRONG_FACTS)


def test_what_has_an_answer_is_not_refused(asked: Asks, language: str) -> None:
    replies = [reply for question, reply in asked(language) if can_be_answered(question, SUBJECTS)]
    _hold("wrong refusals", language, [refuses(reply) for reply in replies], WRONG_REFUSALS)


@pytest.mark.parametrize("what", TURNS)
def test_turns_of_clean_dialogues_are_right(said: Asks, language: str, what: str) -> None:
    judge, measured = TURNS[what]
    wrong = [not judge(reply, turn) for turn, reply in said(language)]
    _hold(f"turns, {what}", language, wrong, measured)
