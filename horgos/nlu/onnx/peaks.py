"""How large the inputs of each product get, channel by channel, over some neutral sentences.

A plain forward pass in floats, layer by layer, for all sentences at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import erf

from horgos.nlu.onnx.network import Layer, Norm, layer, norm
from horgos.nlu.onnx.tuning import Tuning
from horgos.nlu.onnx.weights import Floats, Weights


@dataclass(frozen=True)
class Peaks:
    """Largest absolute values of a layer's inputs to its four products, by channel."""

    attend: Floats
    gather: Floats
    widen: Floats
    narrow: Floats


def peaks(weights: Weights, tuning: Tuning, embedded: Sequence[Floats]) -> list[Peaks]:
    """The peaks of every layer.

    Args:
        weights: The network.
        tuning: What it has learnt beside.
        embedded: Each sentence's tokens as word plus position vectors, (tokens, hidden).
    """
    bounds = np.cumsum([len(sentence) for sentence in embedded])[:-1]
    epsilon = weights.shape.epsilon
    states = _normed(np.concatenate(embedded), norm(weights, "emb.ln"), epsilon)
    found = []
    for number in range(weights.shape.layers):
        tuned = tuning.of(layer(weights, number), number)
        states, seen = _through(tuned, states, bounds, weights)
        found.append(seen)
    return found


def _through(
    layer: Layer, states: Floats, bounds: Floats, weights: Weights
) -> tuple[Floats, Peaks]:
    """States after a layer, and what its products were given."""
    epsilon = weights.shape.epsilon
    mixed = states @ layer.attend.weights + layer.attend.bias
    attended = np.concatenate(
        [_attention(sentence, weights.shape.heads) for sentence in np.split(mixed, bounds)]
    )
    gathered = attended @ layer.gather.weights + layer.gather.bias
    middle = _normed(states + gathered, layer.after_attention, epsilon)
    wide = _gelu(middle @ layer.widen.weights + layer.widen.bias)
    narrowed = wide @ layer.narrow.weights + layer.narrow.bias
    after = _normed(middle + narrowed, layer.after_all, epsilon)
    return after, Peaks(*(np.abs(given).max(axis=0) for given in (states, attended, middle, wide)))


def _attention(mixed: Floats, heads: int) -> Floats:
    """Softmax attention among the tokens of one sentence; (tokens, 3 x hidden) in."""
    tokens = len(mixed)
    queries, keys, values = (
        part.reshape(tokens, heads, -1).transpose(1, 0, 2) for part in np.split(mixed, 3, axis=1)
    )
    scores = queries @ keys.transpose(0, 2, 1) / np.sqrt(np.float32(queries.shape[-1]))
    shares = np.exp(scores - scores.max(axis=-1, keepdims=True))
    shares /= shares.sum(axis=-1, keepdims=True)
    attended: Floats = (shares @ values).transpose(1, 0, 2).reshape(tokens, -1)
    return attended


def _normed(states: Floats, norm: Norm, epsilon: float) -> Floats:
    centred = states - states.mean(axis=1, keepdims=True)
    spread = np.sqrt((centred**2).mean(axis=1, keepdims=True) + np.float32(epsilon))
    normed: Floats = centred / spread * norm.gain + norm.offset
    return normed


def _gelu(values: Floats) -> Floats:
    activated: Floats = values * np.float32(0.5) * (1 + erf(values / np.sqrt(np.float32(2))))
    return activated
