"""Heads and encoders whose answers a test decides, and that remember what they were asked."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence

import numpy as np

from horgos.language.reading import Readings
from horgos.nlu.encoder import Vector
from horgos.nlu.heads import Probabilities

SIZE = 384


class WordEncoder:
    """Every word has a direction of its own; texts that share words are near each other."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def vector(self, text: str) -> Vector:
        self.asked.append(text)
        vector = sum((_direction(word) for word in text.split()), _direction(""))
        return (vector / np.linalg.norm(vector)).astype(np.float32)


class FakeHead:
    """Says of each text what it was told to: an intent and the share of it.

    ``power`` is what its probabilities are raised to before they are shares.
    """

    def __init__(
        self, classes: tuple[str, ...], says: Mapping[str, tuple[str, float]], power: float = 1.0
    ) -> None:
        self.classes = classes
        self.says = says
        self.power = power
        self.asked: list[str] = []

    def probabilities(self, readings: Sequence[Readings]) -> Probabilities:
        return np.stack([self._row(one.spelled) for one in readings])

    def _row(self, text: str) -> Probabilities:
        self.asked.append(text)
        intent, sure = self.says[text]
        rest = (1.0 - sure) / (len(self.classes) - 1)
        row = np.array([sure if one == intent else rest for one in self.classes])
        return row ** (1.0 / self.power)


def _direction(word: str) -> np.ndarray:
    return np.random.default_rng(zlib.crc32(word.encode())).normal(size=SIZE)
