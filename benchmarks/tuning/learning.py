"""How the changes learn: Adam with decay, gently at first and less and less towards the end."""

from __future__ import annotations

import numpy as np
import tensorflow as tf

from benchmarks.tuning.network import DROPPED, Head, TunableEncoder
from benchmarks.tuning.texts import Texts
from horgos.nlu.onnx.weights import Floats

ROUNDS = 4
_AT_ONCE = 32
_STEP = 1e-3
_WARMING = 200
"""Batches until steps have their full length."""
_STEEPEST = 1.0
_SAMPLE = 2000
_BATCH = [tf.TensorSpec((None,) * size, tf.float32) for size in (3, 2, 2)]


class Learner:
    """Learns the changes of an encoder from questions and what they ask."""

    def __init__(self, encoder: TunableEncoder, texts: Texts, dice: np.random.Generator) -> None:
        self._encoder, self._texts, self._dice = encoder, texts, dice
        self._head = Head(self._sample(), texts.asked.shape[1], dice)
        self._change = tf.keras.optimizers.AdamW(_STEP, weight_decay=0.01)
        self._above = tf.keras.optimizers.AdamW(_STEP, weight_decay=0.05)
        self._change.build(encoder.variables)
        self._above.build(self._head.variables)
        self._step = tf.function(self._one_step, input_signature=_BATCH, autograph=False)

    def learn(self) -> None:
        """Learn from all texts, several times."""
        batches = -(-len(self._texts.states) // _AT_ONCE)
        for round_ in range(ROUNDS):
            losses = []
            for number, batch in enumerate(self._texts.batches(_AT_ONCE, self._dice)):
                self._set_step(round_ * batches + number, ROUNDS * batches)
                losses.append(float(self._step(batch.states, batch.mask, batch.asked)))
            print(f"Round {round_ + 1} of {ROUNDS}: loss {np.mean(losses):.4f}", flush=True)

    def _sample(self) -> Floats:
        """Vectors of some texts before anything is learnt: the head scales by them."""
        count = min(_SAMPLE, len(self._texts.states))
        places = self._dice.permutation(len(self._texts.states))[:count].tolist()
        parts = [self._texts.batch(places[at : at + _AT_ONCE]) for at in range(0, count, _AT_ONCE)]
        vectors = [self._encoder.above(one.states, one.mask, 0.0).numpy() for one in parts]
        return np.concatenate(vectors)

    def _set_step(self, done: int, of: int) -> None:
        share = min(1.0, (done + 1) / _WARMING) * (1 - done / of)
        for optimizer in (self._change, self._above):
            optimizer.learning_rate.assign(_STEP * share)

    def _one_step(self, states: tf.Tensor, mask: tf.Tensor, asked: tf.Tensor) -> tf.Tensor:
        changes, above = self._encoder.variables, self._head.variables
        with tf.GradientTape() as tape:
            scores = self._head.of(self._encoder.above(states, mask, DROPPED))
            each = tf.nn.sigmoid_cross_entropy_with_logits(asked, scores)
            loss = tf.reduce_mean(tf.reduce_sum(each, axis=-1))
        steep = tape.gradient(loss, [*changes, *above])
        steep, _ = tf.clip_by_global_norm(steep, _STEEPEST)
        split = len(changes)
        self._change.apply_gradients(list(zip(steep[:split], changes, strict=True)))
        self._above.apply_gradients(list(zip(steep[split:], above, strict=True)))
        return loss
