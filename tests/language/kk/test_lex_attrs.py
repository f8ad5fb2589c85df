"""Which Kazakh words are numbers, and which are too common to count."""

import pytest
import spacy

import horgos.language.kk  # noqa: F401  (registers the language)
from horgos.language.kk.examples import sentences
from horgos.language.kk.lex_attrs import like_num
from horgos.language.kk.stop_words import STOP_WORDS

NUMBERS = """
    жүз мың бірінші 8-ші нөл бес жиырма қырық миллион жарым екінші оныншы 6-шы 3-інші 10-ыншы
    12 6,500 6.500 1/2 +7 -5 ~100 Мың ЖҮЗ үшеу
"""
NOT_NUMBERS = "қабат теңге ашық мыңбасы 8-де - + юань онда 1/қабат бірдеңе"


@pytest.mark.parametrize("word", NUMBERS.split())
def test_numbers_are_known(word: str) -> None:
    """Digits, words, ordinals, fractions."""
    assert like_num(word)


@pytest.mark.parametrize("word", NOT_NUMBERS.split())
def test_other_words_are_not_numbers(word: str) -> None:
    """Also where they begin like one."""
    assert not like_num(word)


def test_the_pipeline_carries_the_attributes() -> None:
    """Number and stop word flags reach the tokens."""
    doc = spacy.blank("kk")("Мен жүз теңге және 8-ші терезе туралы сұраймын")
    assert [token.text for token in doc if token.like_num] == ["жүз", "8-ші"]
    assert [token.text for token in doc if token.is_stop] == ["Мен", "және", "туралы"]


def test_stop_words_hold_no_question_words() -> None:
    """What a question turns on must not be skipped."""
    assert not STOP_WORDS & {"қашан", "қайда", "қанша", "қандай", "кім", "не үшін", "неше"}


def test_the_examples_are_cut_without_loss() -> None:
    """Nothing is lost or added in the example sentences."""
    nlp = spacy.blank("kk")
    docs = list(nlp.pipe(sentences))
    assert len(docs) == len(sentences) == 8
    assert [doc.text for doc in docs] == sentences
