import pytest

from horgos.language.scripts import Word, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("用wechat支付", [("用", "Hani"), ("wechat", "Latn"), ("支付", "Hani")]),
        ("o'zbek d’or", [("o'zbek", "Latn"), ("d’or", "Latn")]),
        ("қайда 8000?", [("қайда", "Cyrl")]),
        ("كەدەن، قايدا", [("كەدەن", "Arab"), ("قايدا", "Arab")]),
        ("こんにちは", [("こんにちは", "Kana")]),
        ("안녕", [("안녕", "Zzzz")]),
        ("8 👍 ...", []),
    ],
)
def test_words_are_of_one_script(text, words):
    assert words_of(text) == [Word(*word) for word in words]
