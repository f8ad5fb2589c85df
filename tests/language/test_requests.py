import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from horgos.language.requests import Request, named_form, names_in, requested_form

# What is asked for (a language, or a form when the script is named), and the message.
WISHES = [
    ("kk", "қазақша жауап беріңізші"),
    ("kk", "қазақша айтшы"),
    ("kk-Latn", "latynşa jaz"),
    ("kk-Arab", "төте жазумен"),
    ("zh", "請用中文"),
    ("zh-Hant", "用繁體"),
    ("ru", "по-русски, пожалуйста"),
    ("kk", "на казахском можно?"),
    ("en", "answer in English"),
    ("ru", "can you speak Russian"),
    ("zh", "請用中文回答，免稅額多少"),
    ("kk", "қазақша"),
    ("kk", "казакша"),
    ("kk", "Kazakh please"),
    ("ru", "орысша айтыңызшы"),
    ("ru", "ответьте по-русски"),
    ("ru", "Сколько можно вывезти? Ответьте по-русски пожалуйста"),
    ("kk", "а по-казахски можете?"),
    ("kk", "вы говорите по-казахски?"),
    ("ru", "do you speak Russian?"),
    ("en", "English"),
    ("en", "in English please"),
    ("en", "Can you answer in English please, what is the limit"),
    ("zh", "你会说中文吗"),
    ("kk", "你会说哈萨克语吗？"),
    ("kk", "请用哈萨克语"),
    ("zh-Hant", "繁體"),
    ("zh-Hant", "可以用繁體字嗎"),
    ("zh-Hant", "請講廣東話"),
    ("zh-Hans", "简体"),
    ("zh", "说中文"),
    ("ru", "能说俄语吗"),
    ("kk", "قازاقشا ايتشى"),
    ("kk", "قازاقشا جاۋاپ بەرىڭىزشى"),
    ("kk-Arab", "توتە جازۋمەن جاز"),
    ("kk", "qazaqsha aitshy"),
    ("kk", "kazaksha jauap berinizshi"),
    ("ru", "po russki pozhaluista"),
    ("ru", "po-russki"),
    ("ru", "otvette po-russki"),
    ("kk", "na kazahskom mozhno?"),
    ("en", "на английском"),
    ("en", "ағылшынша жауап бере аласыз ба"),
    ("zh", "китайский"),
    ("zh", "qing yong zhongwen"),
    ("zh", "shuo zhongwen"),
    ("ru", "I prefer Russian"),
    ("ru", "please switch to Russian"),
    ("kk", "давайте на казахском"),
    ("kk", "переключитесь на казахский"),
    ("kk-Latn", "латын әрпімен жазыңызшы"),
    ("kk-Latn", "ответьте латиницей"),
    ("kk-Arab", "арабскими буквами пожалуйста"),
    ("en", "英文"),
    ("en", "说英语可以吗"),
    ("ru", "русский язык"),
    ("kk", "қазақ тілінде сөйлейсіз бе"),
    ("kk", "Сәлем! Қазақша сөйлеші"),
    ("ru", "я не понимаю по-китайски, ответьте по-русски"),
    ("kk", "қазақша жауап беріңізші, қанша юань алып шығуға болады"),
    ("ru", "напишите пожалуйста на русском языке"),
    ("zh-Hant", "please reply in Traditional Chinese"),
    ("zh", "中文谢谢"),
    ("zh", "could you write in Chinese"),
    ("kk", "мне на казахском пожалуйста"),
    ("kk", "қазақша болады ма"),
    ("kk", "қазақша бар ма"),
    ("ru", "орысша болама"),
    ("en", "tell me in english what documents i need"),
    ("zh", "麻煩用中文"),
    ("zh-Hant", "轉繁體中文"),
    ("kk", "QAZAQŞA JAZ"),
    ("kk", "qazaqşa jauap berıñızşı"),
    ("ru", "жауап бер орысша"),
    ("en", "i only speak english"),
    ("en", "Can we talk in English?"),
]
# Questions that name a language and ask for none.
NO_WISHES = [
    "do the staff speak Russian",
    "есть ли вывески на русском",
    "продавцы говорят по-казахски?",
    "is there an English menu",
    "店员会说俄语吗",
    "сатушылар қазақша сөйлей ме",
    "нужен ли перевод документов на китайский",
    "можно ли на русском заполнить декларацию",
    "Chinese medicine",
    "китайская медицина есть?",
    "сколько стоит китайский чай",
    "中文菜单有吗",
    "有中文标识吗",
    "русский паспорт подойдет?",
    "мой паспорт на русском",
    "Do I need an English translation of the certificate",
    "I speak English but my mother does not",
    "Are there signs in Kazakh?",
    "китайский телефон",
    "какие товары китайские можно вывезти",
    "не отвечайте по-китайски",
    "don't answer in Chinese",
    "不要用英文",
    "қазақша мәзір бар ма",
    "арабша тағам бар ма",
    "для казахов",
    "казахская сторона",
    "Russian citizens need visa?",
    "and the Chinese?",
    "what about the Chinese",
    "English speaking doctor?",
    "врач говорит по-русски?",
    "там говорят на казахском?",
    "документы на английском принимают?",
    "Kazakh side",
    "Latin dance",
    "можно платить русскими рублями",
    "привет",
    "8000?",
    "店里的人会说中文吗",
    "工作人员讲普通话吗",
    "қазақша жазулар бар ма",
    "қазақша сөйлейтін дәрігер бар ма",
    "напишите сколько стоит билет",
    "Скажите где китайский рынок",
    "покажите где китайская часть",
    "Can I speak Kazakh in the shops?",
    "покажи китайский магазин",
]
# Of messages known to be about the language of the reply: what they name (None for nothing).
NAMED = [
    # However they put it; none of these is heard as a wish by its words alone.
    ("ru", "русский понимаешь хоть немного"),
    ("ru", "po russki umeesh"),
    ("en", "my English is better"),
    ("kk", "бабушка знает один казахский"),
    ("zh-Hant", "繁體字看得懂"),
    ("kk-Latn", "my phone has Latin letters"),
    ("kk-Arab", "оқығаным төте жазу еді"),
    # The one named last, unless a script is named.
    ("ru", "English or Russian"),
    ("kk", "русский или казахский"),
    ("zh-Hant", "Traditional Chinese or English"),
    # A script completes a language named elsewhere.
    ("kk-Latn", "Kazakh is mine. Latin letters, though"),
    ("kk-Arab", "қазақша оқығаным төте жазу еді"),
    ("kk-Cyrl", "哈萨克文的,我妈认得西里尔字母"),
    # Of two writings the one that is not refused.
    ("zh-Hant", "我看不懂简体字"),
    ("zh-Hans", "dad is lost, can't read Traditional"),
    # Not one that is refused.
    ("en", "not Russian, English"),
    ("kk", "қытайша емес, қазақша"),
    ("zh", "不要英文，要中文"),
    ("kk", "I don't understand Chinese. Kazakh is mine"),
    (None, "не отвечайте по-китайски"),
    (None, "no russian please"),
    (None, "why do you keep writing Russian"),
    (None, "不要用英文"),
    # Wishes name a language too.
    ("kk", "қазақша жауап беріңізші"),
    ("kk", "قازاقشا ايتشى"),
    ("ru", "otvette po-russki"),
    ("zh-Hans", "用简体字"),
    # Others' languages, and no language at all.
    (None, "do the staff speak Russian"),
    (None, "店员会说俄语吗"),
    (None, "другой язык"),
    (None, "another language please"),
    (None, "8000?"),
    (None, "👍"),
    (None, ""),
]


@pytest.mark.parametrize(("asked", "text"), WISHES)
def test_wish_is_heard(forms, asked, text):
    if "-" in asked:
        assert requested_form(names_in(text), forms) == Request(asked, script_named=True)
    else:
        assert requested_form(names_in(text), forms) == Request(
            forms.main(asked).code, script_named=False
        )


@pytest.mark.parametrize("text", NO_WISHES)
def test_mention_of_a_language_is_no_wish(forms, text):
    assert requested_form(names_in(text), forms) is None


@pytest.mark.parametrize(("named", "text"), NAMED)
def test_language_named_is_found(forms, named, text):
    if named is None:
        assert named_form(names_in(text), forms) is None
    elif "-" in named:
        assert named_form(names_in(text), forms) == Request(named, script_named=True)
    else:
        assert named_form(names_in(text), forms) == Request(
            forms.main(named).code, script_named=False
        )


@pytest.mark.parametrize(("asked", "text"), WISHES)
def test_wish_names_what_it_asks_for(forms, asked, text):
    assert named_form(names_in(text), forms) == requested_form(names_in(text), forms)


@pytest.mark.parametrize("text", [text for _, text in NAMED[:7]])
def test_language_named_is_not_yet_a_wish(forms, text):
    assert requested_form(names_in(text), forms) is None


@given(text=st.text(max_size=200))
def test_any_text_is_searched_without_an_error(forms, text):
    requested_form(names_in(text), forms)
    named_form(names_in(text), forms)


@pytest.mark.parametrize(
    "text", ["ꙮ", "no ꙮ russian please", "not ꙭ russian, ꙭꙮ english", "не ꙭ ꙮ"]
)
def test_marks_of_names_may_be_typed(forms, text):
    requested_form(names_in(text), forms)
    named_form(names_in(text), forms)


@pytest.mark.parametrize(
    "repeated",
    [
        "пожалуйста ",
        "please ",
        "请",
        "а и ну ",
        "не ",
        "ма ба ме ",
        "если можно ",
        "буквами ",
        "好吗",
        "谢谢",
        "麻烦你",
    ],
)
@pytest.mark.parametrize("name", ["китайский чай", "chinese tea", "中文菜单", "казакша тагам"])
def test_long_texts_are_searched_in_bounded_time(forms, repeated, name):
    requested_form(names_in("по-русски"), forms)
    begun = time.perf_counter()
    requested_form(names_in(repeated * 500 + name), forms)
    requested_form(names_in((repeated * 500)[: 990 - len(name)] + name), forms)
    assert time.perf_counter() - begun < 2
