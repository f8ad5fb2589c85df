"""The two heads of the classifier: character n-grams, and sentence vectors.

Both give a probability to every intent, in the order of their ``classes``. They learn from
readings (``horgos.language.reading``), never from the text as typed. scikit-learn teaches
them; what is kept is plain arrays, so that a model file is small, loads at once and holds
no code.
"""

from __future__ import annotations

import json
import os
import warnings
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.exceptions import ConvergenceWarning
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.neural_network import MLPClassifier

from horgos.nlu.encoder import Encoder
from horgos.nlu.ngrams import LONGEST, SHORTEST, Ngrams

Readings = tuple[str, ...]
Probabilities = NDArray[np.float64]
Array = NDArray[np.float32]
Layer = tuple[Array, Array]
"""Weights, shape (in, out), and bias, shape (out,)."""

_SEED = 7
_HIDDEN = 512
_ROUNDS = 25


@dataclass(frozen=True)
class CharacterHead:
    """One-versus-rest logistic regression over character 1-5-grams of all readings.

    About a millisecond a message; sure of most of them.

    Attributes:
        classes: Intents.
        weights: Shape (n-grams, intents).
        bias: Shape (intents,).
        ngrams: Counts a text's n-grams as they were counted when learning.
    """

    classes: tuple[str, ...]
    weights: Array
    bias: Array
    ngrams: Ngrams

    @classmethod
    def learn(cls, readings: Sequence[Readings], intents: Sequence[str]) -> CharacterHead:
        """Learn from readings and their intents."""
        vectorizer = TfidfVectorizer(
            analyzer="char_wb",
            ngram_range=(SHORTEST, LONGEST),
            min_df=2,
            sublinear_tf=True,
            lowercase=False,
            dtype=np.float32,
        )
        features = vectorizer.fit_transform(map(_joined, readings))
        model = LogisticRegression(
            C=20, solver="liblinear", class_weight="balanced", random_state=_SEED
        )
        model.fit(features, list(intents))
        weights = np.ascontiguousarray(model.coef_.T, dtype=np.float32)
        bias = model.intercept_.astype(np.float32)
        places = {str(ngram): int(place) for ngram, place in vectorizer.vocabulary_.items()}
        ngrams = Ngrams(places, vectorizer.idf_.astype(np.float32))
        return cls(tuple(map(str, model.classes_)), weights, bias, ngrams)

    def probabilities(self, readings: Sequence[Readings]) -> Probabilities:
        """One row a message, one column an intent; rows sum to 1."""
        scores = np.stack([self._score(_joined(one)) for one in readings])
        each: Probabilities = 1.0 / (1.0 + np.exp(-scores.astype(np.float64)))
        return _shares(each)

    def _score(self, text: str) -> Array:
        """Of one text; looks at the weights of its own n-grams only."""
        places, values = self.ngrams.of(text)
        score: Array = values @ self.weights[places] + self.bias
        return score

    def save(self, folder: Path) -> None:
        """Write ``characters.npz`` and ``characters.json``."""
        arrays = {"weights": self.weights, "bias": self.bias, "rarity": self.ngrams.rarity}
        np.savez(folder / "characters.npz", **arrays)
        places = self.ngrams.places
        listed = sorted(places, key=lambda ngram: places[ngram])
        _write(folder / "characters.json", {"classes": self.classes, "ngrams": listed})

    @classmethod
    def load(cls, folder: Path) -> CharacterHead:
        """Read what ``save`` wrote."""
        arrays, names = np.load(folder / "characters.npz"), _read(folder / "characters.json")
        places = {ngram: place for place, ngram in enumerate(names["ngrams"])}
        ngrams = Ngrams(places, arrays["rarity"])
        return cls(tuple(names["classes"]), arrays["weights"], arrays["bias"], ngrams)


@dataclass(frozen=True)
class EncoderHead:
    """One hidden layer over the sentence vector of the canonical reading.

    Costs an encoding, some tens of milliseconds; knows words it has never been taught.

    Attributes:
        classes: Intents.
        center: Mean of the vectors learnt from, shape (384,).
        spread: Their standard deviation, shape (384,).
        hidden: Weights and bias of the hidden layer.
        output: Weights and bias of the output layer.
        encoder: Makes the vectors.
    """

    classes: tuple[str, ...]
    center: Array
    spread: Array
    hidden: Layer
    output: Layer
    encoder: Encoder

    @classmethod
    def learn(
        cls, readings: Sequence[Readings], intents: Sequence[str], encoder: Encoder
    ) -> EncoderHead:
        """Learn from readings and their intents."""
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            vectors = np.stack(list(pool.map(encoder.vector, (one[0] for one in readings))))
        center, spread = vectors.mean(axis=0), vectors.std(axis=0)
        model = MLPClassifier((_HIDDEN,), alpha=1.0, random_state=_SEED, max_iter=_ROUNDS)
        with warnings.catch_warnings():
            # The rounds are the end it is meant to have: more of them learn by heart.
            warnings.simplefilter("ignore", ConvergenceWarning)
            model.fit((vectors - center) / spread, list(intents))
        hidden, output = (
            (weights.astype(np.float32), bias.astype(np.float32))
            for weights, bias in zip(model.coefs_, model.intercepts_, strict=True)
        )
        return cls(tuple(map(str, model.classes_)), center, spread, hidden, output, encoder)

    def probabilities(self, readings: Sequence[Readings]) -> Probabilities:
        """One row a message, one column an intent; rows sum to 1."""
        vectors = np.stack([self.encoder.vector(one[0]) for one in readings])
        weights, bias = self.hidden
        inner = np.maximum((vectors - self.center) / self.spread @ weights + bias, 0.0)
        weights, bias = self.output
        scores = (inner @ weights + bias).astype(np.float64)
        each: Probabilities = np.exp(scores - scores.max(axis=1, keepdims=True))
        return _shares(each)

    def save(self, folder: Path) -> None:
        """Write ``vectors.npz`` and ``vectors.json``."""
        np.savez(
            folder / "vectors.npz",
            center=self.center,
            spread=self.spread,
            hidden_weights=self.hidden[0],
            hidden_bias=self.hidden[1],
            output_weights=self.output[0],
            output_bias=self.output[1],
        )
        _write(folder / "vectors.json", {"classes": self.classes})

    @classmethod
    def load(cls, folder: Path, encoder: Encoder) -> EncoderHead:
        """Read what ``save`` wrote."""
        arrays, names = np.load(folder / "vectors.npz"), _read(folder / "vectors.json")
        hidden = arrays["hidden_weights"], arrays["hidden_bias"]
        output = arrays["output_weights"], arrays["output_bias"]
        classes = tuple(names["classes"])
        return cls(classes, arrays["center"], arrays["spread"], hidden, output, encoder)


def _shares(each: Probabilities) -> Probabilities:
    shares: Probabilities = each / each.sum(axis=1, keepdims=True)
    return shares


def _joined(readings: Readings) -> str:
    return "\n".join(readings)


def _write(path: Path, content: dict[str, Any]) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


def _read(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return content
