"""``python -m benchmarks.weighing``: learn the weights of what is heard and keep them.

Teaches both heads in this process, reads ``data/validation`` with them, and writes
``horgos/nlu/evidence.yml``. Run it when the heads, the clauses or the validation questions have
changed much. It takes some minutes; shares are those of questions that were not learnt from, and
of hard messages (``data/validation/hard``), from which nothing is learnt at all.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from io import StringIO
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from ruamel.yaml import YAML
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import PolynomialFeatures, StandardScaler

from benchmarks.hard import hard_messages, hard_shares, read_hard, topics_of
from benchmarks.questions import Question, read_questions
from benchmarks.taught import taught_examples
from horgos.answers.topics import load_topics
from horgos.facts.loader import load_facts
from horgos.language.detection import detect
from horgos.language.forms import load_forms
from horgos.language.reading import readings
from horgos.nlu.decision import (
    Heard,
    Splitting,
    decide,
    evidence_of,
    narrow_evidence_of,
)
from horgos.nlu.evidence import FEATURES, NARROW_FEATURES
from horgos.nlu.onnx.encoder import OnnxEncoder
from horgos.nlu.regression import Regression, values_of
from horgos.nlu.two_head_classifier import understanding_learnt
from horgos.nlu.understanding import Understanding
from horgos.nlu.vector_store import StoredVectors
from horgos.nlu.weights import WEIGHTS, T, Weighed, Weights

ROOT = Path(__file__).resolve().parent.parent
VALIDATION = ROOT / "data" / "validation"
PARTS = 10
"""Of these each is judged by what was learnt from the others."""
STRENGTH = 0.05
"""Of the regressions (scikit-learn's ``C``): products are many, and few of them matter."""
ONLY_AFTER = "follow_up"
OVERVIEW = "/overview"
HEADER = """\
# How much each piece of evidence says that a clause asks its topic, and that a message asks a
# narrower question of a topic (see evidence.py); `pairs` weighs the product of two pieces.
# Learnt by `python -m benchmarks.weighing` from data/validation; `asked_from` is chosen there by
# hand, from the table it prints.
"""
Samples = Sequence[tuple[Mapping[str, float], bool]]
"""Values of all features, and whether it was asked."""


@dataclass(frozen=True)
class Case:
    """A validation question as the heads hear it.

    Attributes:
        question: As labelled.
        heard: As scored.
        narrower: Full intents of narrower questions it asks; None where the label does not tell.
    """

    question: Question
    heard: Heard
    narrower: frozenset[str] | None


HeldOut = tuple[Sequence[Case], Weights]
"""A part of the questions, and what is learnt from the others."""


def main() -> None:
    """Learn, print a table over thresholds, write the weights."""
    understanding = _understanding()
    cases, splitting = _cases(understanding), understanding.splitting
    parts = [_held_out(cases, splitting, part) for part in range(PARTS)]
    for asked_from in (0.45, 0.5, 0.53, 0.55, 0.6):
        _show(
            f"clause asked from {asked_from}",
            splitting,
            [
                (held_out, replace(w, clause=replace(w.clause, asked_from=asked_from)))
                for held_out, w in parts
            ],
        )
    for asked_from in (0.35, 0.4, 0.45, 0.5):
        _show(
            f"narrower asked from {asked_from}",
            splitting,
            [
                (held_out, replace(w, narrower=replace(w.narrower, asked_from=asked_from)))
                for held_out, w in parts
            ],
        )
    weights = learnt(cases, splitting)
    judged = replace(understanding, splitting=replace(splitting, weights=weights))
    shares = hard_shares(read_hard(judged, hard_messages(VALIDATION / "hard")))
    print(
        "hard messages: " + ", ".join(f"{k} {share} of {share.of}" for k, share in shares.items())
    )
    WEIGHTS.write_text(as_yaml(weights), encoding="utf-8")
    print(f"Kept in {WEIGHTS}")


def _understanding() -> Understanding:
    encoder = OnnxEncoder(ROOT / "models" / "encoder")
    store = StoredVectors(encoder, ROOT / ".rasa" / f"vectors-{encoder.weights}.sqlite")
    return understanding_learnt(taught_examples(ROOT), store)


def _cases(understanding: Understanding) -> list[Case]:
    forms = load_forms(ROOT / "languages.yml")
    facts = load_facts(ROOT / "facts" / "facts.yml", forms, tuple(load_topics(ROOT / "topics.yml")))
    asked_by = {f.id: f"{f.topic}/{f.asked}" for f in facts if f.asked}
    cases = []
    for question in read_questions(sorted(forms.languages), 1, VALIDATION):
        if ONLY_AFTER in question.topics:
            continue
        spelling = detect(question.text)
        heard = understanding.heard(readings(question.text, spelling), spelling)
        cases.append(Case(question, heard, _narrower(question, asked_by)))
    return cases


def _narrower(question: Question, asked_by: Mapping[str, str]) -> frozenset[str] | None:
    """Narrower questions that are asked, by the facts that answer them."""
    if question.facts is None:
        return None
    return frozenset(asked_by[fact] for fact in question.facts if fact in asked_by)


def learnt(cases: Sequence[Case], splitting: Splitting) -> Weights:
    """Weights over bare features and their products; thresholds stay as they are."""
    before = splitting.weights
    clause = [
        (values_of(FEATURES, one), one.topic in case.question.topics)
        for case in cases
        for one in evidence_of(case.heard, splitting)
    ]
    narrower = [sample for case in cases for sample in _narrow_samples(case)]
    return Weights(
        replace(before.clause, regression=fitted(clause)),
        replace(before.narrower, regression=fitted(narrower)),
    )


def _narrow_samples(case: Case) -> Iterator[tuple[Mapping[str, float], bool]]:
    """Of topics asked narrowly: what answers a topic as a whole says nothing of its questions."""
    for topic in {intent.partition("/")[0] for intent in case.narrower or ()}:
        found = list(narrow_evidence_of(topic, case.heard))
        if not any(one.best and one.intent.endswith(OVERVIEW) for one in found):
            for one in found:
                if not one.intent.endswith(OVERVIEW):
                    yield values_of(NARROW_FEATURES, one), one.intent in (case.narrower or ())


def fitted(samples: Samples) -> Regression:
    """A regression over scaled features and products, written for features that are not scaled."""
    names = list(samples[0][0])
    rows = np.array([[values[name] for name in names] for values, _ in samples])
    scaler = StandardScaler().fit(rows)
    products = PolynomialFeatures(2, interaction_only=True, include_bias=False)
    model: Pipeline = make_pipeline(
        products, StandardScaler(), LogisticRegression(C=STRENGTH, max_iter=1000)
    )
    model.fit(scaler.transform(rows), [asked for _, asked in samples])
    return _bare(model, scaler, names)


def _bare(model: Pipeline, scaler: StandardScaler, names: Sequence[str]) -> Regression:
    inner, regression = model[1], model[2]
    scaled = regression.coef_[0] / inner.scale_
    bias = float(regression.intercept_[0] - scaled @ inner.mean_)
    mean, spread = scaler.mean_, scaler.scale_
    single = scaled[: len(names)] / spread
    bias -= float(single @ mean)
    by_pair = {}
    for weight, (first, second) in zip(
        scaled[len(names) :], combinations(range(len(names)), 2), strict=True
    ):
        weight /= spread[first] * spread[second]
        single[first] -= weight * mean[second]
        single[second] -= weight * mean[first]
        bias += float(weight * mean[first] * mean[second])
        by_pair[names[first], names[second]] = float(weight)
    by_feature = {name: float(weight) for name, weight in zip(names, single, strict=True)}
    return Regression(bias, by_feature, by_pair)


def _held_out(cases: Sequence[Case], splitting: Splitting, part: int) -> HeldOut:
    others = [case for number, case in enumerate(cases) if number % PARTS != part]
    return cases[part::PARTS], learnt(others, splitting)


def _show(name: str, splitting: Splitting, parts: Sequence[HeldOut]) -> None:
    """Shares right of what was not learnt from: of two topics, of one, of narrower questions."""
    right: dict[str, list[bool]] = {"two topics": [], "one topic": [], "narrower questions": []}
    for cases, weights in parts:
        judged = replace(splitting, weights=weights)
        for case in cases:
            intents = decide(case.heard, judged).intents
            kind = "two topics" if len(case.question.topics) > 1 else "one topic"
            right[kind].append(topics_of(intents) == case.question.topics)
            if case.narrower and topics_of(intents) == case.question.topics:
                right["narrower questions"].append(_narrow(intents) == case.narrower)
    shares = ", ".join(f"{kind} {100 * np.mean(f):.2f} % of {len(f)}" for kind, f in right.items())
    print(f"{name}: {shares}")


def _narrow(intents: Collection[str]) -> frozenset[str]:
    return frozenset(intent for intent in intents if "/" in intent)


def as_yaml(weights: Weights) -> str:
    """The file ``evidence.yml``."""
    content = {"clause": _content(weights.clause), "narrower": _content(weights.narrower)}
    file = StringIO()
    YAML().dump(content, file)
    return HEADER + file.getvalue()


def _content(weighed: Weighed[T]) -> dict[str, Any]:
    regression = weighed.regression
    nested: dict[str, dict[str, float]] = {}
    for (first, second), weight in regression.by_pair.items():
        nested.setdefault(first, {})[second] = round(weight, 4)
    return {
        "asked_from": weighed.asked_from,
        "bias": round(regression.bias, 4),
        "weights": {name: round(weight, 4) for name, weight in regression.by_feature.items()},
        "pairs": nested,
    }


if __name__ == "__main__":
    main()
