import pytest

from horgos.language.detection import detect
from horgos.language.endings import has_kazakh_ending


@pytest.mark.parametrize(
    ("script", "word", "kazakh"),
    [
        ("Cyrl", "выходнойда", True),
        ("Cyrl", "телефонға", True),
        ("Cyrl", "магазиндер", True),
        ("Latn", "telefonga", True),
        ("Latn", "granicada", True),
        ("Cyrl", "команда", False),
        ("Cyrl", "туристка", False),
        ("Cyrl", "бутика", False),
        ("Cyrl", "базарда", False),
        ("Latn", "agenda", False),
        ("Arab", "تەلەفونعا", False),
    ],
)
def test_russian_words_with_kazakh_endings_are_known(script, word, kazakh):
    assert has_kazakh_ending(script, word) is kazakh


@pytest.mark.parametrize(
    ("text", "tongue"),
    [
        ("выходнойда график кандай, магазиндер до скольки истейди?", "kk"),
        ("операторга соедините", "kk"),
        ("соедините с оператором", "ru"),
        ("men telefon aldym, tamojnyada tolem bar ma", "kk"),
        ("operator bar ma, adammen soilesem dep edim", "kk"),
        ("сигарет сколько блок болады", "kk"),
        ("通行证 بولماسا عا كىرۋگە بولا ما، 口岸 ساعات نەشەدە", "kk"),
    ],
)
def test_mixed_messages_are_in_the_language_of_their_grammar(text, tongue):
    assert detect(text).language == tongue
