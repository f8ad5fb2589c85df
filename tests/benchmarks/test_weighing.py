"""The weights of a clause's evidence are learnt from what validation labels as asked."""

from __future__ import annotations

from dataclasses import replace

from benchmarks.questions import Question
from benchmarks.weighing import Case, as_yaml, learnt
from horgos.nlu.decision import Heard, Scores
from horgos.nlu.evidence import WEIGHTS, Evidence, load_weights

KEPT = load_weights(WEIGHTS)
ASKED, TOLD = "shopping_hours", "entry_documents"
QUESTION = Question("...", "en", frozenset({ASKED}), None, "en-Latn", "two", None, None, None)
CLAUSE = Evidence(ASKED, 0.9, 0.5, 0.7, True, 0.6, True, 20.0, 40.0, 2, False, False)


def _case(number: int) -> Case:
    length = 20.0 + number
    asks = replace(CLAUSE, length=length)
    tells = replace(CLAUSE, topic=TOLD, heard=0.6, asks=False, length=length)
    return Case(QUESTION, Heard(Scores({}), (), length, {}), (asks, tells))


def test_what_is_asked_weighs_more_than_what_is_told() -> None:
    weights = learnt([_case(number) for number in range(20)], KEPT)

    asks, tells = _case(5).evidence
    assert weights.probability(asks) > KEPT.asked_from > weights.probability(tells)
    assert weights.by_feature["asks"] > 0
    assert (weights.asked_from, weights.kept_from) == (KEPT.asked_from, KEPT.kept_from)


def test_the_kept_weights_stand_as_they_were_written() -> None:
    assert as_yaml(KEPT) == WEIGHTS.read_text(encoding="utf-8")
