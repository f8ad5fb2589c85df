"""The smallest parts of a message that a lexicon entry may be made of.

Words are cut further than a tokenizer may: Han characters stand alone (where a word ends depends
on its neighbours, and a phrase table cannot know them), digits part from letters (8k, 6500юаней),
pinyin into syllables. Hyphens and
apostrophes before letters vanish, so that Алма-Ата and Алма Ата, I'm and im are alike.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from horgos.entities.kazakh import is_ending
from horgos.language.pinyin import is_pinyin, spaced_pinyin
from horgos.language.reading import canonical
from horgos.language.spelling import Certainty, Spelling
from horgos.language.tokens import Word, is_han

AtomKind = Literal["letters", "han", "pinyin", "number", "time", "date", "mark"]


@dataclass(frozen=True)
class Atom:
    """A part of a message.

    Attributes:
        reading: canonical; for a pinyin syllable with PINYIN before it.
        plain: lower case without any conversion: a Latin word in a Russian message.
        kind: what it is made of.
        start: where it begins in the message.
        end: where it ends in the message.
        capitals: typed in capital letters throughout.
        word: number of the word it belongs to, as the tokenizer cut it.
    """

    reading: str
    plain: str
    kind: AtomKind
    start: int
    end: int
    capitals: bool
    word: int


PINYIN = "~"
"""Set before a pinyin syllable, so that it is not taken for an English or Russian word."""

_PARTS = re.compile(
    r"(?P<date>(?<!\d)(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}(?P<sep>[-./])\d{1,2}(?P=sep)(?:\d{4}|\d{2}))(?!\d))"
    r"|(?P<time>(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d)|(?<![\d-])\d{1,2}-00(?!\d|-\d))"
    r"|(?P<number>\d+(?:[.,']\d+|，\d{3}(?!\d))*)"
    r"|(?P<letters>(?:[^\W\d_][\u0300-\u036f\u064b-\u0652]*)+)"
    r"|(?P<mark>\S)"
)
# In chats 4 is ч and 6 is ш, at the beginning of a word before a vowel (4asov, 6apka, but 4kg) and
# inside one (ve4era, tysya4), unless what follows is said of a number: 4utra, do6vechera, sagat6da.
_AFTER_NUMBER = (
    r"utra|ve[c4]|dn[iyj]|no[c4]|[c4]h?as|tenge|yua|[kt]g|evro|eur|apr|avg|aug|okt|oct|adam|ai|ay"
    r"|(?:da|ga|te)n?(?![a-z])"
)
_CHAT_LETTER = rf"(?<!\w)(?:4(?=[aeiou]|to)|6(?=[aeou]))(?![46](?:{_AFTER_NUMBER}))"
_CHAT_WORD = (
    rf"{_CHAT_LETTER}[a-z]+(?:[46][a-z]+)*"
    rf"|[a-z]+(?:[46](?!{_AFTER_NUMBER})[a-z]+)+"
    r"|[a-z]{3,}4(?!\w)"
)
# In romanised Russian and Kazakh an apostrophe is a soft sign or a part of a letter.
_PARTS_WITH_APOSTROPHE = re.compile(
    _PARTS.pattern.replace(
        r"(?P<letters>", rf"(?P<letters>(?:[^\W\d_]+')+(?:[^\W\d_]+)?|{_CHAT_WORD}|"
    ).replace(r"(?P<number>", rf"(?P<number>(?!{_CHAT_LETTER})")
)


def atoms_of(words: Sequence[Word], spelling: Spelling) -> tuple[Atom, ...]:
    """Cut the words of a message into atoms, in order."""
    found: list[Atom] = []
    for chunk, number in _chunks(words):
        if is_han(chunk.text[0]):
            found.extend(_han_atoms(chunk, number, spelling))
        else:
            found.extend(_other_atoms(chunk, number, spelling))
    atoms = _without_hyphens(found)
    return tuple(_with_endings(atoms) if spelling.language == "kk" else atoms)


def _chunks(words: Sequence[Word]) -> Iterator[tuple[Word, int]]:
    """Chinese words as they are; other words joined again with those they touch."""
    pending: Word | None = None
    begun = 0
    for number, word in enumerate(words):
        han = is_han(word.text[0])
        if pending is not None and not han and word.start == pending.end:
            pending = Word(pending.text + word.text, pending.start, word.end)
            continue
        if pending is not None:
            yield pending, begun
        pending, begun = (None, 0) if han else (word, number)
        if han:
            yield word, number
    if pending is not None:
        yield pending, begun


def _han_atoms(word: Word, number: int, spelling: Spelling) -> Iterator[Atom]:
    for at, char in enumerate(word.text, start=word.start):
        reading = canonical(char, spelling)
        yield Atom(reading, reading, "han", at, at + 1, False, number)


def _other_atoms(chunk: Word, number: int, spelling: Spelling) -> Iterator[Atom]:
    simple = "".join(map(_simple, chunk.text))
    romanised = spelling.script == "Latn" and spelling.language in {"ru", "kk"}
    for part in (_PARTS_WITH_APOSTROPHE if romanised else _PARTS).finditer(simple):
        kind = part.lastgroup
        if kind == "letters":
            yield from _letter_atoms(chunk, part, number, spelling)
        elif kind is not None:
            start, end = chunk.start + part.start(), chunk.start + part.end()
            yield Atom(part[0], part[0], kind, start, end, False, number)  # type: ignore[arg-type]


def _letter_atoms(
    chunk: Word, part: "re.Match[str]", number: int, spelling: Spelling
) -> Iterator[Atom]:
    typed = chunk.text[part.start() : part.end()]
    start, end = chunk.start + part.start(), chunk.start + part.end()
    plain = part[0]
    is_pinyin = spelling.language == "zh" and spelling.script == "Latn"
    if is_pinyin and spelling.certainty >= Certainty.LIKELY and plain.isascii():
        syllables = spaced_pinyin(plain).split()
        if "".join(syllables) == plain:
            yield from _syllable_atoms(syllables, start, number)
            return
    reading = canonical(typed, spelling)
    yield Atom(reading, plain, "letters", start, end, typed.isupper(), number)


def _syllable_atoms(syllables: Sequence[str], start: int, number: int) -> Iterator[Atom]:
    for syllable in syllables:
        end = start + len(syllable)
        marked = PINYIN + syllable
        plain = marked if is_pinyin(syllable) else syllable  # rmb, w
        yield Atom(marked, plain, "pinyin", start, end, False, number)
        start = end


def _without_hyphens(atoms: Sequence[Atom]) -> Iterator[Atom]:
    """Drop a hyphen or an apostrophe that ties letters to what is before it."""
    for at, atom in enumerate(atoms):
        inside = atom.reading in {"-", "'"} and 0 < at < len(atoms) - 1
        if (
            inside
            and atoms[at - 1].end == atom.start
            and atoms[at + 1].start == atom.end
            and atoms[at + 1].kind == "letters"
        ):
            continue
        yield atom


def _with_endings(atoms: Iterable[Atom]) -> Iterator[Atom]:
    """Put a Kazakh ending that a hyphen parts from its word back to it: АҚШ-тың."""
    kept: Atom | None = None
    for atom in atoms:
        if kept is not None and _is_ending_of(kept, atom):
            yield replace(
                kept,
                reading=kept.reading + atom.reading,
                plain=kept.plain + atom.plain,
                end=atom.end,
            )
            kept = None
            continue
        if kept is not None:
            yield kept
        kept = atom
    if kept is not None:
        yield kept


def _is_ending_of(word: Atom, after: Atom) -> bool:
    is_parted = after.start == word.end + 1 and after.word == word.word
    return is_parted and word.kind == after.kind == "letters" and is_ending(after.reading)


@lru_cache(maxsize=4096)
def _simple(char: str) -> str:
    """The character in lower case, digits and marks as ASCII; always one character."""
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    if char == "，":
        return char  # a comma between clauses; ASCII commas group thousands
    if char in "’ʼ‘`":
        return "'"
    folded = unicodedata.normalize("NFKC", char).lower()
    return folded if len(folded) == 1 else char
