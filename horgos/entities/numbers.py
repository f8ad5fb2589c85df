"""Numbers in a message: digits, words of four languages, and both mixed."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from horgos.entities.atoms import PINYIN
from horgos.entities.chinese_numbers import ABOUT_ONE, BIG_UNITS, DIGITS, UNITS, parse_chinese
from horgos.entities.digits import parse_digits
from horgos.entities.kazakh import ending_of
from horgos.entities.number_words import NumberWords
from horgos.entities.spaced_numbers import spaced_number
from horgos.entities.terms import Term

# Shorter words are found inside other words by chance.
_SHORTEST_PART = 3

# Numerals in pinyin; a number never begins with one of the last row.
_FIRST_SYLLABLES = {
    **{"yi": "一", "er": "二", "liang": "两", "san": "三", "si": "四"},
    **{"wu": "五", "liu": "六", "qi": "七", "ba": "八", "jiu": "九"},
}
_SYLLABLES = {
    **_FIRST_SYLLABLES,
    **{"ling": "零", "shi": "十", "bai": "百", "qian": "千", "wan": "万"},
}
# Ten sounds like "is": it begins a number only before an hour or a month, shi er dian.
_TEN = f"{PINYIN}shi"
_AFTER_TEN = frozenset({f"{PINYIN}dian", f"{PINYIN}yue"})
# Below it a number is an hour.
_LEAST_SUM = 100
_LETTER_UNITS = {"k": "千", "w": "万"}


def merge_numbers(terms: Sequence[Term], words: NumberWords, is_kazakh: bool) -> tuple[Term, ...]:
    """Replace the terms that make a number by one term with its value.

    Args:
        terms: of the message.
        words: the number words.
        is_kazakh: whether words that mean other things in Russian are numbers.
    """
    terms = tuple(part for term in terms for part in _parted(term, words))
    merged: list[Term] = []
    at = 0
    while at < len(terms):
        found = (
            _lettered(terms, at)
            or _chinese(terms, at)
            or _inverted(terms, at, words)
            or spaced_number(terms, at, words, is_kazakh)
        )
        if found is None:
            term = terms[at]
            merged.append(replace(term, label="MARK") if term.label == "NUMBER" else term)
            at += 1
            continue
        value, taken = found
        if is_kazakh and _has_suffix(terms[at + taken - 1 :], value, words):
            taken += 1
            suffix = ending_of(terms[at + taken - 1].atoms[0].reading)
            merged.append(replace(_number_term(terms[at : at + taken], value), ending=suffix))
        else:
            merged.append(_number_term(terms[at : at + taken], value))
        at += taken
    return tuple(merged)


def _parted(term: Term, words: NumberWords) -> Sequence[Term]:
    """Number words written as one, eighthundred, двадцатьпять, apart; else the term itself."""
    if term.known or len(term.atoms) != 1 or term.atoms[0].kind != "letters":
        return (term,)
    parts = _number_words_of(term.entry, words)
    if parts is None:
        return (term,)
    return tuple(replace(term, entry=part, known=True) for part in parts)


def _number_words_of(letters: str, words: NumberWords) -> tuple[str, ...] | None:
    """The two or more number words that make up the letters, the longest first."""
    for length in range(len(letters) - _SHORTEST_PART, _SHORTEST_PART - 1, -1):
        first, rest = letters[:length], letters[length:]
        if not _is_plain_number(first, words):
            continue
        if _is_plain_number(rest, words):
            return first, rest
        others = _number_words_of(rest, words)
        if others is not None:
            return first, *others
    return None


def _is_plain_number(letters: str, words: NumberWords) -> bool:
    word = words.words.get(letters)
    is_counted = word is not None and word.role in {"value", "hundred", "scale"}
    return is_counted and letters not in words.unclear


def _has_suffix(terms: Sequence[Term], value: Decimal, words: NumberWords) -> bool:
    """Whether a Kazakh ending follows the digits of the first term: 5000-ға, 12000 ға.

    One that stands apart belongs to a sum; small numbers are hours, which know their endings.
    """
    if len(terms) < 2 or len(terms[1].atoms) != 1 or terms[0].atoms[-1].kind != "number":
        return False
    before, after = terms[0].atoms[-1], terms[1].atoms[0]
    if after.word == before.word:
        return after.reading in words.suffixes
    return value >= _LEAST_SUM and after.reading in words.spaced_suffixes


def _number_term(parts: Sequence[Term], value: Decimal) -> Term:
    atoms = tuple(atom for part in parts for atom in part.atoms)
    ending = parts[-1].ending
    return Term(str(value), False, "NUMBER", ending, None, value, atoms)


def _lettered(terms: Sequence[Term], at: int) -> tuple[Decimal, int] | None:
    """8k5 is 8500 and 1w2 is 12000, as Chinese type 八千五 and 一万二."""
    parts = terms[at : at + 3]
    unit = _LETTER_UNITS.get(parts[1].atoms[0].plain) if len(parts) == 3 else None
    if unit is None or not (_touches(terms, at + 1) and _touches(terms, at + 2)):
        return None
    if parts[0].label != "NUMBER" or parts[2].label != "NUMBER":
        return None
    many, rest = parse_digits(parts[0].entry), parse_digits(parts[2].entry)
    read = parse_chinese([many, unit, rest]) if many is not None and rest is not None else None
    return (read[0], 3) if read is not None and read[1] == 3 else None


def _chinese(terms: Sequence[Term], at: int) -> tuple[Decimal, int] | None:
    """A number with Chinese numerals or units in it, in characters or in pinyin."""
    parts: list[str | Decimal] = []
    for term in terms[at : at + 24]:
        part = _chinese_part(term, not parts and not _begins_with_ten(terms, at))
        if part is None or (
            isinstance(part, Decimal) and parts and not _touches(terms, at + len(parts))
        ):
            break
        parts.append(part)
    if len(parts) < 2 and not (parts and isinstance(parts[0], str)):
        return None
    return parse_chinese(parts)


def _begins_with_ten(terms: Sequence[Term], at: int) -> bool:
    """Whether a term is the ten of shi dian or shi er yue."""
    first, *after = [term.atoms[0].reading for term in terms[at : at + 3]]
    if first != _TEN or not after:
        return False
    is_digit = after[0].removeprefix(PINYIN) in _FIRST_SYLLABLES
    return after[-1 if is_digit else 0] in _AFTER_TEN


def _chinese_part(term: Term, first: bool) -> str | Decimal | None:
    if term.label == "NUMBER":
        return parse_digits(term.entry.replace("，", ","))
    reading = term.atoms[0].reading
    if len(term.atoms) != 1:
        return None
    if reading.startswith(PINYIN):
        syllable = reading.removeprefix(PINYIN)
        return None if first and syllable not in _FIRST_SYLLABLES else _SYLLABLES.get(syllable)
    if first and reading == ABOUT_ONE:
        return reading
    return reading if reading in DIGITS or reading in UNITS or reading in BIG_UNITS else None


def _touches(terms: Sequence[Term], at: int) -> bool:
    return terms[at - 1].end == terms[at].start


def _inverted(terms: Sequence[Term], at: int, words: NumberWords) -> tuple[Decimal, int] | None:
    """Russian "тысяч девять", about nine thousand."""
    if terms[at].entry not in words.inverted:
        return None
    after = at + 1
    if after < len(terms) and terms[after].entry in words.inverted_links:
        after += 1
    count = spaced_number(terms, after, words, False) if after < len(terms) else None
    if count is None or count[0] >= 1000:
        return None
    return count[0] * words.words[terms[at].entry].amount, after - at + count[1]
