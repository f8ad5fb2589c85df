"""Sentence vectors: what the classifier asks of an encoder."""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float32]

REMEMBERED = 4096
"""Vectors kept for texts that come again: 384 floats each, 6 MB when full."""


class Encoder(Protocol):
    """Turns texts into vectors."""

    def vector(self, text: str) -> Vector:
        """A unit vector of the text, shape (384,)."""
