"""What the network's upper layers have learnt of visitors' questions beside what they knew.

A tuned product is ``x @ (weights + down @ up)``: the change is a product of two narrow matrices
(low-rank adaptation, Hu et al. 2021, arXiv:2106.09685), so that the file is small. It is added
once, when the encoder is built, and costs nothing at run time. ``python -m benchmarks.tuning``
learns it from ``data/nlu``; docs/adr/0014 tells what it gains.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from horgos.nlu.onnx.network import Layer, Linear
from horgos.nlu.onnx.weights import Floats

TUNING = Path(__file__).with_name("tuning.npz")
PRODUCTS = ("attend", "gather", "widen", "narrow")
"""Parts of a layer that are tuned."""


class TuningError(ValueError):
    """The file does not fit the network."""


@dataclass(frozen=True)
class Change:
    """What is added to the weights of a product, shape (inputs, outputs), as two matrices.

    Attributes:
        down: Shape (inputs, rank).
        up: Shape (rank, outputs).
    """

    down: Floats
    up: Floats


@dataclass(frozen=True)
class Tuning:
    """The changes of a network.

    Attributes:
        changes: By layer, counted from 0, and name of the product.
    """

    changes: Mapping[tuple[int, str], Change]

    def of(self, layer: Layer, number: int) -> Layer:
        """A layer with its changes.

        Raises:
            TuningError: A change is of another shape.
        """
        changed: dict[str, Any] = {
            name: _changed(getattr(layer, name), self.changes[number, name], f"l{number}.{name}")
            for name in PRODUCTS
            if (number, name) in self.changes
        }
        return replace(layer, **changed)


def load_tuning(path: Path) -> Tuning:
    """Read what ``save_tuning`` wrote.

    Raises:
        OSError: The file cannot be read.
        TuningError: It is something else.
    """
    with np.load(path) as arrays:
        try:
            names = {tuple(key.split(".")[:2]) for key in arrays.files}
            changes = {
                (int(layer.removeprefix("l")), product): Change(
                    arrays[f"{layer}.{product}.down"].astype(np.float32),
                    arrays[f"{layer}.{product}.up"].astype(np.float32),
                )
                for layer, product in sorted(names)
            }
        except (KeyError, ValueError) as fault:
            raise TuningError(f"{path}: l<layer>.<product>.down and .up are expected") from fault
    return Tuning(changes)


def save_tuning(tuning: Tuning, path: Path) -> None:
    """Write a tuning in half precision."""
    arrays = {}
    for (layer, product), change in tuning.changes.items():
        arrays[f"l{layer}.{product}.down"] = change.down.astype(np.float16)
        arrays[f"l{layer}.{product}.up"] = change.up.astype(np.float16)
    np.savez_compressed(path, **arrays)


def _changed(linear: Linear, change: Change, name: str) -> Linear:
    added = change.down @ change.up
    if added.shape != linear.weights.shape:
        raise TuningError(f"{name}: shape {added.shape}, the network's is {linear.weights.shape}")
    return Linear(linear.weights + added, linear.bias)
