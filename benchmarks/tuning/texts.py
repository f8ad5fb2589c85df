"""Texts to tune with: what each asks, and its states below the layers that are tuned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from horgos.nlu.onnx.weights import Floats

LONGEST = 126
"""Tokens; the end of a longer story is not learnt from."""


@dataclass(frozen=True)
class Batch:
    """Texts of much the same length.

    Attributes:
        states: Shape (texts, tokens, hidden), filled up with zeros.
        mask: Shape (texts, tokens): 1 where there is a token.
        asked: Shape (texts, intents): 1 for what is asked.
    """

    states: Floats
    mask: Floats
    asked: Floats


@dataclass(frozen=True)
class Texts:
    """Texts and what they ask.

    Attributes:
        states: Of each text, shape (tokens, hidden).
        asked: One row a text.
    """

    states: Sequence[NDArray[np.float16]]
    asked: Floats

    def batches(self, size: int, dice: np.random.Generator) -> Iterator[Batch]:
        """All texts once, in a new order; those of a batch are of much the same length."""
        order = dice.permutation(len(self.states))
        far = size * 50
        near = [sorted(order[at : at + far], key=self._length) for at in range(0, len(order), far)]
        chosen = [part[at : at + size] for part in near for at in range(0, len(part), size)]
        for place in dice.permutation(len(chosen)):
            yield self.batch(chosen[place])

    def batch(self, places: Sequence[int]) -> Batch:
        """Of the texts at some places."""
        states, mask = padded([self.states[place] for place in places])
        return Batch(states, mask, self.asked[places])

    def _length(self, place: int) -> int:
        return len(self.states[place])


def padded(states: Sequence[NDArray[Any]]) -> tuple[Floats, Floats]:
    """Texts filled up to the longest of them, and the mask that tells where they are."""
    longest = max(map(len, states))
    filled = np.zeros((len(states), longest, states[0].shape[1]), np.float32)
    mask = np.zeros((len(states), longest), np.float32)
    for row, one in enumerate(states):
        filled[row, : len(one)], mask[row, : len(one)] = one, 1.0
    return filled, mask
