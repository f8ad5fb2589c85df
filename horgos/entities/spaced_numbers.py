"""Numbers in digits or in words of the languages that write spaces: две тысячи 500, 6 500."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from horgos.entities.digits import parse_digits
from horgos.entities.number_words import NumberWord, NumberWords
from horgos.entities.terms import Term


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


def spaced_number(
    terms: Sequence[Term], at: int, words: NumberWords, is_kazakh: bool
) -> tuple[Decimal, int] | None:
    """The number that begins at a term, and how many terms it takes; None for none.

    Args:
        terms: of the message.
        at: where it may begin.
        words: the number words.
        is_kazakh: whether words that mean other things in Russian are numbers.
    """
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
