"""Cutting a message of any script, or of several, into words.

Han characters are cut by jieba, everything else by spaCy's rules for the language: one
pipeline for all languages would cut Cyrillic into letters or leave Chinese sentences whole.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby

import jieba
import spacy
from spacy.language import Language

import horgos.language.kk  # noqa: F401  (registers Kazakh)
from horgos.language.chinese import to_simplified

# spaCy remembers every word it has seen. Beyond this many (some 50 MB) it starts afresh.
_MOST_STRINGS = 200_000


@dataclass(frozen=True)
class Word:
    """A word of a text: ``text == whole[start:end]``."""

    text: str
    start: int
    end: int


def words(text: str, language: str | None) -> tuple[Word, ...]:
    """Cut a text into words, numbers and punctuation marks.

    Args:
        text: what was typed, as it was typed.
        language: "kk", "ru", "en" or "zh" where known; decides which rules are used for
            letters that several languages share.

    Returns:
        The words in order. Only white space and control characters are left out.
    """
    found: list[Word] = []
    for han, start, run in script_runs(text):
        pieces = _cut_han(run) if han else _cut_letters(run, language)
        found.extend(Word(piece, start + at, start + at + len(piece)) for at, piece in pieces)
    return tuple(word for word in found if not _is_blank(word.text))


def is_han(char: str) -> bool:
    """Whether a character is a Chinese one (also 々 and 〇, which count as such)."""
    return (
        "\u4e00" <= char <= "\u9fff"
        or "\u3400" <= char <= "\u4dbf"
        or char in "々〇"
        or "\uf900" <= char <= "\ufaff"
        or "\U00020000" <= char <= "\U0003ffff"
    )


def script_runs(text: str) -> Iterator[tuple[bool, int, str]]:
    """Stretches of Han characters and of everything else, with their offsets."""
    start = 0
    for han, group in groupby(text, key=is_han):
        run = "".join(group)
        yield han, start, run
        start += len(run)


def _cut_han(run: str) -> Iterator[tuple[int, str]]:
    """Words of a run of Han characters; jieba's dictionary is a Simplified one."""
    plain = to_simplified(run)
    start = 0
    for piece in _jieba().cut(plain if len(plain) == len(run) else run):
        yield start, run[start : start + len(piece)]
        start += len(piece)


def _cut_letters(run: str, language: str | None) -> Iterator[tuple[int, str]]:
    """Words of a run without Han characters, each stretch by the rules of its script."""
    start = 0
    for code, stretch in _stretches(run, language):
        for token in _pipeline(code).tokenizer(stretch):
            yield start + token.idx, token.text
        if len(_pipeline(code).vocab.strings) > _MOST_STRINGS:
            _pipeline.cache_clear()
        start += len(stretch)


def _stretches(run: str, language: str | None) -> Iterator[tuple[str, str]]:
    """Cut at white space where the rules to use change."""
    code, begin, at = "", 0, 0
    for blank, group in groupby(run, key=str.isspace):
        chunk = "".join(group)
        wanted = None if blank else _rules_for(chunk, language)
        if wanted is not None and code and wanted != code:
            yield code, run[begin:at]
            begin = at
        code = wanted or code
        at += len(chunk)
    if at > begin:
        yield code or "en", run[begin:]


def _rules_for(chunk: str, language: str | None) -> str | None:
    """The language whose rules cut a chunk; None when it has no letters to tell by.

    Letters of several scripts in one word are slips of the keyboard: the most frequent decides.
    """
    scripts = [script for script in map(_script, chunk) if script is not None]
    if not scripts:
        return None
    script = max(dict.fromkeys(scripts), key=scripts.count)
    if script == "ARABIC" or language == "kk":
        return "kk"
    if script == "CYRILLIC" or language == "ru":
        return "ru"
    return "en"


@lru_cache(maxsize=4096)
def _script(char: str) -> str | None:
    """First word of a letter's Unicode name; None for what is no letter."""
    return unicodedata.name(char, "").partition(" ")[0] if char.isalpha() else None


def _is_blank(piece: str) -> bool:
    """White space and control characters only (also zero-width and direction marks)."""
    return all(char.isspace() or unicodedata.category(char) in {"Cc", "Cf"} for char in piece)


@cache
def _pipeline(code: str) -> Language:
    """Rules of spaCy for a language, read once."""
    return spacy.blank(code)


@cache
def _jieba() -> jieba.Tokenizer:
    """The cutter jieba, with its own dictionary, read once.

    Its ``initialize`` would log to the terminal and keep a marshalled copy in the shared
    temporary directory, where anyone may leave a file to be read by us.
    """
    cutter = jieba.Tokenizer()
    cutter.FREQ, cutter.total = cutter.gen_pfdict(cutter.get_dict_file())
    cutter.initialized = True
    return cutter
