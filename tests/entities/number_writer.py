"""Writes numbers in words, for tests only: the readers must not share its rules."""

from __future__ import annotations

_HAN = "零一二三四五六七八九"
_RUSSIAN_SMALL = (
    "один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать "
    "четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать"
)
_RUSSIAN_TENS = "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто"
_RUSSIAN_HUNDREDS = "сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот"
_KAZAKH_SMALL = "бір екі үш төрт бес алты жеті сегіз тоғыз"
_KAZAKH_TENS = "он жиырма отыз қырық елу алпыс жетпіс сексен тоқсан"
_ENGLISH_SMALL = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"


def chinese(number: int) -> str:
    """1 to 99,999,999, as a bank would read it out: 一万零五百."""
    high, low = divmod(number, 10_000)
    if not high:
        return _section(low)
    text = _section(high) + "万"
    if low:
        text += ("零" if low < 1000 else "") + _section(low)
    return text


def _section(number: int) -> str:
    text, pending = "", False
    for unit, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            text += ("零" if pending and text else "") + _HAN[digit] + sign
            pending = False
        else:
            pending = True
    return text


def russian(number: int) -> str:
    """1 to 999,999 in the nominative."""
    thousands, rest = divmod(number, 1000)
    parts = []
    if thousands:
        parts = [*_russian_below_thousand(thousands), _thousand_form(thousands)]
        parts = [{"один": "одна", "два": "две"}.get(part, part) for part in parts]
    return " ".join(parts + _russian_below_thousand(rest))


def _thousand_form(count: int) -> str:
    if count % 100 in range(11, 15) or count % 10 in {0, *range(5, 10)}:
        return "тысяч"
    return "тысяча" if count % 10 == 1 else "тысячи"


def _russian_below_thousand(number: int) -> list[str]:
    hundreds, rest = divmod(number, 100)
    parts = [_RUSSIAN_HUNDREDS.split()[hundreds - 1]] if hundreds else []
    if rest >= 20:
        parts.append(_RUSSIAN_TENS.split()[rest // 10 - 2])
        rest %= 10
    return parts + ([_RUSSIAN_SMALL.split()[rest - 1]] if rest else [])


def kazakh(number: int) -> str:
    """1 to 999,999."""
    thousands, rest = divmod(number, 1000)
    parts = [*_kazakh_below_thousand(thousands), "мың"] if thousands else []
    return " ".join(parts + _kazakh_below_thousand(rest))


def _kazakh_below_thousand(number: int) -> list[str]:
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    parts = [_KAZAKH_SMALL.split()[hundreds - 1], "жүз"] if hundreds else []
    parts += [_KAZAKH_TENS.split()[tens - 1]] if tens else []
    return parts + ([_KAZAKH_SMALL.split()[ones - 1]] if ones else [])


def english(number: int) -> str:
    """1 to 999,999."""
    thousands, rest = divmod(number, 1000)
    parts = [*_english_below_thousand(thousands), "thousand"] if thousands else []
    return " ".join(parts + _english_below_thousand(rest))


def _english_below_thousand(number: int) -> list[str]:
    hundreds, rest = divmod(number, 100)
    parts = [_ENGLISH_SMALL.split()[hundreds - 1], "hundred"] if hundreds else []
    if rest >= 20:
        parts.append(_ENGLISH_TENS.split()[rest // 10 - 2])
        rest %= 10
    return parts + ([_ENGLISH_SMALL.split()[rest - 1]] if rest else [])
