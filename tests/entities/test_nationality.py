"""Peoples named by themselves: an answer to "citizen of which country?", and nothing else."""

from __future__ import annotations

import pytest

from horgos.entities.nationality import find
from horgos.entities.values import Nationality
from horgos.language.tokens import words
from tests.entities.spellings import SPELLINGS

NAMED: list[tuple[str, str, str]] = [
    ("en", "american", "US"),
    ("en", "um, Polish", "PL"),
    ("en", "Tajik, if you need that", "TJ"),
    ("en", "Chinese but i work in Almaty", "CN"),
    ("ru", "узбек", "UZ"),
    ("ru", "туркмен", "TM"),
    ("ru", "киргиз, еду с товаром", "KG"),
    ("ru", "синий паспорт, казахстан", "KZ"),
    ("ru-Latn", "uzbechka", "UZ"),
    ("kk", "жеке куәлік, Қазақстандікі", "KZ"),
    ("kk", "кыргыз", "KG"),
    ("zh", "身份证，中国的", "CN"),
]
NOT_NAMED: list[tuple[str, str]] = [
    ("en", "i am a citizen of Poland"),  # says so itself
    ("en", "polish chocolate"),
    ("en", "in china"),
    ("en", "can somebody switch this thing to chinese"),
    ("pinyin", "cong ha sa ke si tan lai de huo che"),
    ("en", "between china and kazakhstan"),
    ("en", "how many lorries from there went through to Belarus in the last year"),
    ("ru", "китайский чай"),
    ("ru", "казах"),  # lives on both sides
    ("kk", "қазақпын"),
    ("kk", "қытай жағында"),
    ("zh", "哈方"),
]


@pytest.mark.parametrize(("spelling", "text", "country"), NAMED)
def test_a_people_by_itself_is_found(spelling: str, text: str, country: str) -> None:
    found = find(words(text, SPELLINGS[spelling].language), SPELLINGS[spelling])
    assert [entity.value for entity in found] == [Nationality(country)]


@pytest.mark.parametrize(("spelling", "text"), NOT_NAMED)
def test_what_is_a_place_a_thing_or_a_citizenship_is_not(spelling: str, text: str) -> None:
    assert find(words(text, SPELLINGS[spelling].language), SPELLINGS[spelling]) == ()
