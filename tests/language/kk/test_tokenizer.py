"""How Kazakh text is cut into words."""

import pytest
import spacy

import horgos.language.kk  # noqa: F401  (registers the language)

PAIRS_STAY_WHOLE = [
    ("Бала-шаға аман ба?", "Бала-шаға аман ба ?"),
    ("Аз-кем заттарым бар.", "Аз-кем заттарым бар ."),
    ("Сөз-сөзбен айт", "Сөз-сөзбен айт"),
]
HYPHENS_AFTER_DIGITS = [
    ("2-қабат қайда", "2 - қабат қайда"),
    ("8-де ашыла ма", "8 - де ашыла ма"),
    ("22-наурызда...", "22 - наурызда ..."),
    ("9-18 аралығында", "9 - 18 аралығында"),
    ("9–18 аралығында", "9 – 18 аралығында"),
]
ORDINALS_STAY_WHOLE = [
    ("8-ші терезе", "8-ші терезе"),
    ("6-шы қабат", "6-шы қабат"),
    ("3-інші есік", "3-інші есік"),
    ("10-ыншы күн", "10-ыншы күн"),
    ("8-шілік", "8 - шілік"),
]
ENDINGS_OF_ABBREVIATIONS = [
    ("МЦПС-ке кіру", "МЦПС - ке кіру"),
    ("АҚШ-тан келдік", "АҚШ - тан келдік"),
    ("ШЫХО-ның ауданы", "ШЫХО - ның ауданы"),
]
ABBREVIATIONS = [
    ("ет, сүт, т.б. алдым", "ет , сүт , т.б. алдым"),
    ("1961 ж. туған", "1961 ж. туған"),
    ("Абай көш. тұрамын", "Абай көш. тұрамын"),
    ("2,5 млн. адам", "2,5 млн. адам"),
    ("500 тг керек", "500 тг керек"),
    ("б.з.б. III ғ. салынған", "б.з.б. III ғ. салынған"),
    ("Тел. нөмірі", "Тел. нөмірі"),
]
TYPED_WITHOUT_SPACES = [
    ("келдім.Қашан ашыласыз", "келдім . Қашан ашыласыз"),
    ("бүгін,ертең", "бүгін , ертең"),
    ("ашық(жабық)па", "ашық ( жабық ) па"),
    ("5000,одан көп", "5000 , одан көп"),
    ("Алматы—Қорғас", "Алматы — Қорғас"),
    ("кіру/шығу", "кіру / шығу"),
]
PUNCTUATION = [
    ("Қашан?", "Қашан ?"),
    ("«Қорғас» ШЫХО", "« Қорғас » ШЫХО"),
    ("рақмет!!!", "рақмет ! ! !"),
    ("6,500 юань", "6,500 юань"),
    ("20:00-де", "20:00 - де"),
]
ARABIC_LETTERS = [
    ("سالەم، قورعاس قاشان اشىلادى؟", "سالەم ، قورعاس قاشان اشىلادى ؟"),
]
CASES = (
    PAIRS_STAY_WHOLE
    + HYPHENS_AFTER_DIGITS
    + ORDINALS_STAY_WHOLE
    + ENDINGS_OF_ABBREVIATIONS
    + ABBREVIATIONS
    + TYPED_WITHOUT_SPACES
    + PUNCTUATION
    + ARABIC_LETTERS
)
MEANINGS = [
    ("т.б.", "тағы басқа"),
    ("ж.", "жыл"),
    ("Көш.", "көше"),
    ("млн", "миллион"),
    ("дүй.", "дүйсенбі"),
]


@pytest.fixture(scope="module")
def kazakh() -> spacy.Language:
    """The blank pipeline."""
    return spacy.blank("kk")


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_text_is_cut_where_a_kazakh_reader_would(
    kazakh: spacy.Language, text: str, expected: str
) -> None:
    """The words, written with one space between them."""
    assert [token.text for token in kazakh(text) if not token.is_space] == expected.split()


@pytest.mark.parametrize(("short", "full"), MEANINGS)
def test_abbreviations_know_what_they_stand_for(
    kazakh: spacy.Language, short: str, full: str
) -> None:
    """The norm of an abbreviation is its full reading."""
    assert [token.norm_ for token in kazakh(short)] == [full]
