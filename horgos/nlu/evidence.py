"""How probable it is that a clause asks its topic: what is heard of it, weighed.

The weights stand in ``evidence.yml``. ``benchmarks.weighing`` learns them from ``data/validation``,
which no head has learnt from; docs/adr/0011 tells what they replaced.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from horgos.language.yaml_files import DataFileError, load_mapping, mapping_at

WEIGHTS = Path(__file__).with_name("evidence.yml")
_LEAST = 0.001
"""Keeps the odds of a probability finite."""


@dataclass(frozen=True)
class Evidence:
    """What is heard of a clause and its best topic.

    Attributes:
        topic: The clause's best topic.
        heard: Its probability in the clause.
        in_whole: Its probability in the whole message, if that asked one thing only.
        whatever_else: Its probability in the whole message, whatever else that asks.
        best_of_whole: Whether it is the best topic of the whole message.
        whole_confidence: Probability of the best topic of the whole message.
        asks: Whether the clause has the words of a question.
        length: Letters of the clause.
        message_length: Letters of the message.
        clauses: How many clauses the message has.
        in_passing: Whether the topic's words are also named in passing.
        unanswerable: Whether the topic is what the facts cannot answer.
    """

    topic: str
    heard: float
    in_whole: float
    whatever_else: float
    best_of_whole: bool
    whole_confidence: float
    asks: bool
    length: float
    message_length: float
    clauses: int
    in_passing: bool
    unanswerable: bool


def _odds(probability: float) -> float:
    """Logarithm of the odds."""
    return math.log((probability + _LEAST) / (1 - probability + _LEAST))


FEATURES: dict[str, Callable[[Evidence], float]] = {
    "heard": lambda e: _odds(e.heard),
    "in_whole": lambda e: _odds(e.in_whole),
    "whatever_else": lambda e: _odds(e.whatever_else),
    "best_of_whole": lambda e: float(e.best_of_whole),
    "whole_confidence": lambda e: _odds(e.whole_confidence),
    "asks": lambda e: float(e.asks),
    "length": lambda e: math.log(max(e.length, 1.0)),
    "message_length": lambda e: math.log(max(e.message_length, 1.0)),
    "clauses": lambda e: math.log(max(e.clauses, 1)),
    "in_passing": lambda e: float(e.in_passing),
    "unanswerable": lambda e: float(e.unanswerable),
}
"""What is weighed, by name: probabilities as log odds, lengths as logarithms."""


@dataclass(frozen=True)
class Weights:
    """A logistic regression over ``FEATURES``.

    Attributes:
        bias: Added to the sum.
        by_feature: A weight for each feature.
        asked_from: Probability from which a clause asks its topic.
        kept_from: Probability from which the best topic of the whole message stays asked beside
            others, although no clause of its own asks it surely.
    """

    bias: float
    by_feature: dict[str, float]
    asked_from: float
    kept_from: float

    def probability(self, evidence: Evidence) -> float:
        """That a clause asks its topic."""
        total = self.bias + sum(
            weight * FEATURES[name](evidence) for name, weight in self.by_feature.items()
        )
        return 1.0 / (1.0 + math.exp(-total))


def load_weights(path: Path) -> Weights:
    """Read ``evidence.yml``.

    Raises:
        DataFileError: The file is malformed, or does not weigh exactly the ``FEATURES``.
    """
    data = load_mapping(path)
    by_feature = mapping_at(path, data, "weights")
    if by_feature.keys() != FEATURES.keys():
        odd = ", ".join(sorted(by_feature.keys() ^ FEATURES.keys()))
        raise DataFileError(f"{path}: weights: missing or unknown: {odd}")
    numbers = {**by_feature, **{key: data.get(key) for key in ("bias", "asked_from", "kept_from")}}
    for key, value in numbers.items():
        if not isinstance(value, (int, float)):
            raise DataFileError(f"{path}: {key}: a number is expected")
    return Weights(
        float(data["bias"]),
        {name: float(weight) for name, weight in by_feature.items()},
        float(data["asked_from"]),
        float(data["kept_from"]),
    )
