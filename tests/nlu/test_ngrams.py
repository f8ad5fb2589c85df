"""Our pieces of one text are scikit-learn's where it has them, and weigh what it says."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.feature_extraction.text import TfidfVectorizer

from horgos.nlu.ngrams import Cut, Ngrams, letters, pairs, phrases

LEARNT = [
    "when do the shops open",
    "во сколько открываются магазины",
    "дукендер кашан ашылады",
    "几点开门 ji dian kai men",
    "a  b\nab aab",
]
CUTS: tuple[Cut, ...] = (letters, phrases, pairs)
ANY_TEXT = st.text(alphabet="abdehkmnops абгдкмнорст几点开门\n\t ", max_size=40)


def _vectorizer(cut: Cut) -> TfidfVectorizer:
    own = {"analyzer": "char_wb", "ngram_range": (1, 5)} if cut is letters else {"analyzer": cut}
    return TfidfVectorizer(**own, sublinear_tf=True, lowercase=False, dtype=np.float32).fit(LEARNT)


def _ngrams(cut: Cut, vectorizer: TfidfVectorizer) -> Ngrams:
    places = {str(piece): int(place) for piece, place in vectorizer.vocabulary_.items()}
    return Ngrams(cut, places, vectorizer.idf_.astype(np.float32))


VECTORIZERS = {cut: _vectorizer(cut) for cut in CUTS}
NGRAMS = {cut: _ngrams(cut, vectorizer) for cut, vectorizer in VECTORIZERS.items()}
each_cut = pytest.mark.parametrize("cut", CUTS)


def _dense(cut: Cut, text: str) -> np.ndarray:
    row = np.zeros(len(NGRAMS[cut].places), np.float32)
    places, weights = NGRAMS[cut].of(text)
    row[places] = weights
    return row


@each_cut
@pytest.mark.parametrize("text", [*LEARNT, "", " ", "q", "open open shops", "магазин 几点"])
def test_weights_are_those_of_scikit_learn(cut: Cut, text: str) -> None:
    expected = VECTORIZERS[cut].transform([text]).toarray()[0]
    assert np.allclose(_dense(cut, text), expected, atol=1e-6)


@each_cut
@given(text=ANY_TEXT)
def test_any_text_weighs_the_same(cut: Cut, text: str) -> None:
    expected = VECTORIZERS[cut].transform([text]).toarray()[0]
    assert np.allclose(_dense(cut, text), expected, atol=1e-6)


@each_cut
def test_a_text_of_unknown_letters_has_no_weight(cut: Cut) -> None:
    places, weights = NGRAMS[cut].of("ўўў")
    assert set(places) <= set(range(len(NGRAMS[cut].places)))
    assert not np.isnan(weights).any()


def test_phrases_are_up_to_three_words_in_a_row_within_a_reading() -> None:
    assert list(phrases("a bc几\nd, e")) == [
        *("a", "bc", "几", "a bc", "bc 几", "a bc 几"),
        *("d", "e", "d e"),
    ]


def test_pairs_are_of_stems_whatever_their_order_and_of_the_first_reading_only() -> None:
    assert sorted(pairs("магазины открыты\nmagaziny")) == ["магаз", "магаз&откры", "откры"]
    assert set(pairs("открыты магазинах")) == set(pairs("магазины открыт"))


def test_words_far_apart_are_no_pair() -> None:
    assert "a&e" in set(pairs("a b c d e f"))
    assert "a&f" not in set(pairs("a b c d e f"))


@each_cut
def test_the_work_grows_with_the_text_and_not_faster(cut: Cut) -> None:
    unit = "магазины open 几点 "
    once, often = len(list(cut(unit * 100))), len(list(cut(unit * 1000)))
    assert often < 11 * once
