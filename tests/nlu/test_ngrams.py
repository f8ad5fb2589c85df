"""Our n-grams of one text are scikit-learn's."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.feature_extraction.text import TfidfVectorizer

from horgos.nlu.ngrams import LONGEST, SHORTEST, Ngrams

LEARNT = [
    "when do the shops open",
    "во сколько открываются магазины",
    "дукендер кашан ашылады",
    "几点开门 ji dian kai men",
    "a  b\nab aab",
]
VECTORIZER = TfidfVectorizer(
    analyzer="char_wb",
    ngram_range=(SHORTEST, LONGEST),
    sublinear_tf=True,
    lowercase=False,
    dtype=np.float32,
).fit(LEARNT)
NGRAMS = Ngrams(
    {str(n): int(p) for n, p in VECTORIZER.vocabulary_.items()}, VECTORIZER.idf_.astype(np.float32)
)


def _dense(text: str) -> np.ndarray:
    row = np.zeros(len(NGRAMS.places), np.float32)
    places, weights = NGRAMS.of(text)
    row[places] = weights
    return row


@pytest.mark.parametrize("text", [*LEARNT, "", " ", "q", "open open shops", "магазин 几点"])
def test_weights_are_those_of_scikit_learn(text: str) -> None:
    assert np.allclose(_dense(text), VECTORIZER.transform([text]).toarray()[0], atol=1e-6)


@given(st.text(alphabet="abdehkmnops абгдкмнорст几点开门\n\t ", max_size=40))
def test_any_text_weighs_the_same(text: str) -> None:
    assert np.allclose(_dense(text), VECTORIZER.transform([text]).toarray()[0], atol=1e-6)


def test_a_text_of_unknown_letters_has_no_weight() -> None:
    places, weights = NGRAMS.of("ўўў")
    assert set(places) <= set(range(len(NGRAMS.places)))
    assert not np.isnan(weights).any()
