"""How a message of any script is cut into words."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from horgos.language.tokens import Word, words

CUT = [
    ("zh", "我买了6500元的东西，要交税吗？", "我 买 了 6500 元 的 东西 ， 要 交税 吗 ？"),
    ("zh", "請問哈薩克斯坦公民可以帶多少錢", "請問 哈薩克斯坦 公民 可以 帶 多少 錢"),
    ("en", "I'm from Kazakhstan, at 20:00", "I 'm from Kazakhstan , at 20:00"),
    ("ru", "Я из Алматы, купил на 6 500 юаней!", "Я из Алматы , купил на 6 500 юаней !"),
    ("ru", "товар из 义乌 дорогой", "товар из 义乌 дорогой"),
    ("kk", "МЦПС-ке 2-қабат бала-шаға", "МЦПС - ке 2 - қабат бала-шаға"),
    ("kk", "سالەم، قورعاس قاشان اشىلادى؟", "سالەم ، قورعاس قاشان اشىلادى ؟"),
    ("ru", "id zony", "id zony"),
    (None, "8000?", "8000 ?"),
    (None, "a\u200b \x00 b", "a\u200b b"),
    (None, "", ""),
]
# Letters of all scripts, digits, marks, white space, controls and an astral character.
ALPHABET = "abЖқ哈國人々6, .-'ءا؟\u00a0\u200b\u200f\n\t\x00é👍\U00020000"


def is_dropped(text: str) -> bool:
    return all(char.isspace() or unicodedata.category(char) in {"Cc", "Cf"} for char in text)


def check_offsets(text: str, found: tuple[Word, ...]) -> None:
    at = 0
    for word in found:
        assert text[word.start : word.end] == word.text
        assert is_dropped(text[at : word.start])
        assert not is_dropped(word.text)
        at = word.end
    assert is_dropped(text[at:])


@pytest.mark.parametrize(("spoken", "text", "expected"), CUT)
def test_text_is_cut_by_its_script(spoken: str | None, text: str, expected: str) -> None:
    assert [word.text for word in words(text, spoken)] == expected.split()


@settings(max_examples=300)
@given(
    st.text(alphabet=ALPHABET, max_size=60) | st.text(max_size=60),
    st.sampled_from(["kk", "ru", "en", "zh", None]),
)
def test_nothing_but_white_space_and_controls_is_dropped(text: str, spoken: str | None) -> None:
    check_offsets(text, words(text, spoken))


def test_jieba_neither_logs_nor_keeps_a_file(capfd: pytest.CaptureFixture[str]) -> None:
    words("霍尔果斯合作中心", "zh")
    assert capfd.readouterr() == ("", "")
