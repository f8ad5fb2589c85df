"""The weights of a clause's evidence are learnt from what validation labels as asked."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import PolynomialFeatures, StandardScaler

from benchmarks.questions import Question
from benchmarks.weighing import STRENGTH, Case, as_yaml, learnt
from horgos.nlu.decision import Heard, Scores
from horgos.nlu.evidence import FEATURES, WEIGHTS, Evidence, load_weights

KEPT = load_weights(WEIGHTS)
ASKED, TOLD = "shopping_hours", "entry_documents"
QUESTION = Question("...", "en", frozenset({ASKED}), None, "en-Latn", "two", None, None, None)
CLAUSE = Evidence(ASKED, 0.9, 0.5, 0.7, True, 0.6, 0.9, True, 20.0, 40.0, 2, False, False, False)


def _case(number: int) -> Case:
    length = 20.0 + number
    asks = replace(CLAUSE, length=length)
    tells = replace(CLAUSE, topic=TOLD, heard=0.6, asks=False, length=length)
    return Case(QUESTION, Heard(Scores({}), (), length, {}), (asks, tells))


def test_what_is_asked_weighs_more_than_what_is_told() -> None:
    weights = learnt([_case(number) for number in range(20)], KEPT)

    asks, tells = _case(5).evidence
    assert weights.probability(asks) > KEPT.asked_from > weights.probability(tells)
    assert (weights.asked_from, weights.kept_from) == (KEPT.asked_from, KEPT.kept_from)


def _varied(dice: random.Random) -> Case:
    values = {name: dice.random() for name in ("heard", "in_whole", "whatever_else")}
    values |= {name: dice.random() for name in ("whole_confidence", "whole_in_clause")}
    values |= {name: dice.uniform(5, 90) for name in ("length", "message_length")}
    flags = ("best_of_whole", "asks", "in_passing", "unanswerable", "out_of_scope")
    kinds = {name: dice.random() < 0.5 for name in flags}
    topic = dice.choice((ASKED, TOLD))
    one = replace(CLAUSE, topic=topic, clauses=dice.randint(2, 6), **values, **kinds)
    return Case(QUESTION, Heard(Scores({}), (), 40.0, {}), (one,))


def test_the_weights_are_those_of_the_regression_over_scaled_features() -> None:
    dice = random.Random(1)
    cases = [_varied(dice) for _ in range(300)]

    weights = learnt(cases, KEPT)

    evidence = [case.evidence[0] for case in cases]
    rows = StandardScaler().fit_transform([[f(e) for f in FEATURES.values()] for e in evidence])
    products = PolynomialFeatures(2, interaction_only=True, include_bias=False).fit_transform(rows)
    scaled = StandardScaler().fit_transform(products)
    model = LogisticRegression(C=STRENGTH, max_iter=1000)
    model.fit(scaled, [e.topic == ASKED for e in evidence])
    expected = model.predict_proba(scaled)[:, 1]
    assert len(expected) == 300
    assert [weights.probability(e) for e in evidence] == pytest.approx(list(expected), abs=1e-9)


def test_the_kept_weights_stand_as_they_were_written() -> None:
    assert as_yaml(KEPT) == WEIGHTS.read_text(encoding="utf-8")
