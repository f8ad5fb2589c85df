"""Numbers in a message: digits, words of four languages, and both mixed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from horgos.entities.atoms import PINYIN
from horgos.entities.chinese_numbers import ABOUT_ONE, BIG_UNITS, DIGITS, UNITS, parse_chinese
from horgos.entities.digits import parse_digits
from horgos.entities.kazakh import ending_of
from horgos.entities.lexicon_file import LEXICON, Language, Section, WordsByLanguage, load_lexicon
from horgos.entities.terms import Term
from horgos.entities.vocabulary import Vocabulary

Role = Literal["value", "hundred", "scale", "half", "join"]

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


_LEAST_SUM = 100
_LETTER_UNITS = {"k": "千", "w": "万"}


class NumberFile(Section):
    """``lexicon/numbers.yml``."""

    values: dict[Language, dict[str, Decimal]]
    hundreds: WordsByLanguage
    scales: dict[Language, dict[str, Decimal]]
    after_digits: dict[str, Decimal]
    halves: WordsByLanguage
    not_numbers: WordsByLanguage
    inverted: WordsByLanguage
    inverted_link: WordsByLanguage
    joins: WordsByLanguage
    suffixes: WordsByLanguage
    spaced_suffixes: WordsByLanguage
    unclear: tuple[str, ...]
    before_currency: tuple[str, ...]


@dataclass(frozen=True)
class NumberWord:
    """What a word does in a number, and by how much."""

    role: Role
    amount: Decimal


@dataclass(frozen=True)
class NumberWords:
    """The number words of the lexicon, by entry.

    ``currencies`` are known only when the money file has been read.
    """

    words: dict[str, NumberWord]
    after_digits: dict[str, Decimal]
    unclear: frozenset[str]
    inverted: frozenset[str]
    inverted_links: frozenset[str]
    suffixes: frozenset[str]
    spaced_suffixes: frozenset[str]
    before_currency: frozenset[str]
    currencies: frozenset[str] = frozenset()


@lru_cache(maxsize=1)
def _file() -> NumberFile:
    return load_lexicon(LEXICON / "numbers.yml", NumberFile)


def number_words(vocabulary: Vocabulary) -> NumberWords:
    """Take the number words into the vocabulary.

    Raises:
        LexiconError: the file is wrong.
    """
    file = _file()
    with_amounts: tuple[tuple[Role, dict[Language, dict[str, Decimal]]], ...] = (
        ("value", file.values),
        ("scale", file.scales),
    )
    alike: tuple[tuple[Role, Decimal, WordsByLanguage], ...] = (
        ("hundred", Decimal(100), file.hundreds),
        ("half", Decimal("0.5"), file.halves),
        ("join", Decimal(0), file.joins),
    )
    words = {
        vocabulary.add(word, language): NumberWord(role, amount)
        for role, amounts in with_amounts
        for language, by_word in amounts.items()
        for word, amount in by_word.items()
    }
    for role, amount, listed in alike:
        entries = vocabulary.add_words(listed)
        words.update(dict.fromkeys(entries, NumberWord(role, amount)))
    after = {vocabulary.add(word, "any"): amount for word, amount in file.after_digits.items()}
    vocabulary.add_words(file.not_numbers)
    unclear = frozenset(vocabulary.add(word, "any") for word in file.unclear)
    for numeral in (*DIGITS, *UNITS, *BIG_UNITS, ABOUT_ONE):
        vocabulary.add(numeral, "any")
    return NumberWords(
        words,
        after,
        unclear,
        inverted=frozenset(vocabulary.add_words(file.inverted)),
        inverted_links=frozenset(vocabulary.add_words(file.inverted_link)),
        suffixes=frozenset(vocabulary.add_words(file.suffixes)),
        spaced_suffixes=frozenset(vocabulary.add_words(file.spaced_suffixes)),
        before_currency=frozenset(vocabulary.add(word, "any") for word in file.before_currency),
    )


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
            or _spaced(terms, at, words, is_kazakh)
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
        part = _chinese_part(term, not parts)
        if part is None or (
            isinstance(part, Decimal) and parts and not _touches(terms, at + len(parts))
        ):
            break
        parts.append(part)
    if len(parts) < 2 and not (parts and isinstance(parts[0], str)):
        return None
    return parse_chinese(parts)


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
    count = _spaced(terms, after, words, False) if after < len(terms) else None
    if count is None or count[0] >= 1000:
        return None
    return count[0] * words.words[terms[at].entry].amount, after - at + count[1]


@dataclass
class _Sum:
    """How far a number in words has been read."""

    total: Decimal = Decimal(0)
    current: Decimal | None = None
    room: Decimal = Decimal("Infinity")  # what is added next must be smaller
    last_scale: Decimal | None = None
    certain: bool = False  # holds digits or a word that is nothing but a number
    count: int = 0
    after_scale: tuple[Decimal, int] | None = None  # value and end at the last scale


def _spaced(
    terms: Sequence[Term], at: int, words: NumberWords, is_kazakh: bool
) -> tuple[Decimal, int] | None:
    """A number in digits or in words of the languages that write spaces."""
    state = _Sum(certain=is_kazakh)
    taken = at
    while taken < len(terms):
        step = _digits_at(state, terms, taken, words) or _word_at(state, terms[taken], words)
        if not step:
            break
        taken += step
        if state.current is None and not _is_join(terms[taken - 1], words):
            state.after_scale = (state.total, taken)
    if _is_new_scale(state, terms, taken, words) and state.after_scale is not None:
        return state.after_scale[0], state.after_scale[1] - at
    while taken > at and _is_join(terms[taken - 1], words):
        taken -= 1
    is_number = state.certain or state.count > 1 or _counts_money(terms, at, taken, words)
    if taken == at or not is_number:
        return None
    return state.total + (state.current or Decimal(0)), taken - at


def _counts_money(terms: Sequence[Term], at: int, end: int, words: NumberWords) -> bool:
    """A word that may mean something else, but hardly before a currency: сотку баксов."""
    is_told = end < len(terms) and terms[end].entry in words.currencies
    return is_told and all(term.entry in words.before_currency for term in terms[at:end])


def _is_new_scale(state: _Sum, terms: Sequence[Term], at: int, words: NumberWords) -> bool:
    """One thousand, two thousand: what was read after the first scale begins a new number."""
    word = words.words.get(terms[at].entry) if at < len(terms) else None
    is_scale = word is not None and word.role == "scale"
    return is_scale and state.current is not None and state.last_scale is not None


def _is_join(term: Term, words: NumberWords) -> bool:
    word = words.words.get(term.entry)
    return word is not None and word.role == "join"


def _digits_at(state: _Sum, terms: Sequence[Term], at: int, words: NumberWords) -> int:
    """Read digits, groups of three parted by spaces included; how many terms that takes."""
    if terms[at].label != "NUMBER" or state.current is not None:
        return 0
    text, taken = terms[at].entry.replace("，", ","), 1
    while at + taken < len(terms) and _continues(text, terms[at + taken - 1], terms[at + taken]):
        text += terms[at + taken].entry
        taken += 1
    value = parse_digits(text)
    if value is None or (state.last_scale is not None and not 100 <= value < state.last_scale):
        return 0
    state.current, state.certain, state.room = value, True, Decimal(1)
    state.count += 1
    if at + taken < len(terms) and terms[at + taken].start == terms[at + taken - 1].end:
        return taken + _scale_after_digits(state, terms[at + taken], words)
    if at + taken < len(terms) and len(terms[at + taken].entry) == 1:
        return taken + _spaced_scale(state, terms, at + taken, words)
    return taken


def _spaced_scale(state: _Sum, terms: Sequence[Term], at: int, words: NumberWords) -> int:
    """Read the letter of "8 k"."""
    letter = terms[at].atoms[0].plain
    return _scale_after_digits(state, terms[at], words) if letter in {"k", "к"} else 0


def _scale_after_digits(state: _Sum, term: Term, words: NumberWords) -> int:
    scale = words.after_digits.get(term.atoms[0].plain)
    if scale is None:
        return 0
    _multiply(state, scale)
    return 1


def _continues(text: str, before: Term, after: Term) -> bool:
    """Whether a group of three digits continues a number: 6 500, 1 250 000,50."""
    if after.label != "NUMBER" or after.start - before.end != 1 or not text.isdigit():
        return False
    if len(before.entry) != 3 and len(before.entry) != len(text):
        return False
    whole = after.entry.split(",")[0].split(".")[0]
    return len(text) <= 9 and len(before.entry) <= 3 and len(whole) == 3 and text[0] != "0"


def _word_at(state: _Sum, term: Term, words: NumberWords) -> int:
    """Read one number word; 1 when it continues the number, else 0."""
    word = words.words.get(term.entry)
    if word is None or term.ending == "own" or not _fits(state, word):
        return 0
    if word.role == "scale":
        _multiply(state, word.amount)
    elif word.role == "hundred":
        state.current = (state.current or Decimal(1)) * 100
        state.room = Decimal(100)
    elif word.role == "half":
        _add_half(state)
    elif word.role == "value":
        state.current = (state.current or Decimal(0)) + word.amount
        state.room = _room_after(word.amount)
    if word.role != "join":
        state.count += 1
        state.certain = state.certain or term.entry not in words.unclear
    return 1


def _fits(state: _Sum, word: NumberWord) -> bool:
    if word.role == "value":
        return word.amount < state.room
    if word.role == "hundred":
        most = 100 if state.last_scale is None else 10  # fifteen hundred; not after a thousand
        return state.current is None or (
            1 <= state.current < most and state.current == int(state.current)
        )
    if word.role == "scale":
        return state.last_scale is None or (
            state.current is not None and word.amount < state.last_scale
        )
    return state.count > 0


def _room_after(amount: Decimal) -> Decimal:
    """Twenty may be followed by one to nine, two hundred by all below a hundred."""
    for step in (Decimal(100), Decimal(10)):
        if amount >= step and amount % step == 0:
            return step
    return Decimal(1)


def _multiply(state: _Sum, scale: Decimal) -> None:
    state.total += (Decimal(1) if state.current is None else state.current) * scale
    state.current, state.room, state.last_scale = None, scale, scale


def _add_half(state: _Sum) -> None:
    if state.current is None and state.last_scale is not None:
        state.total += state.last_scale / 2
    else:
        state.current = (state.current or Decimal(0)) + Decimal("0.5")
