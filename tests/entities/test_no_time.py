"""Numbers and words that are no day or hour, or that only tell of one."""

from __future__ import annotations

import pytest

from horgos.entities.values import When
from tests.entities.found import times

NOT_WHEN: list[tuple[str, str, list[When]]] = [
    ("en", "on paper I'm a German citizen now. My cousins say I can walk in", []),
    ("en", "the limit is 5. may i come", []),
    ("en", "ten tons, day to day, i remember", []),
    ("ru", "четверка друзей среди лавок", []),
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
    ("kk", "2 ай 3 күн болсам", []),
    ("kk", "10-нан астам дүкен", []),
    ("kk", "3-тен аспасын", []),
    ("kk", "балалардың бірі, үшеуі", []),
    ("kk", "кешеуілдеп қалдық", []),
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
    ("zh", "一周5天", []),
    ("zh", "每周5次", []),
    ("zh", "提两点意见", []),
    ("zh", "有两点要问", []),
    ("zh", "第一点", []),
    ("zh", "8点5公斤蜂蜜让带吗", []),
    ("zh", "10.4公斤", []),
    ("zh", "一名天津人，三名天才", []),
    ("pinyin", "zhouwei you shangdian ma", []),
    ("kk", "бүгінгі таңда жүк айналымы қандай", []),
    ("kk", "наурыз айында жел көп пе", []),
    ("kk", "ораза айт күні автобус жүре ме", []),  # no public holiday
    ("kk", "бірде келгенмін, бес он адам", []),
    ("kk", "отыз күннен кейін шығу керек пе", []),
    ("kk", "5 кг май, майда заттар, завтрак бар ма", []),
    ("kk", "өткен жұмада келдім", []),
    ("kk", "өткен аптаның сенбісінде", []),
    ("kk", "2012 жылдан қазірге дейін қанша адам келді", []),
    ("zh", "从2012年开到现在，每年多少游客", []),
    ("zh", "他十一岁了，买了十一个包，我要十一件", []),
    ("zh", "二十一去行吗，我们十一人去", []),
    ("pinyin", "gaoshu zuoye bu hui zuo", []),
    ("zh", "星期留下来", []),
    ("zh-Hant", "今個月開唔開", []),
    ("zh", "停留3天后要出去吗", []),
    ("zh", "有周六福吗", []),
    ("zh", "想买一点东西，有一点贵", []),
    ("pinyin", "wo shi yi ge ren, xiang mai yi dian dong xi", []),
    ("zh", "我叫李国庆", []),
    ("ru", "телефон 8-727-00-11, 20-30 кг", []),
    ("en", "last friday i lost my passport", []),
    ("en", "expired tuesday before last", []),
    ("en", "now i only have an Israeli passport", []),
    ("en", "but now I am German citizen", []),
    ("en", "how many times can i go in 7 days", []),
    ("en", "twice in a week?", []),
    ("en", "visa for 3 days", []),
    ("en", "in 45 days new passport", []),
    ("en", "price 15.50 for kilo", []),
    ("en", "open to day visitors", []),
    ("en", "go to night market", []),
    ("ru", "через 3 дня после въезда выезжать?", []),
    ("ru", "через 2 часа закроется?", []),
    ("ru", "раз в 3 дня можно?", []),
    ("ru", "прошлую субботу были", []),
    ("ru", "сейчас у меня паспорт РФ", []),
    ("ru", "курс 19.45", []),
    ("ru", "25.12 юаней", []),
    ("ru", "до 20 30 человек", []),
]


@pytest.mark.parametrize(("spelling", "text", "expected"), NOT_WHEN)
def test_other_numbers_and_words_are_no_times(
    spelling: str, text: str, expected: list[When]
) -> None:
    assert times(spelling, text) == expected == []
