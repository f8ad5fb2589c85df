"""Layers of the encoder as TensorFlow computes them, with changes that can be learnt.

The arithmetic is that of ``horgos.nlu.onnx.graph``, in floats; a test compares the two.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import tensorflow as tf

from horgos.nlu.onnx.network import Layer, Linear, Norm
from horgos.nlu.onnx.tuning import Change
from horgos.nlu.onnx.weights import Shape

SCALE = 4.0
"""Of a change, beside the root of its rank: with it Adam's usual step learns fast enough."""
_FAR_BELOW = -1e9
_NORMS = ("after_attention", "after_all")


class Product:
    """``x @ weights + bias``."""

    def __init__(self, linear: Linear) -> None:
        self._weights, self._bias = tf.constant(linear.weights), tf.constant(linear.bias)

    def of(self, given: tf.Tensor, dropped: float) -> tf.Tensor:
        """The product; nothing of it learns, so nothing is dropped."""
        return tf.matmul(given, self._weights) + self._bias


class TunableProduct(Product):
    """``x @ (weights + scale * down @ up) + bias``; only ``down`` and ``up`` learn."""

    def __init__(self, linear: Linear, rank: int, dice: np.random.Generator) -> None:
        super().__init__(linear)
        inputs, outputs = linear.weights.shape
        self._scale = SCALE * rank**-0.5
        self.down = tf.Variable(dice.normal(0, rank**-0.5, (inputs, rank)).astype(np.float32))
        self.up = tf.Variable(np.zeros((rank, outputs), np.float32))

    def of(self, given: tf.Tensor, dropped: float) -> tf.Tensor:
        """The product; a share of what the change is given is dropped."""
        thinned = tf.nn.dropout(given, dropped)
        change = tf.matmul(tf.matmul(thinned, self.down), self.up)
        return super().of(given, dropped) + self._scale * change

    def change(self) -> Change:
        """What was learnt."""
        return Change(self.down.numpy(), self._scale * self.up.numpy())


class Normed:
    """A layer norm."""

    def __init__(self, norm: Norm, epsilon: float) -> None:
        self._gain, self._offset = tf.constant(norm.gain), tf.constant(norm.offset)
        self._epsilon = epsilon

    def of(self, states: tf.Tensor) -> tf.Tensor:
        """Normalised states."""
        mean, variance = tf.nn.moments(states, axes=[-1], keepdims=True)
        return tf.nn.batch_normalization(
            states, mean, variance, self._offset, self._gain, self._epsilon
        )


class EncoderLayer:
    """A layer, of texts of several lengths filled up to the longest.

    Attributes:
        products: By name.
    """

    def __init__(self, layer: Layer, products: Mapping[str, Product], shape: Shape) -> None:
        self.products = products
        self._norms = {name: Normed(getattr(layer, name), shape.epsilon) for name in _NORMS}
        self._heads = shape.heads

    def of(self, states: tf.Tensor, mask: tf.Tensor, dropped: float) -> tf.Tensor:
        """States after the layer.

        Args:
            states: Shape (texts, tokens, hidden).
            mask: Shape (texts, tokens): 1 where there is a token.
            dropped: Share of what the changes are given that is dropped.
        """
        products, norms = self.products, self._norms
        attended = self._attention(products["attend"].of(states, dropped), mask)
        gathered = products["gather"].of(attended, dropped)
        middle = norms["after_attention"].of(states + gathered)
        wide = tf.nn.gelu(products["widen"].of(middle, dropped))
        return norms["after_all"].of(middle + products["narrow"].of(wide, dropped))

    def _attention(self, mixed: tf.Tensor, mask: tf.Tensor) -> tf.Tensor:
        queries, keys, values = (self._by_head(part) for part in tf.split(mixed, 3, axis=-1))
        scores = tf.matmul(queries, keys, transpose_b=True)
        scores *= tf.cast(tf.shape(keys)[-1], tf.float32) ** -0.5
        hidden = (1.0 - mask)[:, None, None, :] * _FAR_BELOW
        found = tf.matmul(tf.nn.softmax(scores + hidden), values)
        return tf.reshape(tf.transpose(found, (0, 2, 1, 3)), tf.shape(mixed) // (1, 1, 3))

    def _by_head(self, part: tf.Tensor) -> tf.Tensor:
        texts, tokens, hidden = tf.unstack(tf.shape(part))
        split = tf.reshape(part, (texts, tokens, self._heads, hidden // self._heads))
        return tf.transpose(split, (0, 2, 1, 3))
