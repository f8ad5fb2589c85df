"""The file of weights, and the regressions it holds."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from horgos.language.yaml_files import DataFileError
from horgos.nlu.evidence import FEATURES, NARROW_FEATURES
from horgos.nlu.regression import Regression, odds, pairs_of
from horgos.nlu.weights import WEIGHTS, load_weights

GOOD = WEIGHTS.read_text(encoding="utf-8")


def test_the_sum_of_what_is_weighed_is_the_logarithm_of_the_odds() -> None:
    regression = Regression(0.5, {"a": 1.5, "b": -1.0}, {("a", "b"): 0.25})

    expected = 0.5 + 1.5 * 2.0 - 4.0 + 0.25 * 8.0
    probability = regression.probability({"a": 2.0, "b": 4.0})
    assert probability == pytest.approx(1 / (1 + math.exp(-expected)))


@pytest.mark.parametrize(
    ("probability", "logarithm"),
    [(0.5, 0.0), (0.0, math.log(0.001 / 1.001)), (1.0, math.log(1001))],
)
def test_odds_are_finite(probability: float, logarithm: float) -> None:
    assert odds(probability) == pytest.approx(logarithm)


def test_the_kept_file_weighs_all_features_and_their_pairs() -> None:
    kept = load_weights(WEIGHTS)

    for weighed, features in ((kept.clause, FEATURES), (kept.narrower, NARROW_FEATURES)):
        assert set(weighed.regression.by_feature) == set(features)
        assert set(weighed.regression.by_pair) == set(pairs_of(features))
        assert 0 < weighed.asked_from < 1
    assert len(kept.clause.regression.by_pair) == 66


@pytest.mark.parametrize(
    ("found", "instead", "complaint"),
    [
        ("    asks:", "    ask:", "clause.weights: missing or unknown: ask, asks"),
        ("  asked_from:", "  asked_from: often #", "clause.asked_from: a number is expected"),
        ("  bias:", "  base:", "clause.bias: a number is expected"),
        ("clause:", "clauses:", "clause: a mapping is expected"),
        ("narrower:", "narrow:", "narrower: a mapping is expected"),
        ("    heard:", "    heard: loud #", "clause.weights.heard: a number is expected"),
        (
            "      in_whole:",
            "      whole:",
            "clause.pairs: missing or unknown: heard.in_whole, heard.whole",
        ),
        (
            "      in_whole:",
            "      in_whole: much #",
            "clause.pairs.heard.in_whole: a number is expected",
        ),
    ],
)
def test_a_malformed_file_is_named_with_its_key(
    tmp_path: Path, found: str, instead: str, complaint: str
) -> None:
    assert found in GOOD
    path = tmp_path / "evidence.yml"
    path.write_text(GOOD.replace(found, instead, 1), encoding="utf-8")

    with pytest.raises(DataFileError) as error:
        load_weights(path)

    assert str(error.value) == f"{path}: {complaint}"
