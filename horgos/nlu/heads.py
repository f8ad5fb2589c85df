"""The two heads of the classifier: letters and words as they stand, and sentence vectors.

Both give every intent, in the order of their ``classes``, the probability that a message asks it,
each by itself: a message may ask two things. ``shares`` of them tell which one it asks most
probably. They learn from readings (``horgos.language.reading``), never from the text as typed.
scikit-learn teaches them; what is kept is plain arrays, so that a model file is small, loads at
once and holds no code.
"""

from __future__ import annotations

import json
import os
import warnings
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.exceptions import ConvergenceWarning
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.neural_network import MLPClassifier
from sklearn.preprocessing import MultiLabelBinarizer
from threadpoolctl import threadpool_limits

from horgos.language.reading import Readings
from horgos.nlu.encoder import Encoder
from horgos.nlu.ngrams import Cut, Ngrams, letters, pairs, phrases

Probabilities = NDArray[np.float64]
Flags = NDArray[np.int_]
Asked = Sequence[str]
"""Full intents of a question; two for a double one."""
Array = NDArray[np.float32]
Layer = tuple[Array, Array]
"""Of several networks: weights, shape (networks, in, out), and bias, shape (networks, 1, out)."""

_KINDS: dict[str, Cut] = {"letters": letters, "phrases": phrases, "pairs": pairs}
"""What the character head looks at; the rows of its weights are in this order."""
CALM = 0.85
"""Power of the character head's shares: as sure as they are right, so that the thresholds of
``understanding`` and ``decision`` mean what they say; chosen on held-out training questions."""
_SEED = 7
_NETWORKS = 3
"""Each begins at another place; their mean leaves little of the chance that one alone has."""
_HIDDEN = 512
_ROUNDS = 25


@dataclass(frozen=True)
class CharacterHead:
    """One-versus-rest logistic regression over letters and words of all readings.

    About a millisecond a message; sure of most of them.

    Attributes:
        classes: Intents.
        weights: Of each kind of piece, shape (pieces, intents).
        bias: Shape (intents,).
        ngrams: Of each kind, counts a text's pieces as they were counted when learning.
    """

    classes: tuple[str, ...]
    weights: tuple[Array, ...]
    bias: Array
    ngrams: tuple[Ngrams, ...]

    @classmethod
    def learn(cls, readings: Sequence[Readings], asked: Sequence[Asked]) -> CharacterHead:
        """Learn from readings and what each asks."""
        texts = [_all_readings(one) for one in readings]
        kinds = [_vectorizer(cut) for cut in _KINDS.values()]
        features = hstack([kind.fit_transform(texts) for kind in kinds], format="csr")
        classes, flags = _flags(asked)
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            models = list(pool.map(partial(_regression, features, len(classes)), flags.T))
        weights = np.stack([model.coef_[0] for model in models], axis=1).astype(np.float32)
        bounds = np.cumsum([len(kind.vocabulary_) for kind in kinds])[:-1]
        ngrams = tuple(
            Ngrams(
                cut,
                {str(piece): int(place) for piece, place in kind.vocabulary_.items()},
                kind.idf_.astype(np.float32),
            )
            for cut, kind in zip(_KINDS.values(), kinds, strict=True)
        )
        bias = np.concatenate([model.intercept_ for model in models]).astype(np.float32)
        return cls(classes, tuple(np.split(weights, bounds)), bias, ngrams)

    def probabilities(self, readings: Sequence[Readings]) -> Probabilities:
        """One row a message, one column an intent."""
        return _logistic(np.stack([self._score(_all_readings(one)) for one in readings]))

    def _score(self, text: str) -> Array:
        """Of one text; looks at the weights of its own pieces only."""
        score = self.bias.copy()
        for ngrams, weights in zip(self.ngrams, self.weights, strict=True):
            places, values = ngrams.of(text)
            score += values @ weights[places]
        return score

    def save(self, folder: Path) -> None:
        """Write ``characters.npz`` and ``characters.json``."""
        arrays, names = {"bias": self.bias}, {}
        for kind, ngrams, weights in zip(_KINDS, self.ngrams, self.weights, strict=True):
            arrays[f"{kind}_weights"], arrays[f"{kind}_rarity"] = weights, ngrams.rarity
            names[kind] = sorted(ngrams.places, key=lambda piece: ngrams.places[piece])
        np.savez(folder / "characters.npz", **arrays)
        _write(folder / "characters.json", {"classes": self.classes, "pieces": names})

    @classmethod
    def load(cls, folder: Path) -> CharacterHead:
        """Read what ``save`` wrote."""
        arrays, names = np.load(folder / "characters.npz"), _read(folder / "characters.json")
        weights = tuple(arrays[f"{kind}_weights"] for kind in _KINDS)
        ngrams = tuple(
            Ngrams(
                cut,
                {piece: place for place, piece in enumerate(names["pieces"][kind])},
                arrays[f"{kind}_rarity"],
            )
            for kind, cut in _KINDS.items()
        )
        return cls(tuple(names["classes"]), weights, arrays["bias"], ngrams)


@dataclass(frozen=True)
class EncoderHead:
    """Networks of one hidden layer over the sentence vector of the text in its own letters.

    Costs an encoding, some tens of milliseconds; knows words it has never been taught.

    Attributes:
        classes: Intents.
        center: Mean of the vectors learnt from, shape (384,).
        spread: Their standard deviation, shape (384,).
        hidden: Weights and bias of the hidden layers.
        output: Weights and bias of the output layers.
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
        cls, readings: Sequence[Readings], asked: Sequence[Asked], encoder: Encoder
    ) -> EncoderHead:
        """Learn from readings and what each asks."""
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            vectors = np.stack(list(pool.map(encoder.vector, (one.spelled for one in readings))))
        center, spread = vectors.mean(axis=0), vectors.std(axis=0)
        scaled = (vectors - center) / spread
        classes, flags = _flags(asked)
        models = _networks(scaled, flags)
        hidden, output = (_stacked(models, layer) for layer in (0, 1))
        return cls(classes, center, spread, hidden, output, encoder)

    def probabilities(self, readings: Sequence[Readings]) -> Probabilities:
        """One row a message, one column an intent."""
        vectors = np.stack([self.encoder.vector(one.spelled) for one in readings])
        weights, bias = self.hidden
        inner = np.maximum((vectors - self.center) / self.spread @ weights + bias, 0.0)
        weights, bias = self.output
        mean: Probabilities = _logistic(inner @ weights + bias).mean(axis=0)
        return mean

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


def _vectorizer(cut: Cut) -> TfidfVectorizer:
    return TfidfVectorizer(analyzer=cut, min_df=2, sublinear_tf=True, dtype=np.float32)


def _flags(asked: Sequence[Asked]) -> tuple[tuple[str, ...], Flags]:
    """All intents, and which of them each question asks: one row a question."""
    binarizer = MultiLabelBinarizer()
    flags: Flags = binarizer.fit_transform(asked)
    return tuple(map(str, binarizer.classes_)), flags


def _regression(features: csr_matrix, intents: int, flags: Flags) -> LogisticRegression:
    """Of one intent against all others; the questions of a rarer one weigh more."""
    weight = len(flags) / (intents * flags.sum())
    model = LogisticRegression(
        C=20, solver="liblinear", tol=1e-3, class_weight={0: 1.0, 1: weight}, random_state=_SEED
    )
    return model.fit(features, flags)


def _networks(vectors: Array, flags: Flags) -> list[MLPClassifier]:
    models = [
        MLPClassifier((_HIDDEN,), alpha=1.0, random_state=_SEED + number, max_iter=_ROUNDS)
        for number in range(_NETWORKS)
    ]
    # A core a network: threads of their own would only wait for each other.
    alone = threadpool_limits(1)
    with alone, warnings.catch_warnings(), ThreadPoolExecutor(os.cpu_count()) as pool:
        # The rounds are the end they are meant to have: more of them learn by heart.
        warnings.simplefilter("ignore", ConvergenceWarning)
        return list(pool.map(lambda model: model.fit(vectors, flags), models))


def _stacked(models: Sequence[MLPClassifier], layer: int) -> Layer:
    weights = np.stack([model.coefs_[layer] for model in models])
    bias = np.stack([model.intercepts_[layer][None] for model in models])
    return weights.astype(np.float32), bias.astype(np.float32)


def shares(each: Probabilities, power: float = 1.0) -> Probabilities:
    """Probabilities that stand each by itself as parts of one: rows sum to 1.

    A power below 1 brings them closer together.
    """
    parts: Probabilities = (each / each.sum(axis=-1, keepdims=True)) ** power
    parts /= parts.sum(axis=-1, keepdims=True)
    return parts


def _logistic(scores: Array) -> Probabilities:
    each: Probabilities = 1.0 / (1.0 + np.exp(-scores.astype(np.float64)))
    return each


def _all_readings(readings: Readings) -> str:
    return "\n".join(readings.letters)


def _write(path: Path, content: dict[str, Any]) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


def _read(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return content
