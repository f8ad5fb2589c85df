import pytest
from hypothesis import given
from hypothesis import strategies as st

from horgos.language.reading import canonical, fold, readings
from horgos.language.spelling import UNKNOWN, Certainty, Spelling


def spelled(language, script, makeshift=False, certainty=Certainty.LIKELY):
    return Spelling(language, script, makeshift, certainty, 3)


KAZAKH = spelled("kk", "Cyrl")
KAZAKH_ARABIC = spelled("kk", "Arab")
KAZAKH_LATIN = spelled("kk", "Latn")
KAZAKH_CHAT = spelled("kk", "Latn", makeshift=True)
RUSSIAN = spelled("ru", "Cyrl")
TRANSLIT = spelled("ru", "Latn", makeshift=True)
CHINESE = spelled("zh", "Hant")
PINYIN = spelled("zh", "Latn", makeshift=True)
ENGLISH = spelled("en", "Latn")


@pytest.mark.parametrize(
    ("text", "spelling", "reading"),
    [
        ("Баж салығы ҚАНША?", KAZAKH, "баж салыгы канша?"),
        ("Баж салыгы КАНША?", KAZAKH, "баж салыгы канша?"),
        ("باج سالىعى قانشا؟", KAZAKH_ARABIC, "баж салыгы канша?"),
        ("Baj salyğy qanşa?", KAZAKH_LATIN, "баж салыгы канша?"),
        ("baj salygy qansha?", KAZAKH_CHAT, "баж салыгы канша?"),
        ("bazh salygy kansha?", KAZAKH_CHAT, "баж салыгы канша?"),
        ("Қазiргi cағат", KAZAKH, "казирги сагат"),
        ("əке", KAZAKH, "аке"),
        ("ертең үйге һәм өмір ұлт", KAZAKH, "ертен уйге хам омир улт"),
        ("Ещё ёлка", RUSSIAN, "еще елка"),
        ("Skol'ko stoit?", TRANSLIT, "сколько стоит?"),
        ("4to nujno? ho4u", TRANSLIT, "что нужно? хочу"),
        ("chto nuzhno vyvezti yuaney", TRANSLIT, "что нужно вывезти юаней"),
        ("ya mogu proyti granitsu", TRANSLIT, "я могу пройти границу"),
        ("kogda otkryvaetsya magazin", TRANSLIT, "когда открывается магазин"),
        ("moj rossijskij pasport", TRANSLIT, "мой российский паспорт"),
        ("eto zona", TRANSLIT, "это зона"),
        ("免稅額多少", CHINESE, "免税额多少"),
        ("８０００元？", CHINESE, "8000元?"),
        ("qing wen", PINYIN, "qing wen"),
        ("Where IS it?", ENGLISH, "where is it?"),
        ("Алматы WhatsApp", RUSSIAN, "алматы whatsapp"),
        ("при\u200bвет\u202e", RUSSIAN, "привет"),
        ("٨٠٠٠", KAZAKH_ARABIC, "8000"),
        ("", UNKNOWN, ""),
    ],
)
def test_one_spelling_per_language(text, spelling, reading):
    assert canonical(text, spelling) == reading


@pytest.mark.parametrize(
    ("text", "spelling"),
    [
        ("باج سالىعى قانشا بولادى؟", KAZAKH_ARABIC),
        ("baj salygy qansha bolady 8000", KAZAKH_CHAT),
        ("skol'ko stoit 4to-to, ho4u", TRANSLIT),
        ("Қазiргi cағат WhatsApp", KAZAKH),
        ("免稅額多少 ok", CHINESE),
    ],
)
def test_a_word_alone_gives_its_part_of_the_whole(text, spelling):
    words = text.split()
    assert " ".join(canonical(word, spelling) for word in words) == canonical(text, spelling)


@pytest.mark.parametrize(
    ("text", "spelling", "expected"),
    [
        ("免稅額", CHINESE, ("免税额", "mian shui e")),
        ("8000元可以吗", CHINESE, ("8000元可以吗", "8000 yuan ke yi ma")),
        ("mianshuie duoshao", PINYIN, ("mianshuie duoshao", "mian shui e duo shao")),
        ("ni3hao3 nǚ", PINYIN, ("ni3hao3 nǚ", "ni hao nv")),
        ("qansha", KAZAKH_CHAT, ("канша", "qansha")),
        ("skolko", TRANSLIT, ("сколко", "skolko")),
        ("where is it", ENGLISH, ("where is it",)),
        ("где", RUSSIAN, ("где",)),
        ("8000?", UNKNOWN, ("8000?",)),
    ],
)
def test_readings_beside_the_canonical_one(text, spelling, expected):
    assert readings(text, spelling).letters == expected


def test_an_unsure_latin_text_is_read_all_ways():
    unsure = spelled(None, "Latn", certainty=Certainty.WEAK)
    assert readings("zhyl", unsure).letters == ("zhyl", "жыл")
    guessed = spelled("kk", "Latn", makeshift=True, certainty=Certainty.WEAK)
    assert readings("kogda", guessed).letters == ("когда", "kogda")


SPELLINGS = (KAZAKH, KAZAKH_ARABIC, KAZAKH_CHAT, TRANSLIT, CHINESE, PINYIN, ENGLISH, UNKNOWN)


@given(st.text(max_size=60), st.sampled_from(SPELLINGS))
def test_any_text_is_read_without_an_error(text, spelling):
    read = readings(text, spelling)
    assert read.letters[0] == canonical(text, spelling) == fold(read.spelled)
    assert len(read.letters[0]) == len(read.spelled), "clauses are cut from both alike"
