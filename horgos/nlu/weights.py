"""How probable it is that a clause asks its topic, and a message a narrower question of a topic.

The weights stand in ``evidence.yml``. ``benchmarks.weighing`` learns them from ``data/validation``,
which no head has learnt from. docs/adr/0011 and docs/adr/0013 tell what they replaced.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from horgos.language.yaml_files import load_mapping, mapping_at
from horgos.nlu.evidence import FEATURES, NARROW_FEATURES
from horgos.nlu.regression import Regression, number_at, read_regression

WEIGHTS = Path(__file__).with_name("evidence.yml")


@dataclass(frozen=True)
class Weighed:
    """A regression, and the probability from which it means yes.

    Attributes:
        regression: What is weighed how.
        asked_from: Probability from which something is asked.
    """

    regression: Regression
    asked_from: float


@dataclass(frozen=True)
class Weights:
    """Of both questions that are weighed.

    Attributes:
        clause: Whether a clause asks its topic, over ``FEATURES``.
        narrower: Whether a narrower question is asked, over ``NARROW_FEATURES``.
    """

    clause: Weighed
    narrower: Weighed


def load_weights(path: Path) -> Weights:
    """Read ``evidence.yml``.

    Raises:
        DataFileError: The file is malformed, or does not weigh exactly the features there are.
    """
    data = load_mapping(path)
    weighed = {}
    for key, features in (("clause", FEATURES), ("narrower", NARROW_FEATURES)):
        regression = read_regression(path, data, key, features.keys())
        asked_from = number_at(path, mapping_at(path, data, key), "asked_from", key)
        weighed[key] = Weighed(regression, asked_from)
    return Weights(**weighed)
