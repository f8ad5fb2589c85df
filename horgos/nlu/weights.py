"""How probable it is that a clause asks its topic, and a message a narrower question of a topic.

The weights stand in ``evidence.yml``. ``benchmarks.weighing`` learns them from ``data/validation``,
which no head has learnt from. docs/adr/0011 and docs/adr/0013 tell what they replaced.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from horgos.language.yaml_files import load_mapping, mapping_at
from horgos.nlu.evidence import FEATURES, NARROW_FEATURES, Evidence, NarrowEvidence
from horgos.nlu.regression import Features, Regression, number_at, read_regression, values_of

WEIGHTS = Path(__file__).with_name("evidence.yml")


T = TypeVar("T")


@dataclass(frozen=True)
class Weighed(Generic[T]):
    """How one kind of evidence is weighed.

    Attributes:
        features: What is weighed.
        regression: How.
        asked_from: Probability from which something is asked.
    """

    features: Features[T]
    regression: Regression
    asked_from: float

    def probability(self, evidence: T) -> float:
        """That what the evidence speaks of is asked."""
        return self.regression.probability(values_of(self.features, evidence))


@dataclass(frozen=True)
class Weights:
    """Of both questions that are weighed.

    Attributes:
        clause: Whether a clause asks its topic, over ``FEATURES``.
        narrower: Whether a narrower question is asked, over ``NARROW_FEATURES``.
    """

    clause: Weighed[Evidence]
    narrower: Weighed[NarrowEvidence]


def load_weights(path: Path) -> Weights:
    """Read ``evidence.yml``.

    Raises:
        DataFileError: The file is malformed, or does not weigh exactly the features there are.
    """
    data = load_mapping(path)
    return Weights(
        clause=_weighed(path, data, "clause", FEATURES),
        narrower=_weighed(path, data, "narrower", NARROW_FEATURES),
    )


def _weighed(path: Path, data: dict[str, Any], key: str, features: Features[T]) -> Weighed[T]:
    regression = read_regression(path, data, key, features.keys())
    asked_from = number_at(path, mapping_at(path, data, key), "asked_from", key)
    return Weighed(features, regression, asked_from)
