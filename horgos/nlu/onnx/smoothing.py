"""Products in 8-bit integers, smoothed first.

ONNX Runtime gives all inputs of a product one scale, so the few channels that are ten times
the rest would cost all others their precision. Each input channel is therefore divided by a
fixed factor and its weights multiplied by it: the product stays, the peaks move into the
weights (SmoothQuant, Xiao et al. 2022, arXiv:2211.10438).

Weights take 7 bits of the 8: on processors with AVX2 but without VNNI, sums of two 8-bit
products overflow 16 bits.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from horgos.nlu.onnx.network import Linear
from horgos.nlu.onnx.weights import Floats

_LARGEST = 63
_SHARE = 0.65
"""How much of the peaks moves into the weights; .60 to .75 did equally well in a trial."""
_LEAST = np.float32(1e-5)


@dataclass(frozen=True)
class Int8Linear:
    """``(x * shrink) @ (weights * scales) + bias``.

    Attributes:
        shrink: By input channel.
        weights: int8, -63 to 63, shape (inputs, outputs).
        scales: By output channel.
        bias: By output channel.
    """

    shrink: Floats
    weights: NDArray[Any]
    scales: Floats
    bias: Floats


def smoothed(linear: Linear, peak: Floats) -> Int8Linear:
    """A product in integers.

    Args:
        linear: The product in floats.
        peak: Largest absolute value seen of each input channel.
    """
    heaviest = np.abs(linear.weights).max(axis=1)
    factors = np.maximum(peak, _LEAST) ** _SHARE / np.maximum(heaviest, _LEAST) ** (1 - _SHARE)
    factors = factors.astype(np.float32)
    moved = linear.weights * factors[:, None]
    scales = np.maximum(np.abs(moved).max(axis=0), _LEAST) / np.float32(_LARGEST)
    whole = np.rint(moved / scales).astype(np.int8)
    return Int8Linear(1 / factors, whole, scales, linear.bias)
