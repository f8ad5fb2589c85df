"""From probabilities to what is asked. Cases stand just on either side of a threshold."""

from __future__ import annotations

import numpy as np
import pytest

from horgos.nlu.decision import (
    CLAUSE_FROM,
    IN_PASSING,
    MINE_FROM,
    NARROW_FROM,
    NOTHING_OF_MINE,
    PLAIN_CLAUSE_FROM,
    REFUSED_TOO,
    STORY_CLAUSE_FROM,
    STORY_LENGTH,
    UNANSWERABLE,
    WHOLE_FROM,
    Decision,
    Heard,
    Scores,
    Splitting,
    decide,
)

LITTLE = 0.01
SHORT = STORY_LENGTH - 1
DUTY, SHOPS, PAPERS, GREET = "duty_free", "shopping_hours", "entry_documents", "greet"
AREA, SINCE, WHO = "about_zone/area", "about_zone/established", "about_zone/visitors"
WHERE = "about_zone/location"
CLASSES = sorted([DUTY, SHOPS, PAPERS, GREET, AREA, SINCE, WHO, WHERE, UNANSWERABLE])
SPLITTING = Splitting(
    frozenset({DUTY, SHOPS, PAPERS, "about_zone", UNANSWERABLE}), frozenset({PAPERS})
)

Row = dict[str, float]


def scores(row: Row) -> Scores:
    """As a head gives them: every intent has a probability."""
    return Scores(dict.fromkeys(CLASSES, 0.0) | row)


def decided(whole: Row, clauses: list[Row] | None = None, length: float = SHORT) -> Decision:
    heard = Heard(scores(whole), [scores(clause) for clause in clauses or []], length)
    return decide(heard, SPLITTING)


@pytest.mark.parametrize(
    ("whole", "intents"),
    [
        # Nothing of mine.
        ({DUTY: MINE_FROM - LITTLE, GREET: 0.1}, [NOTHING_OF_MINE]),
        ({DUTY: MINE_FROM, GREET: 0.1}, [DUTY]),
        ({DUTY: 0.1, GREET: MINE_FROM - LITTLE}, [NOTHING_OF_MINE]),
        # One topic, an act, a refusal.
        ({DUTY: 0.9, SHOPS: 0.05}, [DUTY]),
        ({DUTY: 0.45, SHOPS: 0.5}, [SHOPS]),
        ({GREET: 0.9, DUTY: 0.1}, [GREET]),
        ({UNANSWERABLE: 0.9, DUTY: 0.1}, [UNANSWERABLE]),
        # Narrower questions count together against other topics.
        ({AREA: MINE_FROM / 2, SINCE: MINE_FROM / 2, DUTY: MINE_FROM - LITTLE}, [AREA, SINCE]),
        ({AREA: MINE_FROM / 2, SINCE: MINE_FROM / 2 - LITTLE}, [NOTHING_OF_MINE]),
        ({AREA: 0.3, SINCE: 0.3, DUTY: 0.4}, [AREA, SINCE]),
        # All with a good share of their topic are asked, however little the topic is.
        ({AREA: 1 - NARROW_FROM - LITTLE, SINCE: NARROW_FROM + LITTLE}, [AREA, SINCE]),
        ({AREA: 1 - NARROW_FROM + LITTLE, SINCE: NARROW_FROM - LITTLE}, [AREA]),
        ({AREA: 0.2, SINCE: 0.2, DUTY: 0.1}, [AREA, SINCE]),
        # The best one is asked even when none has a good share.
        ({AREA: 0.25, SINCE: 0.26, WHO: 0.24, WHERE: 0.25}, [SINCE]),
    ],
)
def test_a_message_of_one_clause(whole: Row, intents: list[str]) -> None:
    assert list(decided(whole).intents) == intents
    assert list(decided(whole, [{SHOPS: 1.0}]).intents) == intents, "one clause is no other"
    assert list(decided(whole, length=STORY_LENGTH).intents) == intents


BEST_DUTY = {DUTY: 0.9, SHOPS: WHOLE_FROM}
ONLY_DUTY = {DUTY: 0.9, SHOPS: WHOLE_FROM - LITTLE}
AND_PAPERS = {DUTY: 0.9, PAPERS: WHOLE_FROM}
NOT_PAPERS = {DUTY: 0.9, PAPERS: WHOLE_FROM - LITTLE}
AND_REFUSED = {DUTY: 0.6, UNANSWERABLE: 0.3}


@pytest.mark.parametrize(
    ("whole", "clauses", "intents"),
    [
        # The whole is heard to ask both.
        (BEST_DUTY, [{DUTY: 0.9}, {SHOPS: CLAUSE_FROM}], [DUTY, SHOPS]),
        (BEST_DUTY, [{DUTY: 0.9}, {SHOPS: CLAUSE_FROM - LITTLE}], [DUTY]),
        # It is not: the clause must be plain.
        (ONLY_DUTY, [{DUTY: 0.9}, {SHOPS: PLAIN_CLAUSE_FROM - LITTLE}], [DUTY]),
        (ONLY_DUTY, [{DUTY: 0.9}, {SHOPS: PLAIN_CLAUSE_FROM}], [DUTY, SHOPS]),
        # In the order of the message, each once.
        (BEST_DUTY, [{SHOPS: 0.9}, {DUTY: 0.9}], [SHOPS, DUTY]),
        (BEST_DUTY, [{DUTY: 0.9}, {DUTY: 0.9}], [DUTY]),
        (BEST_DUTY, [{SHOPS: 0.9}, {DUTY: 0.9}, {SHOPS: 0.9}], [SHOPS, DUTY]),
        (AND_PAPERS, [{PAPERS: 0.99}, {SHOPS: 0.9}, {DUTY: 0.9}], [PAPERS, SHOPS, DUTY]),
        # The best of the whole is asked even when no clause says so.
        (BEST_DUTY, [{SHOPS: 0.9}, {GREET: 0.9}], [DUTY, SHOPS]),
        (BEST_DUTY, [{SHOPS: 0.1}, {DUTY: 0.1}], [DUTY]),
        # Acts are no second question, and give way to a topic.
        (BEST_DUTY, [{GREET: 1.0}, {DUTY: 0.9}], [DUTY]),
        ({GREET: 0.6, DUTY: 0.4}, [{GREET: 1.0}, {DUTY: CLAUSE_FROM}], [DUTY]),
        ({GREET: 0.6, DUTY: 0.4}, [{GREET: 1.0}, {DUTY: CLAUSE_FROM - LITTLE}], [GREET]),
        # Nothing of mine stays so, whatever its clauses sound like.
        ({DUTY: MINE_FROM - LITTLE}, [{DUTY: 1.0}, {SHOPS: 1.0}], [NOTHING_OF_MINE]),
        # A topic named in passing must be spoken of more plainly.
        (AND_PAPERS, [{PAPERS: CLAUSE_FROM}, {DUTY: 0.9}], [DUTY]),
        (AND_PAPERS, [{PAPERS: CLAUSE_FROM + IN_PASSING - LITTLE}, {DUTY: 0.9}], [DUTY]),
        (AND_PAPERS, [{PAPERS: CLAUSE_FROM + IN_PASSING}, {DUTY: 0.9}], [PAPERS, DUTY]),
        (NOT_PAPERS, [{PAPERS: PLAIN_CLAUSE_FROM}, {DUTY: 0.9}], [DUTY]),
        (NOT_PAPERS, [{PAPERS: 1.0}, {DUTY: 0.9}], [DUTY]),
        ({PAPERS: 0.9}, [{PAPERS: 0.1}, {GREET: 0.9}], [PAPERS]),
        # What the facts cannot answer, beside a topic.
        (
            AND_REFUSED,
            [{DUTY: 0.9}, {UNANSWERABLE: CLAUSE_FROM + REFUSED_TOO}],
            [DUTY, UNANSWERABLE],
        ),
        (AND_REFUSED, [{DUTY: 0.9}, {UNANSWERABLE: CLAUSE_FROM + REFUSED_TOO - LITTLE}], [DUTY]),
        (
            ONLY_DUTY,
            [{DUTY: 0.9}, {UNANSWERABLE: PLAIN_CLAUSE_FROM + REFUSED_TOO - LITTLE}],
            [DUTY],
        ),
        (
            ONLY_DUTY,
            [{DUTY: 0.9}, {UNANSWERABLE: PLAIN_CLAUSE_FROM + REFUSED_TOO}],
            [DUTY, UNANSWERABLE],
        ),
        ({UNANSWERABLE: 0.6, DUTY: 0.4}, [{UNANSWERABLE: 0.9}, {DUTY: 0.9}], [UNANSWERABLE, DUTY]),
        # A refusal alone.
        ({UNANSWERABLE: 0.9, DUTY: 0.1}, [{UNANSWERABLE: 0.9}, {GREET: 0.9}], [UNANSWERABLE]),
        ({UNANSWERABLE: 0.9, DUTY: 0.1}, [{UNANSWERABLE: 0.9}, {DUTY: 0.3}], [UNANSWERABLE]),
        ({UNANSWERABLE: 0.9}, [{UNANSWERABLE: 0.9}, {UNANSWERABLE: 0.9}], [UNANSWERABLE]),
        # A greeting does not swallow one.
        ({GREET: 0.6, UNANSWERABLE: 0.4}, [{GREET: 0.9}, {UNANSWERABLE: 0.95}], [UNANSWERABLE]),
        ({GREET: 0.9, UNANSWERABLE: 0.1}, [{GREET: 0.9}, {UNANSWERABLE: 0.3}], [GREET]),
        # Narrower questions, one a clause.
        ({AREA: 0.8, SINCE: 0.1}, [{AREA: 0.9}, {SINCE: CLAUSE_FROM}], [AREA, SINCE]),
        ({AREA: 0.8, SINCE: 0.1}, [{AREA: 0.9}, {SINCE: CLAUSE_FROM - LITTLE}], [AREA]),
        (
            {AREA: 0.5, SINCE: 0.1, DUTY: 0.4},
            [{AREA: 0.9}, {DUTY: 0.9}, {SINCE: 0.9}],
            [AREA, SINCE, DUTY],
        ),
    ],
)
def test_a_short_message_of_several_clauses(
    whole: Row, clauses: list[Row], intents: list[str]
) -> None:
    assert list(decided(whole, clauses).intents) == intents


@pytest.mark.parametrize(
    ("whole", "clauses", "intents"),
    [
        (BEST_DUTY, [{DUTY: 0.9}, {SHOPS: CLAUSE_FROM}], [DUTY]),
        (BEST_DUTY, [{DUTY: 0.9}, {SHOPS: STORY_CLAUSE_FROM - LITTLE}], [DUTY]),
        (BEST_DUTY, [{DUTY: 0.9}, {SHOPS: STORY_CLAUSE_FROM}], [DUTY, SHOPS]),
        # However plain a clause, the whole must be heard to ask it,
        (ONLY_DUTY, [{DUTY: 0.9}, {SHOPS: 1.0}], [DUTY]),
        # and a topic named in passing is never a second question.
        (AND_PAPERS, [{DUTY: 0.9}, {PAPERS: 1.0}], [DUTY]),
        ({PAPERS: 0.9, DUTY: 0.1}, [{PAPERS: 1.0}, {DUTY: 0.95}], [PAPERS, DUTY]),
        (AND_REFUSED, [{DUTY: 0.9}, {UNANSWERABLE: 1.0}], [DUTY, UNANSWERABLE]),
    ],
)
def test_a_long_story_asks_less(whole: Row, clauses: list[Row], intents: list[str]) -> None:
    assert list(decided(whole, clauses, STORY_LENGTH).intents) == intents


def test_a_shorter_message_is_no_story() -> None:
    clauses = [{DUTY: 0.9}, {SHOPS: CLAUSE_FROM}]

    assert decided(BEST_DUTY, clauses, STORY_LENGTH - 0.5).intents == (DUTY, SHOPS)
    assert decided(BEST_DUTY, clauses, STORY_LENGTH).intents == (DUTY,)


@pytest.mark.parametrize(
    ("whole", "confidence"),
    [({DUTY: 0.8, SHOPS: 0.1}, 0.8), ({AREA: 0.25, SINCE: 0.5}, 0.75), ({DUTY: 0.125}, 0.125)],
)
def test_confidence_is_the_probability_of_the_topic(whole: Row, confidence: float) -> None:
    assert decided(whole).confidence == confidence


def test_scores_are_read_from_a_row_and_blended() -> None:
    one = Scores.of((DUTY, SHOPS), np.array([0.75, 0.25]))
    other = Scores.of((DUTY, SHOPS), np.array([0.25, 0.75]))

    assert one.intents == {DUTY: 0.75, SHOPS: 0.25}
    assert all(type(probability) is float for probability in one.intents.values())
    assert one.blended(other, 0.25).intents == {DUTY: 0.625, SHOPS: 0.375}


def test_topics_are_ranked_with_their_narrower_questions_together() -> None:
    ranked = Scores({DUTY: 0.25, AREA: 0.125, SHOPS: 0.375, SINCE: 0.1875})

    assert list(ranked.topics().items()) == [(SHOPS, 0.375), ("about_zone", 0.3125), (DUTY, 0.25)]
    assert ranked.best() == (SHOPS, 0.375)
