"""What a message says of when."""

from __future__ import annotations

import pytest

from horgos.entities.values import (
    AnyHoliday,
    CalendarDate,
    Clock,
    Day,
    Holiday,
    Now,
    Weekday,
    Weekend,
    When,
)
from horgos.entities.when import find
from horgos.language.tokens import words
from tests.entities.spellings import SPELLINGS

SAID: list[tuple[str, str, list[When]]] = [
    ("en", "are you open today", [Day(0)]),
    ("en", "in Sunday?", [Weekday(7)]),
    ("en", "tue?", [Weekday(2)]),
    ("en", "on weekends", [Weekend()]),
    ("en", "public holidays", [AnyHoliday()]),
    ("en", "are shops open now", [Now()]),
    ("en", "till 20:00", [Clock(20, 0)]),
    ("en", "half past nine", [Clock(9, 30)]),
    ("en", "open at 8 pm?", [Clock(20, 0)]),
    ("en", "8pm ok", [Clock(20, 0)]),
    ("en", "at 9?", [Clock(9, 0)]),
    ("en", "quarter to eight", [Clock(7, 45)]),
    ("en", "December 25", [CalendarDate(12, 25, None)]),
    ("en", "January 1st, 2026", [CalendarDate(1, 1, 2026)]),
    ("en", "25.12.2025", [CalendarDate(12, 25, 2025)]),
    ("en", "2025-12-25", [CalendarDate(12, 25, 2025)]),
    ("en", "is it open during Nauryz", [Holiday("KZ", "nauryz")]),
    ("en", "during Chinese New Year", [Holiday("CN", "spring_festival")]),
    ("en", "National Day", [Holiday("CN", "national_day")]),
    ("en", "tonight at nine pm", [Day(0), Clock(21, 0)]),
    ("en", "noon", [Clock(12, 0)]),
    ("en", "sat and sun", [Weekday(6), Weekday(7)]),
    ("en", "the crossing is closed from 1 pm to 3 pm, right?", [Clock(13, 0), Clock(15, 0)]),
    ("ru", "завтра работаете?", [Day(1)]),
    ("ru", "а в воскресенье", [Weekday(7)]),
    ("ru", "по средам", [Weekday(3)]),
    ("ru", "в выходные открыто", [Weekend()]),
    ("ru", "на праздники закрыто?", [AnyHoliday()]),
    ("ru", "до 8 вечера", [Clock(20, 0)]),
    ("ru", "полдевятого", [Clock(8, 30)]),
    ("ru", "в 20.30", [Clock(20, 30)]),
    ("ru", "в половине девятого", [Clock(8, 30)]),
    ("ru", "25 декабря работаете?", [CalendarDate(12, 25, None)]),
    ("ru", "на китайский новый год", [Holiday("CN", "spring_festival")]),
    ("ru", "1 мая", [CalendarDate(5, 1, None)]),
    ("ru", "на новый год", [Holiday("CN", "new_year"), Holiday("KZ", "new_year")]),
    ("ru", "в 14 часов", [Clock(14, 0)]),
    ("ru", "с 14:00 до 18:00", [Clock(14, 0), Clock(18, 0)]),
    ("ru", "полночь", [Clock(0, 0)]),
    ("ru", "сегодня", [Day(0)]),
    ("ru", "сейчас", [Now()]),
    ("ru", "границу закрывают с 18 до 9, это так?", [Clock(18, 0), Clock(9, 0)]),
    ("ru", "будем в три часа дня", [Clock(15, 0)]),
    ("ru-Latn", "dushanbe? v ponedelnik", [Weekday(1)]),
    ("kk", "бүрсігүні ашық па", [Day(2)]),
    ("kk", "дүйсенбіде ше?", [Weekday(1)]),
    ("kk", "жұма күні", [Weekday(5)]),
    ("kk", "демалыс күндері жұмыс істейсіздер ме", [Weekend()]),
    ("kk", "мерекеде ашық па", [AnyHoliday()]),
    ("kk", "қазір ашық па", [Now()]),
    ("kk", "кешкі 8-ге дейін", [Clock(20, 0)]),
    ("kk", "таңғы 9-да ашыла ма", [Clock(9, 0)]),
    ("kk", "кешкі сегіз жарымда", [Clock(20, 30)]),
    ("kk", "25 желтоқсанда", [CalendarDate(12, 25, None)]),
    ("kk", "наурыздың 22-сі", [CalendarDate(3, 22, None)]),
    ("kk", "Наурызда ашық па", [Holiday("KZ", "nauryz")]),
    ("kk", "қытай жаңа жылында", [Holiday("CN", "spring_festival")]),
    ("kk", "Курбан айт", [Holiday("KZ", "eid_al_adha")]),
    ("kk", "сағат 9-да", [Clock(9, 0)]),
    ("kk-Arab", "دۇيسەنبى كۇنى", [Weekday(1)]),
    ("kk-Arab", "بۇگىن اشىق پا", [Day(0)]),
    ("kk-Latn", "erten ashyk pa", [Day(1)]),
    ("zh", "后天开门吗", [Day(2)]),
    ("zh", "周日开吗", [Weekday(7)]),
    ("zh", "周末人多吗", [Weekend()]),
    ("zh", "晚上八点还开吗", [Clock(20, 0)]),
    ("zh", "下午3点半", [Clock(15, 30)]),
    ("zh", "12月25日开吗", [CalendarDate(12, 25, None)]),
    ("zh", "2025年12月25号", [CalendarDate(12, 25, 2025)]),
    ("zh", "春节开吗", [Holiday("CN", "spring_festival")]),
    ("zh", "国庆", [Holiday("CN", "national_day")]),
    ("zh", "端午", [Holiday("CN", "dragon_boat_festival")]),
    ("zh", "早上八点到晚上九点开吗", [Clock(8, 0), Clock(21, 0)]),
    ("zh", "今晚八点开吗", [Day(0), Clock(20, 0)]),
    ("zh-Hant", "今晚開門嗎", [Day(0)]),
    ("zh-Hant", "聽日開唔開", [Day(1)]),
    ("zh-Hant", "星期六營業嗎", [Weekday(6)]),
    ("zh-Hant", "節假日開門嗎", [AnyHoliday()]),
    ("zh-Hant", "而家開緊門嗎", [Now()]),
    ("zh-Hant", "過年期間", [Holiday("CN", "spring_festival")]),
    ("pinyin", "wanshang ba dian", [Clock(20, 0)]),
    ("pinyin", "xingqitian", [Weekday(7)]),
    ("pinyin", "mingtian kai men ma", [Day(1)]),
    ("en", "on first of May", [CalendarDate(5, 1, None)]),
    ("en", "May the first", [CalendarDate(5, 1, None)]),
    ("en", "open on the twenty-first of March 2026?", [CalendarDate(3, 21, 2026)]),
    ("ru", "Первого января", [CalendarDate(1, 1, None)]),
    ("ru", "восьмого марта", [CalendarDate(3, 8, None)]),
    ("ru", "до тридцать первого декабря 2025 года", [CalendarDate(12, 31, 2025)]),
    ("ru", "с пятого мая по десятое", [CalendarDate(5, 5, None)]),
    ("ru-Latn", "pervogo yanvarya", [CalendarDate(1, 1, None)]),
    ("kk", "Бесінші мамырда", [CalendarDate(5, 5, None)]),
    ("kk", "бірінші қаңтар", [CalendarDate(1, 1, None)]),
    ("kk", "он бесінші мамырда", [CalendarDate(5, 15, None)]),
    ("kk", "жиырма екінші наурызда", [CalendarDate(3, 22, None)]),
    ("kk-Latn", "besinshi mamyrda", [CalendarDate(5, 5, None)]),
    ("pinyin", "xiawu 6 dian ban", [Clock(18, 30)]),
    ("pinyin", "wanshang 8 dian", [Clock(20, 0)]),
    ("en", "half past eight in the evening", [Clock(20, 30)]),
    ("en", "ten past eight", [Clock(8, 10)]),
    ("en", "open till six?", [Clock(18, 0)]),
    ("ru", "в час дня", [Clock(13, 0)]),
    ("ru", "с часу до двух", [Clock(13, 0), Clock(14, 0)]),
    ("ru", "без пяти шесть вечера", [Clock(17, 55)]),
    ("kk", "түскі бірде", [Clock(13, 0)]),
    ("zh", "差五分八点", [Clock(7, 55)]),
    ("zh", "纳吾肉孜节", [Holiday("KZ", "nauryz")]),
    ("pinyin", "nawuruzi jie", [Holiday("KZ", "nauryz")]),
]
SAID += [
    ("en", "open this arvo", [Day(0)]),
    ("en", "sat arvo you open", [Weekday(6)]),
    ("en", "was it shut yesterday", [Day(-1)]),
    ("en", "closed the day before yesterday", [Day(-2)]),
    ("en", "1800 hrs still open?", [Clock(18, 0)]),
    ("en", "at six thirty", [Clock(18, 30)]),
    ("en", "come at 5ish", [Clock(17, 0)]),
    ("en", "22/03 working day?", [CalendarDate(3, 22, None)]),
    ("en", "on 12/25 are you open", [CalendarDate(12, 25, None)]),
    ("en", "from 1 to 7 october", [CalendarDate(10, 1, None), CalendarDate(10, 7, None)]),
    ("en", "dragonboat days", [Holiday("CN", "dragon_boat_festival")]),
    ("en", "are you shut for cny", [Holiday("CN", "spring_festival")]),
    ("ru", "вчера закрыто было", [Day(-1)]),
    ("ru", "позавчера закрыто было", [Day(-2)]),
    ("ru", "с 1 по 7 октября", [CalendarDate(10, 1, None), CalendarDate(10, 7, None)]),
    ("ru", "с первого по седьмое октября", [CalendarDate(10, 1, None), CalendarDate(10, 7, None)]),
    ("ru", "22.03 открыты?", [CalendarDate(3, 22, None)]),
    ("ru", "с 01.05 по 10.05", [CalendarDate(5, 1, None), CalendarDate(5, 10, None)]),
    ("ru", "до 20.05", [Clock(20, 5)]),
    ("ru", "четверть девятого утра", [Clock(8, 15)]),
    ("ru", "в восемь ноль ноль", [Clock(8, 0)]),
    ("ru", "в 18 часов 30 минут", [Clock(18, 30)]),
    ("ru", "до восемь тридцать", [Clock(8, 30)]),
    ("ru", "на драконьи лодки", [Holiday("CN", "dragon_boat_festival")]),
    ("ru", "на наурызмейрамы", [Holiday("KZ", "nauryz")]),
    ("ru", "ко дню независимости", [Holiday("KZ", "independence_day")]),
    ("ru-Latn", "rabotaete shas?", [Now()]),
    ("ru-Latn", "vo wtornik rabotaete", [Weekday(2)]),
]
# A letter too few, too many, wrong, or two swapped.
MISSPELT: list[tuple[str, str, list[When]]] = [
    ("en", "open tody?", [Day(0)]),
    ("en", "until Wendesday", [Weekday(3)]),
    ("en", "on Thrusday or satuday", [Weekday(4), Weekday(6)]),
    ("en", "this weak end", [Weekend()]),
    ("en", "on week end", [Weekend()]),
    ("en", "wekend", [Weekend()]),
    ("ru", "сечас открыто", [Now()]),
    ("ru", "сигодня", [Day(0)]),
    ("ru", "понидельник", [Weekday(1)]),
    ("ru", "по понидельникам", [Weekday(1)]),
    ("ru", "в четврег", [Weekday(4)]),
    ("ru", "на выхадных", [Weekend()]),
    ("kk", "бугн ашык па", [Day(0)]),
    ("kk", "дусенбіде, сейсембі", [Weekday(1), Weekday(2)]),
    ("kk-Latn", "bugn ashyk pa", [Day(0)]),
    ("zh", "周未开门吗", [Weekend()]),
    ("pinyin", "xinqi tian", [Weekday(7)]),
    ("pinyin", "xinqi liu", [Weekday(6)]),
]
# How long, how old, how many; words that only look like a day.
NOT_WHEN: list[tuple[str, str, list[When]]] = [
    ("en", "I am 20 years old", []),
    ("en", "bought for 20 yuan", []),
    ("en", "the sun is hot", []),
    ("en", "8,000CNY each, CNY 6,400", []),
    ("en", "24/7, 50/50, 3/4 of it, 8/10 people", []),
    ("en", "1800 yuan, 5.28 square km", []),
    ("ru", "цена 12.05 юаней, 12.05 евро", []),
    ("ru", "четверть цены", []),
    ("ru", "8 часов в очереди", []),
    ("ru", "три дня хочу пробыть внутри", []),
    ("kk", "жеке автокөлік", []),
    ("zh", "证件允许住一晚不", []),
    ("en", "first may I ask", []),
    ("en", "may I go first", []),
    ("en", "in May the first time", []),
    ("en", "sunny money sundry sundae toddy model currency weekly", []),
    ("ru", "во втором павильоне первого этажа", []),
    ("ru", "среди нас четверо, четверть, четвертый", []),
    ("ru", "входные двери, выходы, выходите, выгодные цены", []),
    ("ru", "пьяница, пшеница, пятнадцать, свобода, сразу, следы", []),
    ("kk", "бүтін, сені, сенді, қадір, ерте, бұрын, қазы", []),
    ("kk", "бірінші рет мамандар келді", []),
    ("zh", "一周未收到", []),
    ("pinyin", "zhouwei you shangdian ma", []),
]


def when(spelling: str, text: str) -> list[object]:
    how = SPELLINGS[spelling]
    return [entity.value for entity in find(words(text, how.language), how)]


@pytest.mark.parametrize(("spelling", "text", "expected"), SAID + MISSPELT)
def test_times_are_found(spelling: str, text: str, expected: list[When]) -> None:
    assert when(spelling, text) == expected


@pytest.mark.parametrize(("spelling", "text", "expected"), NOT_WHEN)
def test_other_numbers_and_words_are_no_times(
    spelling: str, text: str, expected: list[When]
) -> None:
    assert when(spelling, text) == expected == []


def test_a_holiday_of_both_countries_has_one_place_in_the_text() -> None:
    text = "на новый год открыто?"
    found = find(words(text, "ru"), SPELLINGS["ru"])
    assert {text[entity.start : entity.end] for entity in found} == {"новый год"}
    assert len(found) == 2
