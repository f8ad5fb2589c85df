"""What is weighed of a clause and of a narrower question."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from horgos.nlu.evidence import FEATURES, NARROW_FEATURES, Evidence, NarrowEvidence
from horgos.nlu.regression import values_of
from horgos.nlu.weights import WEIGHTS, load_weights

PLAIN = Evidence(
    topic="shopping_hours",
    heard=0.8,
    in_whole=0.2,
    whatever_else=0.4,
    best_of_whole=False,
    whole_confidence=0.7,
    whole_in_clause=0.1,
    asks=True,
    length=20.0,
    message_length=45.0,
    clauses=2,
    unanswerable=False,
    out_of_scope=False,
)
NARROW = NarrowEvidence(
    intent="about_zone/area",
    whatever_else=0.3,
    share=0.2,
    best=False,
    in_clause=0.5,
    leads_clause=0.6,
    several=True,
)
KEPT = load_weights(WEIGHTS)


def asked(evidence: Evidence) -> float:
    return KEPT.clause.probability(evidence)


def asked_narrowly(evidence: NarrowEvidence) -> float:
    return KEPT.narrower.probability(evidence)


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ({"heard": 0.9}, {"heard": 0.4}),
        ({"in_whole": 0.4}, {"in_whole": 0.01}),
        ({"whatever_else": 0.9}, {"whatever_else": 0.1}),
        ({"best_of_whole": True}, {"best_of_whole": False}),
        ({"whole_in_clause": 0.01}, {"whole_in_clause": 0.15}),
        ({"asks": True}, {"asks": False}),
        ({"clauses": 2}, {"clauses": 7}),
    ],
    ids=lambda case: "+".join(case),
)
def test_what_speaks_for_a_question_and_what_against(
    more: dict[str, float], less: dict[str, float]
) -> None:
    assert asked(replace(PLAIN, **more)) > asked(replace(PLAIN, **less))


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ({"whatever_else": 0.9}, {"whatever_else": 0.05}),
        ({"share": 0.5}, {"share": 0.01}),
        ({"best": True}, {"best": False}),
        ({"in_clause": 0.9}, {"in_clause": 0.1}),
        ({"leads_clause": 0.9}, {"leads_clause": 0.0}),
    ],
    ids=lambda case: "+".join(case),
)
def test_what_speaks_for_a_narrower_question(
    more: dict[str, float], less: dict[str, float]
) -> None:
    assert asked_narrowly(replace(NARROW, **more)) > asked_narrowly(replace(NARROW, **less))


def test_the_thresholds_divide_what_is_asked_from_what_is_told() -> None:
    sure = replace(PLAIN, heard=0.95, in_whole=0.3, whatever_else=0.8)
    told = replace(PLAIN, heard=0.5, in_whole=0.01, whatever_else=0.05, asks=False, clauses=5)
    assert asked(sure) >= KEPT.clause.asked_from > asked(told)
    named = replace(NARROW, in_clause=0.9, leads_clause=0.95)
    unheard = replace(NARROW, whatever_else=0.01, share=0.01, in_clause=0.05, leads_clause=0.0)
    assert asked_narrowly(named) >= KEPT.narrower.asked_from > asked_narrowly(unheard)


def test_a_probability_is_one_over_the_whole_range() -> None:
    for heard in (0.0, 1.0):
        for length in (0.0, 1e6):
            probability = asked(replace(PLAIN, heard=heard, length=length))
            assert 0 <= probability <= 1
            assert math.isfinite(probability)


def test_every_feature_has_a_value() -> None:
    values = values_of(FEATURES, PLAIN)
    assert values.keys() == FEATURES.keys()
    assert values_of(NARROW_FEATURES, NARROW).keys() == NARROW_FEATURES.keys()
    assert values["length"] == math.log(20)
    assert values["asks"] == 1.0
