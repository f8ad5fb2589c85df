"""The number words of ``lexicon/numbers.yml``, by what they do in a number."""

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from horgos.entities.chinese_numbers import ABOUT_ONE, BIG_UNITS, DIGITS, UNITS
from horgos.entities.lexicon_file import LEXICON, Language, Section, WordsByLanguage, load_lexicon
from horgos.entities.vocabulary import Vocabulary

Role = Literal["value", "hundred", "scale", "half", "join"]


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
