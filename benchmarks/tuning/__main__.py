"""``python -m benchmarks.tuning``: tune the encoder to the training questions, keep what changes.

Reads what the heads learn from (``data/nlu``, joined and told questions), and nothing else, and
writes ``horgos/nlu/onnx/tuning.npz``. Half an hour on two cores. Weigh the evidence anew after it
(``python -m benchmarks.weighing``): the heads hear better with other vectors.
"""

from __future__ import annotations

import numpy as np
import tensorflow as tf
from sklearn.preprocessing import MultiLabelBinarizer

from benchmarks.taught import taught_examples
from benchmarks.tuning.learning import Learner
from benchmarks.tuning.network import TunableEncoder
from benchmarks.tuning.texts import LONGEST, Texts
from horgos.nlu.onnx.build import ROWS, TOKENIZER, ensure_built
from horgos.nlu.onnx.embedding import Embedding
from horgos.nlu.onnx.tokenizer import Tokenizer
from horgos.nlu.onnx.tuning import TUNING, save_tuning
from horgos.nlu.onnx.weights import Weights
from horgos.nlu.two_head_classifier import learnt_from
from horgos.project import ROOT

SEED = 7


def main() -> None:
    """Tune and keep."""
    tf.random.set_seed(SEED)
    dice = np.random.default_rng(SEED)
    weights = Weights()
    encoder = TunableEncoder(weights, dice)
    texts = _texts(encoder, weights)
    print(f"Tuning with {len(texts.states):,} questions", flush=True)
    Learner(encoder, texts, dice).learn()
    save_tuning(encoder.tuning(), TUNING)
    print(f"Kept in {TUNING}")


def _texts(encoder: TunableEncoder, weights: Weights) -> Texts:
    """All questions, as the heads learn them."""
    folder = ensure_built(ROOT / "models" / "encoder").folder
    tokenizer = Tokenizer(folder / TOKENIZER, weights.substitutes)
    embedding = Embedding(weights, np.load(folder / ROWS))
    begin, end = weights.specials.begin, weights.specials.end
    examples = learnt_from(taught_examples(ROOT))
    ids = ([begin, *tokenizer.ids(one.readings.spelled)[:LONGEST], end] for one in examples)
    states = encoder.below([embedding.of(one) for one in ids])
    asked = MultiLabelBinarizer().fit_transform([one.intents for one in examples])
    return Texts(states, asked.astype(np.float32))


if __name__ == "__main__":
    main()
