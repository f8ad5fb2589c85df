import pytest

from horgos.language.chinese import script_of, to_traditional


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("几点开门", "Hans"),
        ("幾點開門", "Hant"),
        ("喺邊度", "Hant"),
        ("免稅額多少", "Hant"),
        ("你好", None),
        ("里面", None),
        ("台湾", "Hans"),
        ("着", None),
        ("8000?", None),
        ("", None),
    ],
)
def test_characters_of_one_writing_decide(text, script):
    assert script_of(text) == script


def test_traditional_is_what_hong_kongs_pages_write():
    written = {
        "免税额度的说明": "免稅額度的說明",
        "脱下，锐利，阅读": "脫下，銳利，閱讀",
        "人群，山峰，床位": "人群，山峰，床位",
        "里面，卫生，为了，台湾": "裏面，衞生，為了，台灣",
    }
    assert {text: to_traditional(text) for text in written} == written
