"""What Kazakh endings say."""

from __future__ import annotations

import pytest

from horgos.entities.kazakh import is_ending, stem_of

STEMS = {"алматы", "кытай", "бишкек", "германия", "кулжа", "казакстан", "озбек", "бес", "мын"}
ENDINGS = [
    ("алматыдан", "алматы", "from"),
    ("алматыданбыз", "алматы", "we_from"),
    ("бишкектенбиз", "бишкек", "we_from"),
    ("казакстаннанмын", "казакстан", "we_from"),
    ("германияга", "германия", "at"),
    ("бесте", "бес", "at"),
    ("германиядагы", "германия", "case"),
    ("германияники", "германия", "theirs"),
    ("казакстандык", "казакстан", "dweller"),
    ("казакстандыкпын", "казакстан", "we_dwellers"),
    ("алматылыктарга", "алматы", "we_dwellers"),
    ("кытайлар", "кытай", "people"),
    ("кытаймын", "кытай", "we_are"),
    ("озбекпин", "озбек", "we_are"),
    ("кытайым", "кытай", "own"),
    ("мыннан", "мын", "from"),
]


@pytest.mark.parametrize(("word", "stem", "ending"), ENDINGS)
def test_endings_are_understood(word: str, stem: str, ending: str) -> None:
    assert stem_of(word, STEMS) == (stem, ending)


@pytest.mark.parametrize("word", ["кытайкала", "бесхана", "германияхана", "тау", ""])
def test_other_words_have_no_known_stem(word: str) -> None:
    assert stem_of(word, STEMS) is None


@pytest.mark.parametrize("ending", ["тын", "дан", "га", "лык", "дики"])
def test_what_a_hyphen_parts_from_a_name_is_an_ending(ending: str) -> None:
    assert is_ending(ending)


@pytest.mark.parametrize("word", ["ата", "йорк", "уш", "а"])
def test_a_word_behind_a_hyphen_is_none(word: str) -> None:
    assert not is_ending(word)
