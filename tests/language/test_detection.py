import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from horgos.language.detection import detect
from horgos.language.reading import canonical
from horgos.language.spelling import UNKNOWN, Certainty

NONE, WEAK, LIKELY, DECISIVE = Certainty

# Message, language, script, makeshift, least certainty.
MESSAGES = [
    ("Баж салығынсыз қанша тауар алып шығуға болады?", "kk", "Cyrl", False, DECISIVE),
    ("баж салыксыз канша тауар алып шыгуга болады", "kk", "Cyrl", False, DECISIVE),
    ("باج سالىعىنسىز قانشا تاۋار الىپ شىعۋعا بولادى؟", "kk", "Arab", False, DECISIVE),
    ("Baj salyğynsyz qanşa tauar alyp şyğuğa bolady?", "kk", "Latn", False, DECISIVE),
    ("baj salygynsyz qansha tauar alyp shyguga bolady", "kk", "Latn", True, DECISIVE),
    ("bazh salyksyz kansha tauar alyp shyguga bolady", "kk", "Latn", True, DECISIVE),
    ("Сколько товаров можно вывезти без пошлины?", "ru", "Cyrl", False, DECISIVE),
    ("skolko tovarov mozhno vyvezti bez poshliny", "ru", "Latn", True, DECISIVE),
    ("skoka tovara moshno provezti 4erez granicu", "ru", "Latn", True, DECISIVE),
    ("How much can I take out duty free?", "en", "Latn", False, DECISIVE),
    ("可以免税带出多少商品？", "zh", "Hans", False, DECISIVE),
    ("可以免稅帶出多少商品？", "zh", "Hant", False, DECISIVE),
    ("mianshui keyi dai duoshao dongxi", "zh", "Latn", True, DECISIVE),
    ("nǐ hǎo, jǐ diǎn kāi mén", "zh", "Latn", True, DECISIVE),
    ("你好", "zh", None, False, DECISIVE),
    ("қайда", "kk", "Cyrl", False, DECISIVE),
    ("кайда", "kk", "Cyrl", False, LIKELY),
    ("паспорт керек па", "kk", "Cyrl", False, LIKELY),
    ("виза нужна?", "ru", "Cyrl", False, LIKELY),
    ("қазiргi уақыт", "kk", "Cyrl", False, DECISIVE),
    ("ХОРГОС КАЙДА", "kk", "Cyrl", False, LIKELY),
    ("SKOLKO STOIT", "ru", "Latn", True, LIKELY),
    ("ho4u kupit", "ru", "Latn", True, LIKELY),
    ("ni hao", "zh", "Latn", True, LIKELY),
    ("where", "en", "Latn", False, LIKELY),
    ("спасибо", "ru", "Cyrl", False, LIKELY),
    ("سالەم", "kk", "Arab", False, DECISIVE),
    ("ertең ashyq pa", "kk", "Latn", True, LIKELY),
    # Languages not ours.
    ("Wann öffnet das Einkaufszentrum am Sonntag?", None, "Latn", False, LIKELY),
    ("Türkçe biliyor musunuz, pasaport gerekli mi", None, "Latn", False, LIKELY),
    ("Savdo markazi qachon ochiladi va pasport kerakmi", None, "Latn", False, LIKELY),
    ("Соода борбору качан ачылат жана паспорт керекпи?", None, "Cyrl", False, LIKELY),
    ("Коли відчиняється торговий центр?", None, "Cyrl", False, LIKELY),
    ("سودا مەركىزى قاچان ئېچىلىدۇ؟", None, "Arab", False, LIKELY),
    ("متى يفتح المركز التجاري؟", None, "Arab", False, LIKELY),
    ("ショッピングは何時からですか", None, None, False, LIKELY),
    ("쇼핑몰은 언제 열어요?", None, None, False, LIKELY),
    # Two languages: the one with the more to say.
    ("сколько 手机 можно вывезти за раз", "ru", "Cyrl", False, DECISIVE),
    ("请问带 passport 就可以进去吗", "zh", "Hans", False, DECISIVE),
    ("WeChat Pay можно", "ru", "Cyrl", False, LIKELY),
    ("iPhone сатып алсам салық төлеймін бе", "kk", "Cyrl", False, DECISIVE),
    ("我要去 Алматы", "zh", None, False, DECISIVE),
    ("Samsung Galaxy телефон сколько можно купить", "ru", "Cyrl", False, LIKELY),
]
# Nothing to turn a conversation round.
EMPTY = [
    "ok",
    "Ok!",
    "Хоргос",
    "Алматыдан",
    "Horgos",
    "Almaty",
    "WeChat",
    "霍尔果斯",
    "香港",
    "VIP",
]
LETTERLESS = [
    "",
    " ",
    "8000?",
    "👍",
    "...",
    "https://horgos.kz/a",
    "a@horgos.kz",
    "\u200b",
    "10:00",
]


@pytest.mark.parametrize(("text", "tongue", "script", "makeshift", "certainty"), MESSAGES)
def test_language_and_script_are_told(text, tongue, script, makeshift, certainty):
    spelling = detect(text)
    assert (spelling.language, spelling.script) == (tongue, script)
    assert spelling.makeshift is makeshift
    assert spelling.certainty >= certainty


@pytest.mark.parametrize("text", EMPTY)
def test_names_and_shared_words_prove_nothing(text):
    assert detect(text).certainty <= Certainty.WEAK
    assert detect(text).words == 0


@pytest.mark.parametrize("text", LETTERLESS)
def test_text_without_letters_is_unknown(text):
    assert detect(text) == UNKNOWN


@pytest.mark.parametrize(("text", "tongue"), [(row[0], row[1]) for row in MESSAGES])
def test_case_makes_no_difference(text, tongue):
    assert detect(text.upper()).language == tongue
    assert detect(text.lower()).language == tongue


@given(st.text(max_size=300))
def test_any_text_gets_the_same_answer_twice(text):
    assert detect(text) == detect(text)


def test_long_texts_are_cut():
    begun = time.thread_time()
    assert detect("Сколько стоит? " * 100_000).language == "ru"
    assert detect("." * 1_000_000) == UNKNOWN
    assert time.thread_time() - begun < 1


def test_a_message_takes_well_under_a_millisecond():
    text = (
        "можно ли вывезти из центра товаров на {} юаней если у меня китайский паспорт и живу рядом"
    )
    texts = [text.format(number) for number in range(200)]
    times = []
    for message in texts:
        begun = time.thread_time()
        canonical(message, detect(message))
        times.append(time.thread_time() - begun)
    # Measured: 0.3 ms, of this thread alone; three times that for a slow machine.
    assert sorted(times)[len(times) // 2] < 1e-3
