import re
from datetime import date
from pathlib import Path

import pytest
from babel import Locale
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from horgos.language.kazakh_arabic import HAMZA, from_arabic, to_arabic
from horgos.language.letter_rules import ALPHABETS
from horgos.language.yaml_files import load_mapping, mapping_at

WORDS = load_mapping(Path(__file__).parent / "kazakh_arabic_words.yml")
RULES = load_mapping(ALPHABETS / "kazakh_arabic.yml")
RESPELT = [word for key in ("apart", "names") for word in mapping_at(ALPHABETS, RULES, key)]


def pairs(direction: str) -> list[tuple[str, str]]:
    return [pair for group in WORDS[direction].values() for pair in group.items()]


BOTH_WAYS, WRITTEN_ONLY = pairs("both_ways"), pairs("written_only")


def test_the_table_is_long_enough():
    assert len(BOTH_WAYS) >= 250
    assert len({word for word, _ in BOTH_WAYS + WRITTEN_ONLY}) >= 320


@pytest.mark.parametrize(("cyrillic", "arabic"), BOTH_WAYS + WRITTEN_ONLY)
def test_word_is_written_as_in_xinjiang(cyrillic, arabic):
    assert to_arabic(cyrillic) == arabic
    assert to_arabic(cyrillic.capitalize()) == arabic


@pytest.mark.parametrize(("cyrillic", "arabic"), BOTH_WAYS)
def test_word_with_one_reading_is_read_back(cyrillic, arabic):
    assert from_arabic(arabic) == cyrillic


@pytest.mark.parametrize(("cyrillic", "arabic"), WRITTEN_ONLY)
def test_word_that_can_be_read_back_is_not_listed_as_written_only(cyrillic, arabic):
    assert from_arabic(arabic) != cyrillic


@pytest.mark.parametrize(("cyrillic", "arabic"), BOTH_WAYS + WRITTEN_ONLY)
def test_hamza_stands_first_and_only_where_no_letter_shows_front_vowels(cyrillic, arabic):
    for word in arabic.split():
        assert HAMZA not in word[1:]
        if word.startswith(HAMZA):
            assert not set(word) & set("كگە")
            assert set(cyrillic) & set("әөүі")


@pytest.mark.parametrize("kind", ["months", "days"])
def test_months_and_weekdays_are_those_of_cldr(kind):
    cyrillic, arabic = (
        getattr(Locale.parse(code), kind)["format"]["wide"] for code in ("kk", "kk_Arab")
    )
    assert len(cyrillic) == len(arabic) >= 7
    assert {n: to_arabic(name) for n, name in cyrillic.items()} == dict(arabic)


def test_names_of_languages_are_those_of_cldr():
    cyrillic, arabic = (Locale.parse(code).languages for code in ("kk", "kk_Arab"))
    near = (
        "kk",
        "ru",
        "en",
        "ky",
        "uz",
        "ug",
        "tr",
        "tg",
        "tk",
        "mn",
        "ko",
        "ja",
        "fr",
        "de",
        "uk",
    )
    assert {to_arabic(cyrillic[code]) for code in near} == {arabic[code] for code in near}


@pytest.mark.parametrize(
    ("cyrillic", "arabic"),
    [
        ("Қайда, қашан; неге?", "قايدا، قاشان؛ نەگە؟"),
        ("6,5 кг, 8 000 юань", "6,5 كيلوگرام، 8 000 يۋان"),
        ("WeChat, Alipay!", "WeChat، Alipay!"),
        ("2-қабат, 8-ші үй", "2-قابات، 8-ءشى ءۇي"),
        ("(бір) «екі» 50 %", "(ءبىر) «ەكى» 50 %"),
        ("«Нұржолы»", "«نۇرجولى»"),
        ("«Қорғас» ШЫХО, 2017", "«قورعاس» ىنتىماقتاستىق ورتالىعى، 2017"),
        ("Жэньминь жибао", "حالىق گازەتى"),
        ("", ""),
    ],
)
def test_sentence_keeps_digits_latin_words_and_quotes(cyrillic, arabic):
    assert to_arabic(cyrillic) == arabic


@pytest.mark.parametrize(
    ("cyrillic", "arabic"),
    [
        ("2025\u202fж. 1 қараша", "2025-جىلعى 1-قاراشا"),
        ("2026 ж. 2 Қараша, дүйсенбі", "2026-جىلعى 2-قاراشا، دۇيسەنبى"),
        ("2023\u202fж. сәуір", "2023-جىلعى ءساۋىر"),
        ("2016\u202fж. қараша айынан бастап", "2016-جىلعى قاراشا ايىنان باستاپ"),
        ("2012\u202fж. 18 сәуір күні", "2012-جىلعى 18-ءساۋىر كۇنى"),
        ("2006\u202fж.", "2006-جىل"),
        ("2012 жылы", "2012-جىلى"),
        ("15 қазанда", "15-قازاندا"),
        ("5 жыл", "5 جىل"),
        ("12025 жылы", "12025 جىلى"),
        ("2025 қараша", "2025 قاراشا"),
    ],
)
def test_dates_have_hyphens_as_in_the_press_of_xinjiang(cyrillic, arabic):
    assert to_arabic(cyrillic) == arabic


@pytest.mark.parametrize("width", ["long", "full"])
def test_dates_of_cldr_have_hyphens(width):
    for month in range(1, 13):
        written = to_arabic(format_date(date(2026, month, 2), width, locale="kk"))
        assert re.match("2026-جىلعى 2-[^ ]+(،|$)", written), written


@pytest.mark.parametrize(
    ("arabic", "cyrillic"),
    [
        ("قازاقشا", "қазақша"),
        ("ءۇشىن", "үшін"),
        ("ٴۇشىن", "үшін"),
        ("كەدەن", "кеден"),
        ("كۇن", "күн"),
        ("قايدا؟", "қайда?"),
        ("قويان", "қоян"),
        ("كومپانيا", "көмпәниә"),
        ("يۋان", "юан"),
        ("تەڭگە، 5", "теңге, 5"),
        ("راحمهت", "рәхмет"),
        ("قازیر", "қазир"),
    ],
)
def test_arabic_letters_are_read(arabic, cyrillic):
    assert from_arabic(arabic) == cyrillic


SURE_CONSONANTS = "бвгғджзкқлмнңпрсфхһчш"
KAZAKH = "аәбвгғдежзийкқлмнңоөпрстуұүфхһцчшщыіэюя"


@given(st.text(alphabet=KAZAKH + " 0123456789-", max_size=40))
def test_round_trip_keeps_consonants_digits_and_spaces(text):
    def kept(written):
        separated = written.replace("щ", "шш").replace("ц", "тс")
        return [letter for letter in separated if letter in SURE_CONSONANTS + " 0123456789-т"]

    if not any(word in text for word in [*RESPELT, "кг", "км", " жыл"]):
        assert kept(from_arabic(to_arabic(text))) == kept(text)


@given(st.text(alphabet=st.characters(blacklist_categories=("Cs",), max_codepoint=0x3FF)))
def test_other_letters_stay(text):
    unpunctuated = text.translate(str.maketrans("", "", ",;?"))
    assert to_arabic(unpunctuated) == unpunctuated
