import pytest

from horgos.language.chinese import script_of


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
