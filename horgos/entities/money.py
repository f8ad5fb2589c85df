"""Sums of money a message names, and whether they are spent or said to be the limit.

Cues are in ``lexicon/money.yml``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from babel.numbers import is_currency

from horgos.entities.lexicon import PhraseBook, lexicon
from horgos.entities.lexicon_file import LexiconError
from horgos.entities.patterns import Patterns
from horgos.entities.reader import read, vocab
from horgos.entities.sentence import Sentence
from horgos.entities.terms import Term
from horgos.entities.values import Entity, Money
from horgos.language.spelling import Spelling
from horgos.language.tokens import Word

_GROUPS = (
    "currency_after",
    "currency_before",
    "currency_unsaid",
    "thousand",
    "hundred_notes",
    "hundred",
    "ten_thousand",
    "asked",
    "pieces",
    "together",
    "range",
    "unit_after",
    "not_money",
    "weighed",
    "price",
    "limit",
    "figure_then_limit",
)
_CURRENCY_AFTER = ("currency_after", "thousand", "hundred_notes")
# Words that multiply the number before them: пять штук баксов, 三十张毛爷爷, 五嚿水, 两皮嘢.
_TIMES = {"thousand": 1000, "hundred_notes": 100, "hundred": 100, "ten_thousand": 10_000}
_WITHOUT_CURRENCY = ("currency_unsaid", "hundred", "ten_thousand")
_SURE = ("price", "limit", "figure_then_limit")
_LEAST_WITHOUT_CURRENCY = 100
_LEAST_PRICE_OF_GOODS = 20
# Longer runs of digits without a currency are telephone and document numbers.
_MOST_DIGITS = 8
_YEARS = range(1900, 2101)


@dataclass
class _Marks:
    """What the patterns say of the numbers of a message, by token."""

    currency: dict[int, int] = field(default_factory=dict)  # number -> token of its currency
    groups: dict[str, set[int]] = field(default_factory=dict)

    def has(self, group: str, token: int) -> bool:
        return token in self.groups.get(group, ())


@dataclass(frozen=True)
class _Context:
    """What a message is about: buying, a limit, or nothing but numbers."""

    buys: bool
    limits: bool
    is_all: bool


def find(words: tuple[Word, ...], spelling: Spelling) -> tuple[Entity, ...]:
    """The sums a message names, in order.

    Without a currency a number counts where it can hardly be anything else: from a hundred up,
    with goods, payment or a limit in the message, or as all there is (`8000?`).

    Args:
        words: of the message.
        spelling: of the message.
    """
    sentence = read(words, spelling)
    if all(term.number is None for term in sentence.terms):
        return ()
    marks = _marks(sentence)
    codes = _currency_codes()
    if spelling.script == "Arab":
        codes = {**codes, **_book().meaning("currency_in_arabic_letters")}
    return tuple(_entities(sentence, marks, codes))


def _marks(sentence: Sentence) -> _Marks:
    """Run the patterns; a currency belongs to the number before it, if there is one.

    台币五千元 are Taiwan dollars: 元 and 块 count any money that is named before them.
    """
    marks = _Marks()
    before: list[tuple[int, int]] = []
    for found in _patterns().find(sentence):
        if found.about is None:
            continue
        marks.groups.setdefault(found.name, set()).add(found.about)
        if found.name in _CURRENCY_AFTER:
            marks.currency.setdefault(found.about, found.end - 1)
        elif found.name == "currency_before":
            before.append((found.about, found.start))
    taken = set(marks.currency.values())
    plain = _book().lists["plain_unit"]
    for number, currency in before:
        after = marks.currency.get(number)
        is_open = after is None or sentence.term(after).entry in plain
        if is_open and currency not in taken:
            marks.currency[number] = currency
    _spread_over_ranges(marks, sentence)
    return marks


def _spread_over_ranges(marks: _Marks, sentence: Sentence) -> None:
    """5000-8000 yuan, 500 or 1000 euro limit: what is said of one figure is said of both."""
    for first in sorted(marks.groups.get("range", ()), reverse=True):
        second = next(
            token
            for token in range(first + 1, len(sentence.terms) + 1)
            if sentence.term(token).number is not None
        )
        if second in marks.currency:
            marks.currency.setdefault(first, marks.currency[second])
        for group in ("limit", "figure_then_limit"):
            limits = marks.groups.setdefault(group, set())
            if limits & {first, second}:
                limits.update((first, second))


def _entities(sentence: Sentence, marks: _Marks, codes: Mapping[str, str]) -> Iterator[Entity]:
    context = _context(sentence)
    for token, term in enumerate(sentence.terms, start=1):
        if term.number is None or term.number <= 0 or _is_lone_syllable(term):
            continue
        if marks.has("asked", token) or marks.has("weighed", token):
            continue
        if _is_counted(token, term.number, marks):
            continue
        currency = marks.currency.get(token)
        is_money = currency is not None or any(marks.has(one, token) for one in _WITHOUT_CURRENCY)
        if not is_money and not _is_plausible(token, sentence, marks, context):
            continue
        money = Money(
            amount=term.number * _times(marks, token),
            currency=None if currency is None else codes[sentence.term(currency).entry],
            role="limit" if _is_limit(token, sentence, marks) else "spent",
        )
        ends = [term] if currency is None else [term, sentence.term(currency)]
        start, end = min(part.start for part in ends), max(part.end for part in ends)
        yield Entity("money", money, start, end)


def _is_counted(token: int, number: Decimal, marks: _Marks) -> bool:
    """三块手表 are three watches, 三百块手表 a price; 一块去 is "go together"."""
    is_together = number == 1 and marks.has("together", token)
    return is_together or (number < _LEAST_PRICE_OF_GOODS and marks.has("pieces", token))


def _times(marks: _Marks, token: int) -> int:
    return next((times for group, times in _TIMES.items() if marks.has(group, token)), 1)


def _is_lone_syllable(term: Term) -> bool:
    """Pinyin "yi" in "zhongyi yuan" is more often a part of a word than the number one."""
    return len(term.atoms) == 1 and term.atoms[0].kind == "pinyin"


def _context(sentence: Sentence) -> _Context:
    lists = _book().lists
    entries = {term.entry for term in sentence.terms}
    return _Context(
        buys=not entries.isdisjoint(lists["spend"]),
        limits=not entries.isdisjoint(lists["limit"]),
        is_all=all(
            term.number is not None or term.entry in lists["filler"] for term in sentence.terms
        ),
    )


def _is_plausible(token: int, sentence: Sentence, marks: _Marks, context: _Context) -> bool:
    """Whether a number without a currency is money."""
    term = sentence.term(token)
    number = term.number
    if number is None or number < _LEAST_WITHOUT_CURRENCY or number != int(number):
        return False
    if marks.has("unit_after", token) or marks.has("not_money", token):
        return False
    if len(str(int(number))) > _MOST_DIGITS or _is_glued(token, sentence):
        return False
    if context.is_all or any(marks.has(group, token) for group in _SURE):
        return True
    if _looks_like_year(term):
        return context.buys and not _follows_year_word(token, sentence)
    return context.buys or context.limits


def _looks_like_year(term: Term) -> bool:
    return len(term.atoms) == 1 and term.atoms[0].reading.isdigit() and term.number in _YEARS


def _follows_year_word(token: int, sentence: Sentence) -> bool:
    before = token - 1
    year_words = _book().lists["short_year_words"]
    return not sentence.is_sentinel(before) and sentence.term(before).entry in year_words


def _is_glued(token: int, sentence: Sentence) -> bool:
    """Part of a code (G312, A380): letters touch it on the left."""
    if sentence.is_sentinel(token - 1):
        return False
    before, term = sentence.term(token - 1), sentence.term(token)
    return before.end == term.start and before.atoms[-1].kind == "letters"


def _is_limit(token: int, sentence: Sentence, marks: _Marks) -> bool:
    """Whether the message says the limit is this much.

    "Bought for 9000, limit?" is a question about a purchase, not a claim.
    """
    if marks.has("limit", token):
        return True
    spend = _book().lists["spend"]
    return marks.has("figure_then_limit", token) and not any(
        term.entry in spend for term in sentence.terms[: token - 1]
    )


def _book() -> PhraseBook:
    return lexicon().books["money"]


@lru_cache(maxsize=1)
def _currency_codes() -> dict[str, str]:
    """ISO 4217 code of every currency word, other entries that its "*" covers included.

    Raises:
        LexiconError: a code is none of ISO 4217.
    """
    book, vocabulary = _book(), lexicon().vocabulary
    codes: dict[str, str] = {}
    said = {**book.meaning("currency_after_number"), **book.meaning("currency")}
    for entry, code in said.items():
        if not is_currency(code):
            raise LexiconError(f"{book.path}: meanings.currency.{code}: not a code of ISO 4217")
        for covered in vocabulary.family([entry]):
            codes.setdefault(covered, code)
    codes.update(said)
    return codes


@lru_cache(maxsize=1)
def _patterns() -> Patterns:
    book = _book()
    book.require(_GROUPS)
    return Patterns(vocab(), lexicon().vocabulary, book.lists, book.groups)
