"""Which sums of money a message names."""

from __future__ import annotations

from decimal import Decimal

import pytest

from horgos.entities.money import find
from horgos.entities.values import Money
from horgos.language.tokens import words
from tests.entities.spellings import SPELLINGS

SPENT: list[tuple[str, str, list[Money]]] = [
    ("en", "I bought for 6500 yuan", [Money(Decimal("6500"), "CNY", "spent")]),
    ("en", "bought stuff for 6,500 yuan, must I pay", [Money(Decimal("6500"), "CNY", "spent")]),
    ("en", "if I spend 8k?", [Money(Decimal("8000"), None, "spent")]),
    ("en", "eight thousand yuan", [Money(Decimal("8000"), "CNY", "spent")]),
    ("en", "¥6500", [Money(Decimal("6500"), "CNY", "spent")]),
    ("en", "RMB 6,500", [Money(Decimal("6500"), "CNY", "spent")]),
    ("en", "CNY6500", [Money(Decimal("6500"), "CNY", "spent")]),
    ("en", "€200", [Money(Decimal("200"), "EUR", "spent")]),
    ("en", "$500 ok?", [Money(Decimal("500"), "USD", "spent")]),
    ("en", "3000₽", [Money(Decimal("3000"), "RUB", "spent")]),
    ("en", "50000₸", [Money(Decimal("50000"), "KZT", "spent")]),
    ("en", "8000?", [Money(Decimal("8000"), None, "spent")]),
    ("en", "is 9000 yuan over the limit", [Money(Decimal("9000"), "CNY", "spent")]),
    ("en", "300 euros worth of gifts", [Money(Decimal("300"), "EUR", "spent")]),
    ("en", "I have 8000 yuan of clothes, limit?", [Money(Decimal("8000"), "CNY", "spent")]),
    ("en", "6'500 yuan", [Money(Decimal("6500"), "CNY", "spent")]),
    ("en", "half a million tenge of goods", [Money(Decimal("500000"), "KZT", "spent")]),
    ("ru", "купил на 6 500 юаней", [Money(Decimal("6500"), "CNY", "spent")]),
    ("ru", "купил на 6.500 юаней, платить?", [Money(Decimal("6500"), "CNY", "spent")]),
    ("ru", "потратили 6 500,50 евро", [Money(Decimal("6500.5"), "EUR", "spent")]),
    ("ru", "6,5 тысяч тенге", [Money(Decimal("6500"), "KZT", "spent")]),
    ("ru", "полторы тысячи долларов", [Money(Decimal("1500"), "USD", "spent")]),
    ("ru", "3000 рублей", [Money(Decimal("3000"), "RUB", "spent")]),
    ("ru", "а 9000?", [Money(Decimal("9000"), None, "spent")]),
    (
        "ru",
        "5000-8000 юаней",
        [Money(Decimal("5000"), "CNY", "spent"), Money(Decimal("8000"), "CNY", "spent")],
    ),
    ("ru", "6500юаней", [Money(Decimal("6500"), "CNY", "spent")]),
    ("ru", "8тыс юаней", [Money(Decimal("8000"), "CNY", "spent")]),
    ("ru", "я потратил восемь тысяч пятьсот", [Money(Decimal("8500"), None, "spent")]),
    ("ru", "купил на 2000", [Money(Decimal("2000"), None, "spent")]),
    ("ru", "тысяча двести евро", [Money(Decimal("1200"), "EUR", "spent")]),
    ("ru", "1 250 000 тг", [Money(Decimal("1250000"), "KZT", "spent")]),
    (
        "ru",
        "7000 юаней и 500 евро",
        [Money(Decimal("7000"), "CNY", "spent"), Money(Decimal("500"), "EUR", "spent")],
    ),
    ("ru", "накупил товара тысяч на девять юаней", [Money(Decimal("9000"), "CNY", "spent")]),
    ("ru", "всё вместе тысяч одиннадцать юаней", [Money(Decimal("11000"), "CNY", "spent")]),
    ("ru-Latn", "kupil na 6500 yuaney", [Money(Decimal("6500"), "CNY", "spent")]),
    ("ru-Latn", "Kupil na sem tysyach yuaney", [Money(Decimal("7000"), "CNY", "spent")]),
    ("en", "things of 2 million sum", [Money(Decimal("2000000"), "UZS", "spent")]),
    ("ru", "на пять штук юаней", [Money(Decimal("5000"), "CNY", "spent")]),
    ("ru", "пару тысяч баксов", [Money(Decimal("2000"), "USD", "spent")]),
    ("ru", "250 косарей тенгушек", [Money(Decimal("250000"), "KZT", "spent")]),
    ("ru", "на пол-ляма тенге", [Money(Decimal("500000"), "KZT", "spent")]),
    ("zh", "1500欧的东西", [Money(Decimal("1500"), "EUR", "spent")]),
    ("kk", "8 мың теңге", [Money(Decimal("8000"), "KZT", "spent")]),
    ("kk", "сегіз мың жарым теңге", [Money(Decimal("8500"), "KZT", "spent")]),
    ("kk", "бес жүз юань", [Money(Decimal("500"), "CNY", "spent")]),
    ("kk", "мың жарым юань", [Money(Decimal("1500"), "CNY", "spent")]),
    ("kk", "18 мың теңгеге киім алдым", [Money(Decimal("18000"), "KZT", "spent")]),
    ("kk", "миллион тенге", [Money(Decimal("1000000"), "KZT", "spent")]),
    (
        "kk",
        "сегіз мың юаньге сатып алдым салық төлеймін бе",
        [Money(Decimal("8000"), "CNY", "spent")],
    ),
    ("kk", "ал 9000 ше?", [Money(Decimal("9000"), None, "spent")]),
    ("kk-Arab", "سەگىز مىڭ يۋان", [Money(Decimal("8000"), "CNY", "spent")]),
    ("kk-Arab", "6500 يۋاننىڭ زاتىن الدىم", [Money(Decimal("6500"), "CNY", "spent")]),
    ("kk-Latn", "6500 yuanga zat aldym", [Money(Decimal("6500"), "CNY", "spent")]),
    ("zh", "我花了六千五", [Money(Decimal("6500"), None, "spent")]),
    ("zh", "一万二人民币", [Money(Decimal("12000"), "CNY", "spent")]),
    ("zh", "8千块", [Money(Decimal("8000"), "CNY", "spent")]),
    ("zh", "1.5万元", [Money(Decimal("15000"), "CNY", "spent")]),
    ("zh", "500美元", [Money(Decimal("500"), "USD", "spent")]),
    ("zh", "那一万呢", [Money(Decimal("10000"), None, "spent")]),
    ("zh", "两千多块的东西", [Money(Decimal("2000"), "CNY", "spent")]),
    ("zh", "7000港币", [Money(Decimal("7000"), "HKD", "spent")]),
    ("zh", "三千块", [Money(Decimal("3000"), "CNY", "spent")]),
    ("zh", "如果我买一万零五百的东西", [Money(Decimal("10500"), None, "spent")]),
    ("zh-Hant", "我買了６５００元", [Money(Decimal("6500"), "CNY", "spent")]),
    ("zh-Hant", "兩萬塊錢", [Money(Decimal("20000"), "CNY", "spent")]),
    ("zh-Hant", "五百歐元", [Money(Decimal("500"), "EUR", "spent")]),
    ("pinyin", "wo mai le liuqianwu yuan", [Money(Decimal("6500"), "CNY", "spent")]),
    ("pinyin", "wo hua le 6500 kuai", [Money(Decimal("6500"), "CNY", "spent")]),
]
# As Chinese type and say it: letters for thousands, notes, Cantonese words for sums, homophones.
SPENT += [
    ("zh", "8k5的化妆品", [Money(Decimal("8500"), None, "spent")]),
    ("zh", "1w2的包", [Money(Decimal("12000"), None, "spent")]),
    ("zh", "1.2w的手表", [Money(Decimal("12000"), None, "spent")]),
    ("zh", "那8000的呢", [Money(Decimal("8000"), None, "spent")]),
    ("zh", "三十张毛爷爷", [Money(Decimal("3000"), "CNY", "spent")]),
    ("zh", "8000毛爷爷的包", [Money(Decimal("8000"), "CNY", "spent")]),
    ("zh", "人名币八千", [Money(Decimal("8000"), "CNY", "spent")]),
    ("zh", "八千出头", [Money(Decimal("8000"), None, "spent")]),
    ("zh-Hant", "五嚿水嘅茶葉", [Money(Decimal("500"), None, "spent")]),
    ("zh-Hant", "兩皮嘢嘅錶", [Money(Decimal("20000"), None, "spent")]),
    ("zh-Hant", "成萬蚊", [Money(Decimal("10000"), None, "spent")]),
    ("zh-Hant", "八千蚊人仔係一個人計", [Money(Decimal("8000"), "CNY", "spent")]),
    ("pinyin", "1.5w rmb zen me bao guan", [Money(Decimal("15000"), "CNY", "spent")]),
    ("pinyin", "1w5 de bao", [Money(Decimal("15000"), None, "spent")]),
    ("pinyin", "8000 kuai yi nei", [Money(Decimal("8000"), "CNY", "spent")]),
]
# Kazakh: an ending that stands apart, what the Kazakhs of China call their money.
SPENT += [
    ("kk", "он мыңдай ақша жұмсадым", [Money(Decimal("10000"), None, "spent")]),
    ("kk", "12000 ға киім алдым", [Money(Decimal("12000"), None, "spent")]),
    ("kk", "үш лимонға жиһаз алайық", [Money(Decimal("3000000"), None, "spent")]),
    ("kk", "5 мың сомға зат алдым", [Money(Decimal("5000"), "KGS", "spent")]),
    ("kk-Arab", "5 مىڭ سومنىڭ زاتىن الدىم", [Money(Decimal("5000"), "CNY", "spent")]),
    ("kk-Arab", "حالىق اقشاسىمەن 9800 دىڭ تاۋارى", [Money(Decimal("9800"), "CNY", "spent")]),
    ("kk-Arab", "12000 عا كيىم ساتىپ الدىم", [Money(Decimal("12000"), None, "spent")]),
]
SPENT += [
    ("en", "1.2 million tg worth of furniture", [Money(Decimal("1200000"), "KZT", "spent")]),
    ("en", "i buy for 50 million rial iranian", [Money(Decimal("50000000"), "IRR", "spent")]),
    ("en", "jackets 40.000 TL", [Money(Decimal("40000"), "TRY", "spent")]),
    ("en", "quarter of a million tenge", [Money(Decimal("250000"), "KZT", "spent")]),
    ("en", "eighthundred fifty euros", [Money(Decimal("850"), "EUR", "spent")]),
    ("en", "300 pounds of stuff", [Money(Decimal("300"), "GBP", "spent")]),
    ("en", "a couple of grand in yuan", [Money(Decimal("2000"), "CNY", "spent")]),
    ("ru", "350 тыс.тг за телефон", [Money(Decimal("350000"), "KZT", "spent")]),
    ("ru", "купил на 20 т.р.", [Money(Decimal("20000"), "RUB", "spent")]),
    ("ru", "сотку баксов везу", [Money(Decimal("100"), "USD", "spent")]),
    ("ru", "юаней на девять тысяч набрала", [Money(Decimal("9000"), "CNY", "spent")]),
    ("ru", "юани на 5000 тенге поменять", [Money(Decimal("5000"), "KZT", "spent")]),
    ("ru", "8000 куаев на руки", [Money(Decimal("8000"), "CNY", "spent")]),
    ("ru", "фунтов двести разменять", [Money(Decimal("200"), "GBP", "spent")]),
    ("ru", "двадцатьпять тысяч тенге", [Money(Decimal("25000"), "KZT", "spent")]),
    ("ru", "четверть миллиона тенге", [Money(Decimal("250000"), "KZT", "spent")]),
    ("ru", "500 у.е. за шубу", [Money(Decimal("500"), "USD", "spent")]),
    ("ru-Latn", "tri tysyachi uanei", [Money(Decimal("3000"), "CNY", "spent")]),
]
SPENT += [
    ("kk", "мың да бес жүз еуроға дейін", [Money(Decimal("1500"), "EUR", "spent")]),
    ("kk", "эки жуз мынга зат алып", [Money(Decimal("200000"), None, "spent")]),
    ("kk", "он шақты мың юань", [Money(Decimal("10000"), "CNY", "spent")]),
    ("zh", "门口黄牛收我一百五", [Money(Decimal("150"), None, "spent")]),
    ("zh", "按摩一次收二百八", [Money(Decimal("280"), None, "spent")]),
    ("zh", "导游收了五百", [Money(Decimal("500"), None, "spent")]),
    ("zh", "三百块手表", [Money(Decimal("300"), "CNY", "spent")]),
    ("zh", "就一块？", [Money(Decimal("1"), "CNY", "spent")]),
    ("zh", "万把块的东西", [Money(Decimal("10000"), "CNY", "spent")]),
]
# The message says that the limit itself is this much.
SPENT += [
    ("ru-Latn", "300 tysya4 tenge", [Money(Decimal("300000"), "KZT", "spent")]),
    ("ru", "три сотни евро", [Money(Decimal("300"), "EUR", "spent")]),
    ("ru", "купила на стольник баксов", [Money(Decimal("100"), "USD", "spent")]),
    ("en", "quarter million tenge", [Money(Decimal("250000"), "KZT", "spent")]),
]
# Money that is named before a number, whose 元 or 块 tells no other.
SPENT += [
    ("zh-Hant", "台幣五千元", [Money(Decimal(5000), "TWD", "spent")]),
    ("zh", "美金五百块", [Money(Decimal(500), "USD", "spent")]),
    ("zh", "人民币八千块", [Money(Decimal(8000), "CNY", "spent")]),
    (
        "zh",
        "买了500美金8000块的东西",
        [Money(Decimal(500), "USD", "spent"), Money(Decimal(8000), "CNY", "spent")],
    ),
    ("zh", "快一万了", [Money(Decimal(10000), None, "spent")]),
    ("kk", "5000 қытайдың юані", [Money(Decimal(5000), "CNY", "spent")]),
]
# One letter too many, and names with the country before them.
SPENT += [
    ("en", "8000 yuann", [Money(Decimal("8000"), "CNY", "spent")]),
    ("en", "1000 euross", [Money(Decimal("1000"), "EUR", "spent")]),
    ("en", "100 doller", [Money(Decimal("100"), "USD", "spent")]),
    ("en", "5000 kz tenge", [Money(Decimal("5000"), "KZT", "spent")]),
    ("ru", "100 долларров", [Money(Decimal("100"), "USD", "spent")]),
]
CLAIMED_LIMITS: list[tuple[str, str, list[Money]]] = [
    ("en", "it was raised to 20,000, right?", [Money(Decimal("20000"), None, "limit")]),
    ("en", "the limit is 8000 yuan right", [Money(Decimal("8000"), "CNY", "limit")]),
    ("en", "I heard the limit went up to 20000 yuan", [Money(Decimal("20000"), "CNY", "limit")]),
    ("ru", "лимит же 1000 евро?", [Money(Decimal("1000"), "EUR", "limit")]),
    ("ru", "так лимит 8000 юаней?", [Money(Decimal("8000"), "CNY", "limit")]),
    ("ru", "подняли лимит до 15 тысяч?", [Money(Decimal("15000"), None, "limit")]),
    ("ru", "норма 5000 юаней на человека", [Money(Decimal("5000"), "CNY", "limit")]),
    ("ru", "до 8000 юаней беспошлинно?", [Money(Decimal("8000"), "CNY", "limit")]),
    (
        "ru",
        "500 евро или 1000 евро лимит",
        [Money(Decimal("500"), "EUR", "limit"), Money(Decimal("1000"), "EUR", "limit")],
    ),
    ("kk", "шек 20 мың болды ма", [Money(Decimal("20000"), None, "limit")]),
    ("zh", "额度是不是两万", [Money(Decimal("20000"), None, "limit")]),
    ("zh", "8000元的额度够吗", [Money(Decimal("8000"), "CNY", "limit")]),
    ("zh", "8000以内免税吗", [Money(Decimal("8000"), None, "limit")]),
    ("zh", "朋友说限额提高到6000了", [Money(Decimal("6000"), None, "limit")]),
    ("zh", "每人每天8000块免税对吧", [Money(Decimal("8000"), "CNY", "limit")]),
]
# Years, hours, weights, people, numbers of buses and telephones.
OTHER_NUMBERS: list[tuple[str, str, list[Money]]] = [
    ("zh", "他能跟我一块儿进去吗", []),
    ("en", "open since 2006?", []),
    ("en", "fifty pounds of luggage", []),
    ("ru", "переведи 100 фунтов в килограммы", []),
    ("ru-Latn", "kak prigotovit manty na 10 chelovek", []),
    ("en", "someone often tells stone", []),
    ("ru", "лимон, сотка и пара вопросов", []),
    ("ru", "в четверть девятого", []),
    ("en", "we are 120 people", []),
    ("en", "my number is 87012345678", []),
    ("en", "at 20:00", []),
    ("en", "5.28 square km", []),
    ("en", "passport N12345678", []),
    ("en", "2024-12-25", []),
    ("en", "3q", []),
    ("ru", "сколько кг можно, 50 кг?", []),
    ("ru", "позвоните 8 727 250 12 34", []),
    ("ru", "в 2025 году", []),
    ("ru", "есть 100% скидка", []),
    ("ru", "поезд 2000 вагонов", []),
    ("ru", "площадь 528 гектаров", []),
    ("ru", "есть ли 1000 мелочей", []),
    ("kk", "маршрут 100", []),
    ("kk", "12 сағат", []),
    ("zh", "三千人", []),
    ("zh", "8000的人", []),
    ("zh", "2025的规定", []),
    ("zh", "三张票", []),
    ("zh", "成千上万的人", []),
    ("zh", "完成百分之五十", []),
    ("zh", "G312公路", []),
    ("kk", "он шақты адам келеміз", []),
    ("kk", "мың рақмет, мың да бір рахмет", []),
    ("zh", "三块羊毛披肩算自用吗", []),
    ("zh", "两块手表带出去", []),
    ("zh", "咱们仨一块进去", []),
    ("zh", "我们一块去", []),
    ("zh", "收了一百个快递", []),
    ("zh", "万分感谢，千万别", []),
    ("ru", "там сотни людей", []),
    ("ru", "купил сотни товаров", []),
]


def money(spelling: str, text: str) -> list[object]:
    how = SPELLINGS[spelling]
    return [entity.value for entity in find(words(text, how.language), how)]


@pytest.mark.parametrize(("spelling", "text", "expected"), SPENT)
def test_sums_are_found(spelling: str, text: str, expected: list[Money]) -> None:
    assert money(spelling, text) == expected


@pytest.mark.parametrize(("spelling", "text", "expected"), CLAIMED_LIMITS)
def test_a_claimed_limit_is_no_purchase(spelling: str, text: str, expected: list[Money]) -> None:
    assert money(spelling, text) == expected


@pytest.mark.parametrize(("spelling", "text", "expected"), OTHER_NUMBERS)
def test_other_numbers_are_no_money(spelling: str, text: str, expected: list[Money]) -> None:
    assert money(spelling, text) == expected == []


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("bought for ¥6,500 today", "¥6,500"),
        ("bought for 6 500,50 yuan today", "6 500,50 yuan"),
        ("я купил на 8 тысяч юаней, и что", "8 тысяч юаней"),
    ],
)
def test_the_place_in_the_text_is_number_and_currency(text: str, stated: str) -> None:
    how = SPELLINGS["ru" if "купил" in text else "en"]
    (entity,) = find(words(text, how.language), how)
    assert text[entity.start : entity.end] == stated
