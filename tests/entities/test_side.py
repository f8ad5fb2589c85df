"""Which half of the zone a message speaks of."""

from __future__ import annotations

import pytest

from horgos.entities.side import find
from horgos.entities.values import Side
from horgos.language.tokens import words
from tests.entities.spellings import SPELLINGS

NAMED: list[tuple[str, str, list[Side]]] = [
    ("en", "on the Kazakh side", [Side("KZ")]),
    ("en", "the Chinese part of the zone", [Side("CN")]),
    ("en", "KZ side", [Side("KZ")]),
    ("en", "shops in the Chinese section", [Side("CN")]),
    ("en", "Kazakhstan part of ICBC", [Side("KZ")]),
    ("ru", "в китайской части", [Side("CN")]),
    ("ru", "на стороне Китая", [Side("CN")]),
    ("ru", "с казахстанской стороны", [Side("KZ")]),
    ("ru", "на китайской половине", [Side("CN")]),
    ("ru", "казахстанская часть зоны", [Side("KZ")]),
    ("ru", "на казахской стороне", [Side("KZ")]),
    ("ru-Latn", "na kitaiskoi storone", [Side("CN")]),
    ("kk", "қытай жағында", [Side("CN")]),
    ("kk", "Қазақстан бөлігінде", [Side("KZ")]),
    ("kk", "қазақ жағында", [Side("KZ")]),
    ("kk-Arab", "قىتاي جاعىندا", [Side("CN")]),
    ("zh", "哈方", [Side("KZ")]),
    ("zh", "中方区", [Side("CN")]),
    ("zh", "哈方一侧几点开门", [Side("KZ")]),
    ("zh", "中国那边", [Side("CN")]),
    ("zh", "哈萨克斯坦一侧", [Side("KZ")]),
    ("zh", "中方一侧", [Side("CN")]),
    ("zh-Hant", "中國一側", [Side("CN")]),
    ("zh-Hant", "哈薩克斯坦境內", [Side("KZ")]),
]
NO_SIDE: list[tuple[str, str, list[Side]]] = [
    ("en", "the other side", []),
    ("en", "Chinese shops", []),
    ("en", "the German side", []),
    ("ru", "по китайской цене", []),
    ("zh", "其中方便吗", []),
    ("zh", "中国人很多", []),
]


@pytest.mark.parametrize(("spelling", "text", "expected"), NAMED + NO_SIDE)
def test_sides_are_found(spelling: str, text: str, expected: list[Side]) -> None:
    how = SPELLINGS[spelling]
    assert [entity.value for entity in find(words(text, how.language), how)] == expected
