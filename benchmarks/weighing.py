"""``python -m benchmarks.weighing``: learn the weights of a clause's evidence and keep them.

Teaches both heads in this process, reads ``data/validation`` with them, and writes
``horgos/nlu/evidence.yml``. Run it when the heads, the clauses or the validation questions have
changed much. It takes some minutes; shares are those of questions that were not learnt from.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path

import numpy as np
from ruamel.yaml import YAML
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler

from benchmarks.asking import NOT_OURS
from benchmarks.baseline import training_intents
from benchmarks.questions import Question, read_questions
from horgos.language.detection import detect
from horgos.language.forms import load_forms
from horgos.language.reading import readings
from horgos.nlu.decision import NOTHING_OF_MINE, Heard, Splitting, decide, evidence_of
from horgos.nlu.evidence import FEATURES, WEIGHTS, Evidence, Weights
from horgos.nlu.joined import Example
from horgos.nlu.onnx.encoder import OnnxEncoder
from horgos.nlu.two_head_classifier import understanding_learnt
from horgos.nlu.vector_store import StoredVectors

ROOT = Path(__file__).resolve().parent.parent
VALIDATION = ROOT / "data" / "validation"
PARTS = 10
"""Of these each is judged by what was learnt from the others."""
ONLY_AFTER = "follow_up"
HEADER = """\
# How much each piece of evidence says that a clause asks its topic (see evidence.py).
# Learnt by `python -m benchmarks.weighing` from data/validation; the two thresholds are chosen
# there by hand, from the table it prints.
"""


@dataclass(frozen=True)
class Case:
    """A validation question as the heads hear it."""

    question: Question
    heard: Heard
    evidence: tuple[Evidence, ...]


def main() -> None:
    """Learn, print a table over thresholds, write the weights."""
    cases, splitting = _cases()
    before = splitting.weights
    for asked_from in (0.5, 0.55, 0.6, 0.65, 0.7):
        _show(cases, splitting, replace(before, asked_from=asked_from))
    WEIGHTS.write_text(as_yaml(learnt(cases, before)), encoding="utf-8")
    print(f"Kept in {WEIGHTS}")


def _cases() -> tuple[list[Case], Splitting]:
    examples = [_example(text, intent) for text, intent in training_intents(ROOT)]
    encoder = OnnxEncoder(ROOT / "models" / "encoder")
    store = StoredVectors(encoder, ROOT / ".rasa" / f"vectors-{encoder.weights}.sqlite")
    understanding = understanding_learnt(examples, store)
    cases = []
    languages = sorted(load_forms(ROOT / "languages.yml").languages)
    for question in read_questions(languages, 1, VALIDATION):
        if ONLY_AFTER in question.topics:
            continue
        spelling = detect(question.text)
        heard = understanding.heard(readings(question.text, spelling), spelling)
        evidence = tuple(evidence_of(heard, understanding.splitting))
        cases.append(Case(question, heard, evidence))
    return cases, understanding.splitting


def _example(text: str, intent: str) -> Example:
    spelling = detect(text)
    return Example(readings(text, spelling), spelling, (intent,))


def learnt(cases: Sequence[Case], thresholds: Weights) -> Weights:
    """Weights over bare features, from a regression over scaled ones."""
    pairs = [(case, evidence) for case in cases for evidence in case.evidence]
    rows = np.array([[feature(e) for feature in FEATURES.values()] for _, e in pairs])
    asked = [evidence.topic in case.question.topics for case, evidence in pairs]
    model: Pipeline = make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000))
    model.fit(rows, asked)
    scaler, regression = model[0], model[1]
    weights = regression.coef_[0] / scaler.scale_
    bias = float(regression.intercept_[0] - weights @ scaler.mean_)
    by_feature = {name: float(weight) for name, weight in zip(FEATURES, weights, strict=True)}
    return replace(thresholds, bias=bias, by_feature=by_feature)


def _show(cases: Sequence[Case], splitting: Splitting, thresholds: Weights) -> None:
    """Shares right of what was not learnt from: of two topics, and of one."""
    right: dict[bool, list[bool]] = {True: [], False: []}
    for part in range(PARTS):
        held_out = cases[part::PARTS]
        others = [case for number, case in enumerate(cases) if number % PARTS != part]
        judged = replace(splitting, weights=learnt(others, thresholds))
        for case in held_out:
            several = len(case.question.topics) > 1
            right[several].append(_topics(case.heard, judged) == case.question.topics)
    shares = [f"{100 * np.mean(found):.2f} % of {len(found)}" for found in right.values()]
    print(f"asked from {thresholds.asked_from}: two topics {shares[0]}, one topic {shares[1]}")


def _topics(heard: Heard, splitting: Splitting) -> frozenset[str]:
    intents = decide(heard, splitting).intents
    return frozenset(
        NOT_OURS if intent == NOTHING_OF_MINE else intent.partition("/")[0] for intent in intents
    )


def as_yaml(weights: Weights) -> str:
    """The file ``evidence.yml``."""
    content = {
        "bias": round(weights.bias, 3),
        "weights": {name: round(weight, 3) for name, weight in weights.by_feature.items()},
        "asked_from": weights.asked_from,
        "kept_from": weights.kept_from,
    }
    file = StringIO()
    YAML().dump(content, file)
    return HEADER + file.getvalue()


if __name__ == "__main__":
    main()
