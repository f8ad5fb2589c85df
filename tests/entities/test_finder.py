"""All entities of a message at once."""

from __future__ import annotations

import subprocess
import sys
import time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from horgos.entities.finder import find_all, from_dict, to_dict
from horgos.entities.values import Citizenship, Day, Money, Side, Value, Weekday
from tests.entities.spellings import SPELLINGS

MESSAGES: list[tuple[str, str, list[Value]]] = [
    (
        "ru",
        "Мы из Киргизии, завтра купим на китайской стороне шубу за 9 тысяч юаней, платить?",
        [
            Citizenship("KG"),
            Day(1),
            Side("CN"),
            Money(Decimal(9000), "CNY", "spent"),
        ],
    ),
    (
        "zh-Hant",
        "我是香港人，星期日喺哈方買咗六千五百蚊嘢",
        [Citizenship("HK"), Weekday(7), Side("KZ"), Money(Decimal(6500), None, "spent")],
    ),
    ("en", "hello", []),
    ("en", "", []),
    ("en", " \u200b\n", []),
]
LONG = [
    (
        "en",
        "hello I am from Almaty and tomorrow I want to buy a coat for 6,500 yuan must I pay duty",
    ),
    (
        "ru",
        "здравствуйте мы из Алматы завтра хотим купить шубу за 6 500 юаней на китайской стороне",
    ),
    (
        "kk",
        "сәлем біз Алматыданбыз ертең қытай жағында 6 500 юаньға тон алсақ баж төлейміз бе айтыңыз",
    ),
    ("zh", "你好我们是从阿拉木图来的明天想在中方买一件六千五百块的大衣出去的时候要不要交税"),
]
ALPHABET = "aж қі哈国人万千八0189.,:-'¥$% \n\u200bءىЁß١"


@pytest.mark.parametrize(("spelling", "text", "expected"), MESSAGES)
def test_all_kinds_are_found_in_order(spelling: str, text: str, expected: list[Value]) -> None:
    found = find_all(text, SPELLINGS[spelling])
    assert [entity.value for entity in found] == expected


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=ALPHABET, max_size=40), st.sampled_from(sorted(SPELLINGS)))
def test_nothing_typed_breaks_it(text: str, spelling: str) -> None:
    for entity in find_all(text, SPELLINGS[spelling]):
        assert 0 <= entity.start < entity.end <= len(text)
        assert from_dict(to_dict(entity.value)) == entity.value


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60), st.sampled_from(sorted(SPELLINGS)))
def test_no_character_breaks_it(text: str, spelling: str) -> None:
    assert all(
        0 <= entity.start < entity.end <= len(text)
        for entity in find_all(text, SPELLINGS[spelling])
    )


@pytest.mark.parametrize(("spelling", "text"), LONG)
def test_a_long_message_takes_a_few_milliseconds(spelling: str, text: str) -> None:
    how = SPELLINGS[spelling]
    find_all(text, how)
    times = []
    for number in range(20):
        begun = time.process_time()
        assert find_all(f"{text} {number}", how)
        times.append(time.process_time() - begun)
    assert sorted(times)[len(times) // 2] < 0.02  # of processor time; some 3 to 5 here


@pytest.mark.parametrize("spelling", sorted(SPELLINGS))
def test_an_endless_word_takes_no_longer(spelling: str) -> None:
    begun = time.process_time()
    for number in range(5):
        find_all("қазақстан" * 100 + "а" * number, SPELLINGS[spelling])
        find_all("kazakhstan" * 99 + "x" * number, SPELLINGS[spelling])
    assert (time.process_time() - begun) / 10 < 0.02


def test_finding_needs_neither_rasa_nor_a_web_server() -> None:
    check = (
        "import sys, horgos.entities.finder;"
        "sys.exit(bool({'rasa', 'sanic', 'aiohttp'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0
