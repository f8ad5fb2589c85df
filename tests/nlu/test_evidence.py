"""What makes it probable that a clause asks its topic."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import pytest

from horgos.language.yaml_files import DataFileError
from horgos.nlu.evidence import FEATURES, PAIRS, WEIGHTS, Evidence, Weights, load_weights

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
    in_passing=False,
    unanswerable=False,
    out_of_scope=False,
)
KEPT = load_weights(WEIGHTS)


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
        ({"asks": False, "in_passing": False}, {"asks": False, "in_passing": True}),
    ],
    ids=lambda case: "+".join(case),
)
def test_what_speaks_for_a_question_and_what_against(
    more: dict[str, float], less: dict[str, float]
) -> None:
    assert KEPT.probability(replace(PLAIN, **more)) > KEPT.probability(replace(PLAIN, **less))


def test_the_thresholds_divide_what_is_asked_from_what_is_told() -> None:
    assert 0 < KEPT.kept_from < KEPT.asked_from < 1
    asked = replace(PLAIN, heard=0.95, in_whole=0.3, whatever_else=0.8)
    told = replace(
        PLAIN, heard=0.5, in_whole=0.01, whatever_else=0.05, asks=False, in_passing=True, clauses=5
    )
    assert KEPT.probability(asked) >= KEPT.asked_from > KEPT.probability(told)


def test_a_probability_is_one_over_the_whole_range() -> None:
    for heard in (0.0, 1.0):
        for length in (0.0, 1e6):
            probability = KEPT.probability(replace(PLAIN, heard=heard, length=length))
            assert 0 <= probability <= 1
            assert math.isfinite(probability)


def test_the_sum_of_the_weighed_features_is_the_logarithm_of_the_odds() -> None:
    single = {**dict.fromkeys(FEATURES, 0.0), "asks": 1.5}
    paired = {**dict.fromkeys(PAIRS, 0.0), ("asks", "length"): 0.1}
    weights = Weights(0.5, single, paired, 0.6, 0.3)

    expected = 0.5 + 1.5 + 0.1 * math.log(PLAIN.length)
    assert weights.probability(PLAIN) == pytest.approx(1 / (1 + math.exp(-expected)))


GOOD = WEIGHTS.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("found", "instead", "complaint"),
    [
        ("  asks:", "  ask:", "weights: missing or unknown: ask, asks"),
        ("asked_from:", "asked_from: often #", "asked_from: a number is expected"),
        ("bias:", "base:", "bias: a number is expected"),
        ("weights:", "weight:", "weights: a mapping is expected"),
        ("  heard:", "  heard: loud #", "weights.heard: a number is expected"),
        (
            "  heard:\n    in_whole:",
            "  heard:\n    whole:",
            "pairs: missing or unknown: heard.in_whole, heard.whole",
        ),
        ("    in_whole:", "    in_whole: much #", "pairs.heard.in_whole: a number is expected"),
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
