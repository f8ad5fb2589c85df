"""A logistic regression as numbers in a YAML file: features are weighed, and products of two."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any, TypeVar

from horgos.language.yaml_files import DataFileError, mapping_at

Evidence = TypeVar("Evidence")
Features = Mapping[str, Callable[[Evidence], float]]
"""What is weighed of some evidence, by name."""
Pair = tuple[str, str]
_LEAST = 0.001
"""Keeps the odds of a probability finite."""


def odds(probability: float) -> float:
    """Logarithm of the odds."""
    return math.log((probability + _LEAST) / (1 - probability + _LEAST))


def values_of(features: Features[Evidence], evidence: Evidence) -> dict[str, float]:
    """The value of every feature."""
    return {name: feature(evidence) for name, feature in features.items()}


def pairs_of(features: Iterable[str]) -> tuple[Pair, ...]:
    """All pairs of features, in their order.

    A pair is weighed by the product of its features: a question word says more of a clause that
    is surely heard than of a vague one.
    """
    return tuple(combinations(features, 2))


@dataclass(frozen=True)
class Regression:
    """Weights of features and of products of two.

    Attributes:
        bias: Added to the sum.
        by_feature: A weight for each feature.
        by_pair: A weight for each pair.
    """

    bias: float
    by_feature: Mapping[str, float]
    by_pair: Mapping[Pair, float]

    def probability(self, values: Mapping[str, float]) -> float:
        """Of what was weighed, from the values of all features."""
        single = sum(weight * values[name] for name, weight in self.by_feature.items())
        paired = sum(weight * values[a] * values[b] for (a, b), weight in self.by_pair.items())
        return 1.0 / (1.0 + math.exp(-(self.bias + single + paired)))


def read_regression(
    path: Path, data: dict[str, Any], key: str, features: Collection[str]
) -> Regression:
    """The regression under a key of a file that was loaded.

    Raises:
        DataFileError: It is malformed, or does not weigh exactly these features and their pairs.
    """
    mine = mapping_at(path, data, key)
    bias = number_at(path, mine, "bias", key)
    by_feature = _weights(path, mine, "weights", key)
    by_pair = {
        (first, second): weight
        for first in mapping_at(path, mine, "pairs")
        for second, weight in _weights(path, mine["pairs"], first, f"{key}.pairs").items()
    }
    _check_names(path, f"{key}.weights", by_feature, features)
    _check_names(path, f"{key}.pairs", map(_named, by_pair), map(_named, pairs_of(features)))
    return Regression(bias, by_feature, by_pair)


def number_at(path: Path, data: Mapping[str, Any], key: str, where: str) -> float:
    """The number under a key; ``where`` names the mapping in a complaint.

    Raises:
        DataFileError: It is missing or no number.
    """
    value = data.get(key)
    if not isinstance(value, (int, float)):
        raise DataFileError(f"{path}: {where}.{key}: a number is expected")
    return float(value)


def _weights(path: Path, data: dict[str, Any], key: str, where: str) -> dict[str, float]:
    named = mapping_at(path, data, key)
    return {name: number_at(path, named, name, f"{where}.{key}") for name in named}


def _named(pair: Pair) -> str:
    return ".".join(pair)


def _check_names(path: Path, key: str, found: Iterable[str], expected: Iterable[str]) -> None:
    odd = sorted({*found} ^ {*expected})
    if odd:
        raise DataFileError(f"{path}: {key}: missing or unknown: {', '.join(odd)}")
