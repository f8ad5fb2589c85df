"""The network as an ONNX graph: embedded tokens of one text in, their mean state out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from horgos.nlu.onnx import messages
from horgos.nlu.onnx.network import Layer, Linear, Norm, layer, norm
from horgos.nlu.onnx.peaks import Peaks
from horgos.nlu.onnx.smoothing import smoothed
from horgos.nlu.onnx.tuning import Tuning
from horgos.nlu.onnx.weights import Floats, Weights

GIVEN, RESULT = "embedded", "mean"
_RUNTIME_ONLY = "com.microsoft"


def graph(weights: Weights, tuning: Tuning, peaks: Sequence[Peaks]) -> bytes:
    """The model file: input (1, tokens, hidden), output (hidden,), not normalised."""
    writer = _Writer(weights)
    states = writer.first_norm(norm(weights, "emb.ln"))
    for number in range(weights.shape.layers):
        tuned = tuning.of(layer(weights, number), number)
        states = writer.layer(f"l{number}.", tuned, peaks[number], states)
    return writer.finish(states)


class _Writer:
    """Collects nodes and constants; every method returns the name of what it computes."""

    def __init__(self, weights: Weights) -> None:
        self._hidden = weights.shape.hidden
        self._heads = weights.shape.heads
        self._epsilon = float(weights.shape.epsilon)
        self._nodes: list[bytes] = []
        self._constants: list[bytes] = []

    def first_norm(self, norm: Norm) -> str:
        gain, offset = self._norm("first.", norm)
        epsilon = self._epsilon
        return self._node(
            "LayerNormalization", (GIVEN, gain, offset), "first.states", axis=-1, epsilon=epsilon
        )

    def layer(self, name: str, layer: Layer, peaks: Peaks, states: str) -> str:
        attended = self._attention(name, layer.attend, peaks.attend, states)
        gathered = self._product(f"{name}gather.", layer.gather, peaks.gather, attended)
        middle = self._sum(f"{name}middle.", layer.after_attention, states, gathered)
        wide = self._product(f"{name}widen.", layer.widen, peaks.widen, middle)
        active = self._ours("Gelu", (wide,), f"{name}active")
        narrowed = self._product(f"{name}narrow.", layer.narrow, peaks.narrow, active)
        return self._sum(f"{name}after.", layer.after_all, middle, narrowed)

    def finish(self, states: str) -> bytes:
        axes = self._constant("tokens", np.array([0, 1]))
        self._node("ReduceMean", (states, axes), RESULT, keepdims=0)
        given = messages.value(GIVEN, (1, "tokens", self._hidden))
        result = messages.value(RESULT, (self._hidden,))
        return messages.model(self._nodes, self._constants, given, result)

    def _attention(self, name: str, linear: Linear, peak: Floats, states: str) -> str:
        mixed = self._product(f"{name}attend.", linear, peak, states)
        parts = [f"{name}{part}" for part in ("queries", "keys", "values")]
        split = messages.node("Split", (mixed,), parts, "", axis=-1, num_outputs=len(parts))
        self._nodes.append(split)
        return self._ours("MultiHeadAttention", parts, f"{name}attended", num_heads=self._heads)

    def _product(self, name: str, linear: Linear, peak: Floats, given: str) -> str:
        product = smoothed(linear, peak)
        shrink = self._constant(f"{name}shrink", product.shrink)
        small = self._node("Mul", (given, shrink), f"{name}small")
        constants = (
            self._constant(f"{name}weights", product.weights),
            self._constant(f"{name}scales", product.scales),
            "",  # no zero points: the weights lie evenly around zero
            self._constant(f"{name}bias", product.bias),
        )
        return self._ours("DynamicQuantizeMatMul", (small, *constants), f"{name}product")

    def _sum(self, name: str, norm: Norm, first: str, second: str) -> str:
        inputs = (first, second, *self._norm(name, norm))
        epsilon = self._epsilon
        return self._ours("SkipLayerNormalization", inputs, f"{name}states", epsilon=epsilon)

    def _norm(self, name: str, norm: Norm) -> tuple[str, str]:
        gain = self._constant(f"{name}gain", norm.gain)
        return gain, self._constant(f"{name}offset", norm.offset)

    def _constant(self, name: str, values: NDArray[Any]) -> str:
        self._constants.append(messages.tensor(name, values))
        return name

    def _node(
        self, operator: str, inputs: Sequence[str], output: str, **attributes: int | float
    ) -> str:
        self._nodes.append(messages.node(operator, inputs, (output,), "", **attributes))
        return output

    def _ours(
        self, operator: str, inputs: Sequence[str], output: str, **attributes: int | float
    ) -> str:
        """An operator only ONNX Runtime has."""
        self._nodes.append(messages.node(operator, inputs, (output,), _RUNTIME_ONLY, **attributes))
        return output
