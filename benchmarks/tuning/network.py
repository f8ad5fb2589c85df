"""The encoder with changes in its upper layers, and above it a head that says what is asked."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from benchmarks.tuning.layers import EncoderLayer, Normed, Product, TunableProduct
from benchmarks.tuning.texts import padded
from horgos.nlu.onnx.network import layer, norm
from horgos.nlu.onnx.tuning import PRODUCTS, Tuning
from horgos.nlu.onnx.weights import Floats, Weights

FIRST = 8
"""Layers below this one, counted from 0, stay as they are."""
RANK = 16
DROPPED = 0.1
"""Share of what the changes and the head are given that is dropped in learning."""
_HIDDEN = 512
_RARE = -3.5
"""Log odds of an intent before anything is learnt: a question asks one or two of some thirty."""
_STATES = [tf.TensorSpec((None,) * size, tf.float32) for size in (3, 2)]
_AT_ONCE = 64


class Head:
    """One hidden layer above sentence vectors; like that of ``horgos.nlu.heads``, and not kept."""

    def __init__(self, vectors: Floats, intents: int, dice: np.random.Generator) -> None:
        size, hidden = vectors.shape[1], _HIDDEN
        self._center, self._spread = vectors.mean(axis=0), vectors.std(axis=0)
        self._hidden = tf.Variable(_random((size, hidden), dice))
        self._hidden_bias = tf.Variable(np.zeros(hidden, np.float32))
        self._output = tf.Variable(_random((hidden, intents), dice))
        self._output_bias = tf.Variable(np.full(intents, _RARE, np.float32))
        self.variables = (self._hidden, self._hidden_bias, self._output, self._output_bias)

    def of(self, vectors: tf.Tensor) -> tf.Tensor:
        """Log odds of every intent, in learning."""
        scaled = tf.nn.dropout((vectors - self._center) / self._spread, DROPPED)
        inner = tf.nn.relu(tf.matmul(scaled, self._hidden) + self._hidden_bias)
        return tf.matmul(tf.nn.dropout(inner, 2 * DROPPED), self._output) + self._output_bias


class TunableEncoder:
    """Layers that stay as they are below, and tunable ones above.

    Attributes:
        variables: What learns.
    """

    def __init__(self, weights: Weights, dice: np.random.Generator) -> None:
        shape = weights.shape
        layers = [layer(weights, number) for number in range(shape.layers)]
        self._first_norm = Normed(norm(weights, "emb.ln"), shape.epsilon)
        self._lower = [
            EncoderLayer(one, {name: Product(getattr(one, name)) for name in PRODUCTS}, shape)
            for one in layers[:FIRST]
        ]
        self._products = [
            {name: TunableProduct(getattr(one, name), RANK, dice) for name in PRODUCTS}
            for one in layers[FIRST:]
        ]
        self._upper = [
            EncoderLayer(one, products, shape)
            for one, products in zip(layers[FIRST:], self._products, strict=True)
        ]
        self._below = tf.function(self._through_lower, input_signature=_STATES, autograph=False)
        self.variables = [
            variable
            for products in self._products
            for product in products.values()
            for variable in (product.down, product.up)
        ]

    def below(self, embedded: Sequence[Floats]) -> list[NDArray[np.float16]]:
        """States of texts below the tunable layers.

        Args:
            embedded: Word plus position vectors of each text, shape (tokens, hidden).
        """
        found: dict[int, NDArray[np.float16]] = {}
        order = sorted(range(len(embedded)), key=lambda place: len(embedded[place]))
        for at in range(0, len(order), _AT_ONCE):
            places = order[at : at + _AT_ONCE]
            states = self._below(*padded([embedded[place] for place in places])).numpy()
            for place, one in zip(places, states, strict=True):
                found[place] = one[: len(embedded[place])].astype(np.float16)
        return [found[place] for place in range(len(embedded))]

    def _through_lower(self, embedded: tf.Tensor, mask: tf.Tensor) -> tf.Tensor:
        states = self._first_norm.of(embedded)
        for one in self._lower:
            states = one.of(states, mask, 0.0)
        return states

    def above(self, states: tf.Tensor, mask: tf.Tensor, dropped: float) -> tf.Tensor:
        """Unit vectors of texts; arguments as of ``EncoderLayer.of``."""
        for one in self._upper:
            states = one.of(states, mask, dropped)
        total = tf.reduce_sum(states * mask[..., None], axis=1)
        return tf.math.l2_normalize(total, axis=-1)

    def tuning(self) -> Tuning:
        """What was learnt."""
        return Tuning(
            {
                (FIRST + number, name): product.change()
                for number, products in enumerate(self._products)
                for name, product in products.items()
            }
        )


def _random(shape: tuple[int, int], dice: np.random.Generator) -> Floats:
    drawn: Floats = dice.normal(0, shape[0] ** -0.5, shape).astype(np.float32)
    return drawn
