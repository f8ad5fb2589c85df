"""Russian names in their cases."""

from __future__ import annotations

import pytest

from horgos.entities.russian import declined, with_declined_head

CASES = [
    ("Германия", "германии германию германией"),
    ("Китай", "китая китаю китаем китае"),
    ("Казахстан", "казахстана казахстану казахстаном казахстане"),
    ("Москва", "москвы москве москву москвой"),
    ("Кульджа", "кульджи кульдже кульджу кульджой"),
    ("Беларусь", "беларуси беларусью"),
    ("Тайвань", "тайваня тайваню тайванем"),
    ("Нидерланды", "нидерландов нидерландам"),
    ("Филиппины", "филиппин филиппинам"),
    ("Чили", "чили"),
]
TWO_WORDS = [
    ("Южная Корея", ["южной кореи", "южную корею", "южной кореей"]),
    ("Саудовская Аравия", ["саудовской аравии"]),
    ("Арабские Эмираты", ["арабских эмиратов", "арабским эмиратам"]),
]


@pytest.mark.parametrize(("name", "forms"), CASES)
def test_names_are_declined(name: str, forms: str) -> None:
    assert {name.lower(), *forms.split()} <= declined(name)


def test_only_the_head_of_a_holiday_is_declined() -> None:
    assert {"день победы", "дня победы", "дню победы"} <= set(with_declined_head("день победы"))
    assert with_declined_head("наурыз") == ("наурыз",)


@pytest.mark.parametrize(("name", "forms"), TWO_WORDS)
def test_adjectives_are_declined_with_their_noun(name: str, forms: list[str]) -> None:
    assert set(forms) <= declined(name)
