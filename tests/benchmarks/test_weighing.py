"""The weights of what is heard are learnt from what validation labels as asked."""

from __future__ import annotations

import random

import pytest
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import PolynomialFeatures, StandardScaler

from benchmarks.questions import Question
from benchmarks.weighing import STRENGTH, Case, as_yaml, fitted, learnt
from horgos.nlu.decision import Clause, Heard, Scores, Splitting, decide
from horgos.nlu.weights import WEIGHTS, load_weights

KEPT = load_weights(WEIGHTS)
SHOPS, PAPERS, AREA, SINCE = "shopping_hours", "entry_documents", "zone/area", "zone/established"
SPLITTING = Splitting(frozenset({SHOPS, PAPERS, "zone"}), KEPT)
NOTHING = dict.fromkeys((SHOPS, PAPERS, AREA, SINCE), 0.01)


def _scores(**heard: float) -> Scores:
    names = {"shops": SHOPS, "papers": PAPERS, "area": AREA, "since": SINCE}
    return Scores({**NOTHING, **{names[name]: p for name, p in heard.items()}})


def _case(topics: set[str], narrower: set[str], whole: Scores, *clauses: Clause) -> Case:
    labels = frozenset(topics), None, "en-Latn", "two", None, None, None
    question = Question("...", "en", *labels)
    heard = Heard(whole, clauses, 40.0, whole.intents)
    return Case(question, heard, frozenset(narrower))


def _cases() -> list[Case]:
    """People who ask both, and people who have their papers and ask for the hours."""
    dice, cases = random.Random(1), []
    for number in range(200):
        sure, length = dice.uniform(0.7, 0.95), dice.uniform(10, 30)
        hours = Clause(_scores(shops=sure), length, True)
        asks = number % 2 == 0
        papers = Clause(_scores(papers=sure, shops=dice.uniform(0, 0.2)), length, asks)
        topics = {SHOPS, PAPERS} if asks else {SHOPS}
        cases.append(_case(topics, set(), _scores(shops=0.8, papers=0.15), papers, hours))
        size = _scores(area=sure)
        age = _scores(since=sure - 0.1) if asks else _scores(since=0.2, area=0.2)
        both = {AREA, SINCE} if asks else {AREA}
        parts = Clause(size, length, True), Clause(age, length, True)
        cases.append(_case({"zone"}, both, _scores(area=0.7, since=0.2), *parts))
    return cases


def test_what_is_labelled_as_asked_is_decided_so_by_the_learnt_weights() -> None:
    cases = _cases()
    weights = learnt(cases, SPLITTING)

    judged = Splitting(SPLITTING.topics, weights)
    for case in cases:
        intents = decide(case.heard, judged).intents
        assert {intent.partition("/")[0] for intent in intents} == case.question.topics
        assert {intent for intent in intents if "/" in intent} == case.narrower
    assert len(cases) == 400
    assert weights.clause.asked_from == KEPT.clause.asked_from
    assert weights.narrower.asked_from == KEPT.narrower.asked_from


def test_the_weights_are_those_of_the_regression_over_scaled_features() -> None:
    dice = random.Random(2)
    samples = []
    for _ in range(300):
        values = {
            "a": dice.uniform(-7, 7),
            "b": float(dice.random() < 0.5),
            "c": dice.uniform(1, 5),
        }
        samples.append((values, values["a"] * values["b"] + dice.gauss(0, 1) > 0))

    regression = fitted(samples)

    rows = StandardScaler().fit_transform([list(values.values()) for values, _ in samples])
    products = PolynomialFeatures(2, interaction_only=True, include_bias=False).fit_transform(rows)
    scaled = StandardScaler().fit_transform(products)
    model = LogisticRegression(C=STRENGTH, max_iter=1000)
    model.fit(scaled, [asked for _, asked in samples])
    expected = list(model.predict_proba(scaled)[:, 1])
    found = [regression.probability(values) for values, _ in samples]
    assert len(found) == 300
    assert found == pytest.approx(expected, abs=1e-9)


def test_the_kept_weights_stand_as_they_were_written() -> None:
    assert as_yaml(KEPT) == WEIGHTS.read_text(encoding="utf-8")
