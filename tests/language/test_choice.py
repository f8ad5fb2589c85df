import pytest
from hypothesis import given
from hypothesis import strategies as st

from horgos.language.choice import Hints, reply_form

CODES = ("kk-Cyrl", "kk-Arab", "kk-Latn", "ru-Cyrl", "zh-Hans", "zh-Hant", "en-Latn")
FIRST = Hints()


def said(code):
    return Hints(conversation=code)


def chose(code):
    return Hints(chosen=code)


def through(code):
    return Hints(channel=code)


CASES = [
    # A first message is answered as it is written.
    ("Баж салығы қанша?", FIRST, "kk-Cyrl"),
    ("баж салыгы канша болады", FIRST, "kk-Cyrl"),
    ("باج سالىعى قانشا؟", FIRST, "kk-Arab"),
    ("Baj salyğy qanşa?", FIRST, "kk-Latn"),
    ("baj salygy qansha bolady", FIRST, "kk-Cyrl"),
    ("Где таможня?", FIRST, "ru-Cyrl"),
    ("gde nahoditsya tamozhnya", FIRST, "ru-Cyrl"),
    ("几点开门", FIRST, "zh-Hans"),
    ("幾點開門", FIRST, "zh-Hant"),
    ("你好", FIRST, "zh-Hans"),
    ("jidian kaimen", FIRST, "zh-Hans"),
    ("opening hours", FIRST, "en-Latn"),
    ("hello", FIRST, "en-Latn"),
    # What says nothing keeps what is known, the most telling first.
    ("8000?", FIRST, "en-Latn"),
    ("8000?", through("zh-Hant"), "zh-Hant"),
    ("8000?", Hints(conversation="ru-Cyrl", channel="zh-Hans"), "ru-Cyrl"),
    ("8000?", Hints(chosen="kk-Arab", conversation="ru-Cyrl"), "kk-Arab"),
    ("ok", said("zh-Hans"), "zh-Hans"),
    ("👍", said("kk-Latn"), "kk-Latn"),
    ("Хоргос", said("zh-Hans"), "zh-Hans"),
    ("Horgos", said("ru-Cyrl"), "ru-Cyrl"),
    ("霍尔果斯", said("ru-Cyrl"), "ru-Cyrl"),
    ("Хоргос", FIRST, "ru-Cyrl"),
    ("قورعاس", FIRST, "kk-Arab"),
    ("霍尔果斯", FIRST, "zh-Hans"),
    ("https://horgos.kz", said("kk-Cyrl"), "kk-Cyrl"),
    # A phrase in another language turns round at once, a word only if it cannot be otherwise.
    ("Сколько можно вывезти товаров?", said("zh-Hans"), "ru-Cyrl"),
    ("How much can I take out?", said("ru-Cyrl"), "en-Latn"),
    ("How much can I take out?", chose("ru-Cyrl"), "en-Latn"),
    ("қанша?", said("ru-Cyrl"), "kk-Cyrl"),
    ("спасибо", said("kk-Cyrl"), "kk-Cyrl"),
    ("спасибо", said("zh-Hans"), "ru-Cyrl"),
    ("thanks", said("ru-Cyrl"), "ru-Cyrl"),
    ("谢谢", said("ru-Cyrl"), "zh-Hans"),
    ("кайда", said("en-Latn"), "kk-Cyrl"),
    ("سالەم", said("kk-Cyrl"), "kk-Arab"),
    ("паспорт керек па", said("kk-Arab"), "kk-Cyrl"),
    # Two English words are no pinyin, so they turn a Chinese conversation round;
    ("opening hours", said("zh-Hans"), "en-Latn"),
    ("duty free", said("zh-Hant"), "en-Latn"),
    ("border crossing", chose("zh-Hans"), "en-Latn"),
    ("Good morning!", said("zh-Hans"), "en-Latn"),
    ("thanks", said("zh-Hans"), "en-Latn"),
    # those that may be syllables do not, nor does pinyin.
    ("you are", said("zh-Hans"), "zh-Hans"),
    ("can change", said("zh-Hant"), "zh-Hant"),
    ("Can change 100", said("zh-Hans"), "zh-Hans"),
    ("ni hao", said("zh-Hans"), "zh-Hans"),
    ("mian shui", said("zh-Hant"), "zh-Hant"),
    ("kai men", chose("zh-Hans"), "zh-Hans"),
    # Russian and Kazakh are typed in Latin letters too, and go on.
    ("opening hours", said("ru-Cyrl"), "ru-Cyrl"),
    ("opening hours", said("kk-Latn"), "kk-Latn"),
    # The form chosen for a language stays.
    ("Баж салығы қанша?", chose("kk-Arab"), "kk-Arab"),
    ("Baj salyğy qanşa?", chose("kk-Cyrl"), "kk-Cyrl"),
    ("幾點開門", chose("zh-Hans"), "zh-Hans"),
    ("baj salygy qansha bolady", chose("kk-Latn"), "kk-Latn"),
    ("Где находится таможня?", chose("kk-Arab"), "ru-Cyrl"),
    # Makeshift spellings and Chinese valid in both writings take the form known.
    ("baj salygy qansha bolady", through("kk-Latn"), "kk-Latn"),
    ("kansha juz yuan bolady", said("kk-Latn"), "kk-Latn"),
    ("baj salygy qansha bolady", through("ru-Cyrl"), "kk-Cyrl"),
    ("免税", said("zh-Hant"), "zh-Hant"),
    ("你好", through("zh-Hant"), "zh-Hant"),
    ("jidian kaimen guanmen", said("zh-Hant"), "zh-Hant"),
    ("几点开门", said("zh-Hant"), "zh-Hans"),
    # Languages not ours.
    ("Wann öffnet das Einkaufszentrum?", FIRST, "en-Latn"),
    ("Wann öffnet das Einkaufszentrum?", said("zh-Hans"), "zh-Hans"),
    ("Соода борбору качан ачылат жана паспорт керекпи?", FIRST, "ru-Cyrl"),
    ("Соода борбору качан ачылат жана паспорт керекпи?", through("kk-Cyrl"), "kk-Cyrl"),
    ("Savdo markazi qachon ochiladi va pasport kerakmi", FIRST, "en-Latn"),
    ("سودا مەركىزى قاچان ئېچىلىدۇ؟", FIRST, "kk-Arab"),
    ("ショッピングは何時からですか", FIRST, "en-Latn"),
    # A hint that names no form of ours is none.
    ("8000?", Hints(chosen="de-Latn", channel="ru-Cyrl"), "ru-Cyrl"),
]
REQUESTS = [
    ("қазақша жауап беріңізші", said("ru-Cyrl"), "kk-Cyrl"),
    ("قازاقشا ايتشى", FIRST, "kk-Arab"),
    ("qazaqşa jauap berıñızşı", FIRST, "kk-Latn"),
    ("qazaqsha jauap ber", FIRST, "kk-Cyrl"),
    ("answer in Kazakh please", through("kk-Arab"), "kk-Arab"),
    ("answer in Kazakh please", FIRST, "kk-Cyrl"),
    ("төте жазумен жаз", FIRST, "kk-Arab"),
    ("latynşa jaz", FIRST, "kk-Latn"),
    ("請用中文", said("ru-Cyrl"), "zh-Hant"),
    ("请用中文", said("zh-Hant"), "zh-Hans"),
    ("用繁體", said("zh-Hans"), "zh-Hant"),
    ("用简体字", said("zh-Hant"), "zh-Hans"),
    ("по-русски, пожалуйста", said("zh-Hans"), "ru-Cyrl"),
    ("can you speak Russian", chose("en-Latn"), "ru-Cyrl"),
    ("請用中文回答，免稅額多少", FIRST, "zh-Hant"),
    ("Сколько можно вывезти? Answer in English", FIRST, "en-Latn"),
]
# What a message names that is known to be about the language of the reply.
NAMED = [
    ("my English is no good, Kazakh is mine", through("kk-Arab"), "kk-Arab"),
    ("apam qazaqşa ğana biledi", FIRST, "kk-Latn"),
    ("اپام تەك قازاقشا بىلەدى", said("ru-Cyrl"), "kk-Arab"),
    ("我看不懂簡體字", said("zh-Hans"), "zh-Hant"),
    ("не понимаю", said("kk-Cyrl"), None),
]


@pytest.mark.parametrize(("text", "hints", "form"), CASES)
def test_reply_takes_the_form(forms, text, hints, form):
    found = reply_form(text, hints, forms)
    assert (found.form, found.wish) == (form, None)


@pytest.mark.parametrize(("text", "hints", "form"), REQUESTS)
def test_request_comes_first(forms, text, hints, form):
    found = reply_form(text, hints, forms)
    assert (found.form, found.wish and found.wish.form) == (form, form)


@pytest.mark.parametrize(("text", "hints", "form"), NAMED)
def test_language_named_comes_in_the_form_a_request_would(forms, text, hints, form):
    found = reply_form(text, hints, forms)
    granted = found.wish or found.named
    assert (granted and granted.form) == form


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("text", ["ok", "8000?", "👍", "Хоргос", "Алматы", "Horgos", "WeChat", ""])
def test_words_that_say_nothing_never_flip(forms, code, text):
    assert reply_form(text, said(code), forms).form == code
    assert reply_form(text, chose(code), forms).form == code
    assert reply_form(text, through(code), forms).form == code


hint = st.one_of(st.none(), st.sampled_from(CODES), st.just("xx-Xxxx"))


@given(text=st.text(max_size=80), hints=st.builds(Hints, hint, hint, hint))
def test_any_text_gets_one_of_the_forms(forms, text, hints):
    assert reply_form(text, hints, forms).form in forms
