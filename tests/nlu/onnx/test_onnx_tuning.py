"""What is added to the encoder's weights: the same in the built graph as where it is learnt."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from benchmarks.tuning.learning import Learner
from benchmarks.tuning.network import FIRST, RANK, TunableEncoder
from benchmarks.tuning.texts import Texts
from horgos.nlu.onnx.build import ROWS, TOKENIZER
from horgos.nlu.onnx.embedding import Embedding
from horgos.nlu.onnx.encoder import OnnxEncoder
from horgos.nlu.onnx.network import layer
from horgos.nlu.onnx.tokenizer import Tokenizer
from horgos.nlu.onnx.tuning import (
    PRODUCTS,
    TUNING,
    Change,
    Tuning,
    TuningError,
    load_tuning,
    save_tuning,
)
from horgos.nlu.onnx.weights import Floats, Weights

OPENING = ("when do you open", "когда вы открываетесь", "几点开门", "қашан ашасыздар")
LIMITS = ("how much is duty-free", "сколько можно без пошлины", "免税额是多少", "бажсыз қанша")


@pytest.fixture(scope="module")
def weights() -> Weights:
    return Weights()


def embedded(weights: Weights, folder: Path, text: str) -> Floats:
    tokenizer = Tokenizer(folder / TOKENIZER, weights.substitutes)
    embedding = Embedding(weights, np.load(folder / ROWS))
    ids = [weights.specials.begin, *tokenizer.ids(text), weights.specials.end]
    return embedding.of(ids)


@pytest.fixture(scope="module")
def learnt(
    weights: Weights, encoder: OnnxEncoder, encoder_folder: Path
) -> tuple[TunableEncoder, Texts]:
    """An encoder that has learnt to tell two topics apart."""
    dice = np.random.default_rng(1)
    tunable = TunableEncoder(weights, dice)
    given = [embedded(weights, encoder_folder, text) for text in (*OPENING, *LIMITS)]
    asked = np.repeat(np.eye(2, dtype=np.float32), 4, axis=0)
    texts = Texts(tunable.below(given) * 80, np.tile(asked, (80, 1)))
    Learner(tunable, texts, dice).learn()
    return tunable, texts


def test_learning_brings_questions_of_a_topic_together(
    learnt: tuple[TunableEncoder, Texts],
) -> None:
    tunable, texts = learnt
    batch = texts.batch(range(8))
    vectors = tunable.above(batch.states, batch.mask, 0.0).numpy()
    near = vectors @ vectors.T
    within = [near[a, b] for a in range(8) for b in range(8) if a != b and a // 4 == b // 4]
    between = [near[a, b] for a in range(8) for b in range(8) if a // 4 != b // 4]
    assert (len(within), len(between)) == (24, 32)
    assert min(within) > max(between)
    assert np.mean(within) > np.mean(between) + 0.15


def test_the_built_graph_gives_the_vectors_that_were_learnt(
    learnt: tuple[TunableEncoder, Texts], tmp_path: Path
) -> None:
    tunable, texts = learnt
    save_tuning(tunable.tuning(), tmp_path / "tuning.npz")
    built = OnnxEncoder(tmp_path / "encoder", tmp_path / "tuning.npz")
    batch = texts.batch(range(8))
    vectors = tunable.above(batch.states, batch.mask, 0.0).numpy()
    near = [
        float(vector @ built.vector(text))
        for vector, text in zip(vectors, (*OPENING, *LIMITS), strict=True)
    ]
    assert len(near) == 8
    assert min(near) > 0.99


def test_a_tuning_is_read_as_it_was_written(tmp_path: Path) -> None:
    change = Change(np.ones((4, 2), np.float32), np.full((2, 6), 0.5, np.float32))
    save_tuning(Tuning({(11, "gather"): change}), tmp_path / "tuning.npz")
    found = load_tuning(tmp_path / "tuning.npz").changes
    assert list(found) == [(11, "gather")]
    assert np.array_equal(found[11, "gather"].down, change.down)
    assert np.array_equal(found[11, "gather"].up, change.up)


def test_a_change_of_another_shape_is_named(weights: Weights) -> None:
    change = Change(np.ones((4, 2), np.float32), np.ones((2, 6), np.float32))
    with pytest.raises(TuningError, match=r"l11\.gather: shape \(4, 6\), the network's is"):
        Tuning({(11, "gather"): change}).of(layer(weights, 11), 11)


def test_a_file_of_something_else_is_named(tmp_path: Path) -> None:
    np.savez(tmp_path / "other.npz", words=np.zeros(3))
    with pytest.raises(TuningError, match=r"other\.npz: l<layer>\.<product>\.down and \.up"):
        load_tuning(tmp_path / "other.npz")


def test_what_is_tuned_are_all_products_of_the_upper_layers(weights: Weights) -> None:
    changes = load_tuning(TUNING).changes
    layers = range(FIRST, weights.shape.layers)
    assert set(changes) == {(number, name) for number in layers for name in PRODUCTS}
    for change in changes.values():
        assert change.down.shape[1] == change.up.shape[0] == RANK
        assert np.isfinite(change.down).all()
        assert 0 < np.abs(change.up).max() < 10
