"""From probabilities to what is asked. Cases stand just on either side of a threshold."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from horgos.answers.beside import SAID_AFTER
from horgos.nlu.decision import (
    BESIDE_FROM,
    MINE_FROM,
    NOTHING_OF_MINE,
    OUT_OF_SCOPE,
    UNANSWERABLE,
    Clause,
    Decision,
    Heard,
    Scores,
    Splitting,
    decide,
    evidence_of,
    narrow_evidence_of,
)
from horgos.nlu.evidence import FEATURES, NARROW_FEATURES, Evidence, NarrowEvidence
from horgos.nlu.regression import Regression
from horgos.nlu.weights import Weighed, Weights

LITTLE = 0.01
LENGTH = 40.0
ASKED_FROM, NARROW_FROM = 0.6, 0.5
AS_HEARD = Weights(
    Weighed(FEATURES, Regression(0.0, {"heard": 1.0}, {}), ASKED_FROM),
    Weighed(NARROW_FEATURES, Regression(0.0, {"whatever_else": 1.0}, {}), NARROW_FROM),
)
"""As probable as it is heard: a topic in its clause, a narrower question in the message."""
DUTY, SHOPS, PAPERS, GREET = "duty_free", "shopping_hours", "entry_documents", "greet"
PERSON = "human_help"
AREA, SINCE, WHO = "about_zone/area", "about_zone/established", "about_zone/visitors"
WHERE = "about_zone/location"
CLASSES = sorted([DUTY, SHOPS, PAPERS, GREET, AREA, SINCE, WHO, WHERE, *SAID_AFTER])
SPLITTING = Splitting(frozenset({DUTY, SHOPS, PAPERS, "about_zone", *SAID_AFTER}), AS_HEARD)

Row = dict[str, float]


def scores(row: Row) -> Scores:
    """As a head gives them: every intent has a probability."""
    return Scores(dict.fromkeys(CLASSES, 0.0) | row)


def heard(whole: Row, clauses: list[Row], each: Row | None = None) -> Heard:
    """As it was scored; what is asked whatever else is, is like the whole unless given."""
    parts = [Clause(scores(one), LENGTH / 2, True) for one in clauses]
    return Heard(scores(whole), parts, LENGTH, scores(each or whole).intents)


def decided(whole: Row, clauses: list[Row] | None = None, each: Row | None = None) -> Decision:
    return decide(heard(whole, clauses or [], each), SPLITTING)


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
        # Narrower questions count together against other topics; the best is asked.
        ({AREA: MINE_FROM / 2 + LITTLE, SINCE: MINE_FROM / 2, DUTY: MINE_FROM - LITTLE}, [AREA]),
        ({AREA: MINE_FROM / 2, SINCE: MINE_FROM / 2 - LITTLE}, [NOTHING_OF_MINE]),
        ({AREA: 0.25, SINCE: 0.26, WHO: 0.24, WHERE: 0.25}, [SINCE]),
    ],
)
def test_a_message_of_one_clause(whole: Row, intents: list[str]) -> None:
    assert list(decided(whole).intents) == intents
    assert list(decided(whole, [{SHOPS: 1.0}]).intents) == intents, "one clause is no other"


@pytest.mark.parametrize(
    ("each", "intents"),
    [
        ({AREA: 0.9, SINCE: NARROW_FROM}, [AREA, SINCE]),
        ({AREA: 0.9, SINCE: NARROW_FROM - LITTLE}, [AREA]),
        ({AREA: 0.9, SINCE: NARROW_FROM, WHO: 0.8}, [AREA, SINCE, WHO]),
        # The best one of the whole is asked, however little it is by itself.
        ({AREA: 0.2, SINCE: 0.1}, [AREA]),
        # Another topic's are none of its own.
        ({AREA: 0.9, SHOPS: BESIDE_FROM - LITTLE}, [AREA]),
    ],
)
def test_narrower_questions_are_asked_each_by_itself(each: Row, intents: list[str]) -> None:
    assert list(decided({AREA: 0.6, SINCE: 0.3}, each=each).intents) == intents


def test_the_evidence_of_narrower_questions() -> None:
    parts = [{AREA: 0.9, SINCE: 0.05}, {SINCE: 0.5, AREA: 0.25, GREET: 0.25}, {DUTY: 0.9}]
    whole = {AREA: 0.6, SINCE: 0.2, DUTY: 0.2}
    mine = {AREA: 0.9, SINCE: 0.4, WHO: 0.1}

    found = {e.intent: e for e in narrow_evidence_of("about_zone", heard(whole, parts, mine))}

    assert set(found) == {AREA, SINCE, WHO, WHERE}
    expected = NarrowEvidence(SINCE, 0.4, 0.25, False, 0.5, 0.75, True)
    assert found[SINCE] == replace(expected, share=pytest.approx(0.25))
    assert (found[AREA].best, found[AREA].in_clause) == (True, 0.9)
    assert found[AREA].leads_clause == pytest.approx(0.95)
    assert (found[WHO].in_clause, found[WHO].leads_clause) == (0.0, 0.0)


def test_a_message_of_one_clause_is_its_own_clause() -> None:
    (found,) = narrow_evidence_of(DUTY, heard({DUTY: 0.8, SHOPS: 0.2}, []))

    assert found == NarrowEvidence(DUTY, 0.8, 1.0, True, 0.8, 0.8, False)


def test_a_topic_of_no_probability_has_no_shares() -> None:
    assert {e.share for e in narrow_evidence_of("about_zone", heard({DUTY: 1.0}, []))} == {0.0}


BOTH = {DUTY: 0.7, SHOPS: 0.2}


@pytest.mark.parametrize(
    ("whole", "clauses", "intents"),
    [
        # A second topic is asked by a clause that asks it probably enough.
        (BOTH, [{DUTY: 0.9}, {SHOPS: ASKED_FROM + LITTLE}], [DUTY, SHOPS]),
        (BOTH, [{DUTY: 0.9}, {SHOPS: ASKED_FROM - LITTLE}], [DUTY]),
        # In the order of the message, each once.
        (BOTH, [{SHOPS: 0.9}, {DUTY: 0.9}], [SHOPS, DUTY]),
        (BOTH, [{DUTY: 0.9}, {DUTY: 0.9}], [DUTY]),
        (BOTH, [{SHOPS: 0.9}, {DUTY: 0.9}, {SHOPS: 0.9}], [SHOPS, DUTY]),
        (BOTH, [{PAPERS: 0.9}, {SHOPS: 0.9}, {DUTY: 0.9}], [PAPERS, SHOPS, DUTY]),
        # The best of the whole is asked when no clause is heard to be about it,
        (BOTH, [{SHOPS: 0.9}, {GREET: 0.9}], [DUTY, SHOPS]),
        # or when nothing is asked surely;
        (BOTH, [{SHOPS: 0.1}, {DUTY: 0.1}], [DUTY]),
        # Acts are no second question, and give way to a topic.
        (BOTH, [{GREET: 1.0}, {DUTY: 0.9}], [DUTY]),
        ({GREET: 0.6, DUTY: 0.4}, [{GREET: 1.0}, {DUTY: ASKED_FROM + LITTLE}], [DUTY]),
        ({GREET: 0.6, DUTY: 0.4}, [{GREET: 1.0}, {DUTY: ASKED_FROM - LITTLE}], [GREET]),
        # Nothing of mine stays so, whatever its clauses sound like.
        ({DUTY: MINE_FROM - LITTLE}, [{DUTY: 1.0}, {SHOPS: 1.0}], [NOTHING_OF_MINE]),
        # What the facts cannot answer, beside a topic and alone.
        (BOTH, [{DUTY: 0.9}, {UNANSWERABLE: 0.9}], [DUTY, UNANSWERABLE]),
        ({UNANSWERABLE: 0.6, DUTY: 0.4}, [{UNANSWERABLE: 0.9}, {DUTY: 0.9}], [UNANSWERABLE, DUTY]),
        ({UNANSWERABLE: 0.9, DUTY: 0.1}, [{UNANSWERABLE: 0.9}, {GREET: 0.9}], [UNANSWERABLE]),
        ({UNANSWERABLE: 0.9}, [{UNANSWERABLE: 0.9}, {UNANSWERABLE: 0.9}], [UNANSWERABLE]),
        # So with what has nothing to do with the place, and with a wish for a person.
        (BOTH, [{DUTY: 0.9}, {OUT_OF_SCOPE: 0.9}], [DUTY, OUT_OF_SCOPE]),
        (BOTH, [{PERSON: 0.9}, {DUTY: 0.9}], [PERSON, DUTY]),
        ({PERSON: 0.9}, [{PERSON: 0.9}, {UNANSWERABLE: 0.9}], [PERSON, UNANSWERABLE]),
        # Two refusals are one.
        ({OUT_OF_SCOPE: 0.9}, [{OUT_OF_SCOPE: 0.9}, {UNANSWERABLE: 0.9}], [OUT_OF_SCOPE]),
        # A greeting does not swallow one.
        ({GREET: 0.6, UNANSWERABLE: 0.4}, [{GREET: 0.9}, {UNANSWERABLE: 0.95}], [UNANSWERABLE]),
        ({GREET: 0.9, UNANSWERABLE: 0.1}, [{GREET: 0.9}, {UNANSWERABLE: 0.3}], [GREET]),
        # Narrower questions, one a clause.
        (
            {AREA: 0.5, SINCE: 0.5, DUTY: 0.4},
            [{AREA: 0.9}, {DUTY: 0.9}, {SINCE: 0.9}],
            [AREA, SINCE, DUTY],
        ),
    ],
)
def test_a_message_of_several_clauses(whole: Row, clauses: list[Row], intents: list[str]) -> None:
    assert list(decided(whole, clauses).intents) == intents


def test_the_evidence_is_what_is_heard_of_each_clause() -> None:
    each = {DUTY: 0.9, AREA: 0.5, SINCE: 0.5}
    parts = [{GREET: 1.0}, {PAPERS: 0.8, DUTY: 0.1}, {DUTY: 0.6}, {AREA: 0.4, SINCE: 0.3}]
    message = heard(BOTH, parts, each)

    assert list(evidence_of(message, SPLITTING)) == [
        Evidence(PAPERS, 0.8, 0.0, 0.0, False, 0.7, 0.1, True, LENGTH / 2, LENGTH, 4, False, False),
        Evidence(DUTY, 0.6, 0.7, 0.9, True, 0.7, 0.6, True, LENGTH / 2, LENGTH, 4, False, False),
        # Any of a topic's narrower questions is the topic.
        Evidence(
            "about_zone",
            *(0.7, 0.0, 0.75, False, 0.7, 0.0, True, LENGTH / 2, LENGTH, 4, False, False),
        ),
    ]


def test_the_best_of_the_whole_gives_way_to_what_a_clause_asks_surely() -> None:
    each = {DUTY: BESIDE_FROM - LITTLE, SHOPS: 0.2}
    clauses = [{SHOPS: 0.9}, {DUTY: ASKED_FROM - LITTLE}]
    assert list(decided(BOTH, clauses, each).intents) == [SHOPS]


@pytest.mark.parametrize(
    ("each", "intents"),
    [
        # "When do the shops and the port close": no clause asks the second alone.
        ({SHOPS: 0.9, DUTY: BESIDE_FROM}, [SHOPS, DUTY]),
        ({SHOPS: 0.9, DUTY: BESIDE_FROM - LITTLE}, [SHOPS]),
        # Its narrower questions together are the topic; the best of them is answered.
        ({SHOPS: 0.9, AREA: 0.5, SINCE: 0.45}, [SHOPS, AREA]),
        # What is never said beside something else is not.
        ({SHOPS: 0.9, GREET: 0.9}, [SHOPS]),
    ],
)
@pytest.mark.parametrize("clauses", [[], [{SHOPS: 0.9}, {SHOPS: 0.7, DUTY: 0.1}]])
def test_a_topic_heard_in_the_whole_message_is_asked_beside(
    each: Row, intents: list[str], clauses: list[Row]
) -> None:
    whole = {SHOPS: 0.7, DUTY: 0.2, AREA: 0.05}
    assert list(decided(whole, clauses, each).intents) == intents


@pytest.mark.parametrize(
    ("whole", "each", "intents"),
    [
        # Two refusals are one, and an act gives way, whoever is heard in the whole.
        ({OUT_OF_SCOPE: 0.7}, {OUT_OF_SCOPE: 0.9, UNANSWERABLE: 0.9}, [OUT_OF_SCOPE]),
        ({DUTY: 0.7}, {DUTY: 0.9, UNANSWERABLE: 0.9}, [DUTY, UNANSWERABLE]),
        ({GREET: 0.7}, {GREET: 0.9, DUTY: 0.9}, [DUTY]),
    ],
)
def test_what_is_heard_beside_keeps_the_rules_of_clauses(
    whole: Row, each: Row, intents: list[str]
) -> None:
    assert list(decided(whole, [], each).intents) == intents


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
    assert ranked.best_of("about_zone") == SINCE
