"""Writing a language's text in another of its written forms, and reading it back."""

import re
from collections.abc import Callable

from horgos.language.chinese import to_simplified, to_traditional
from horgos.language.forms import WrittenForm
from horgos.language.kazakh_arabic import from_arabic, to_arabic
from horgos.language.kazakh_latin import from_latin, to_latin

# Addresses and placeholders are for machines: a comma or a letter changed breaks them.
KEEP = re.compile(
    r"https?://[^\s«»<>]+|www\.[^\s«»<>]+"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,190}"
    r"|\{[^{}\n]{0,80}\}"
    r"|(?<![\w-])[a-zA-Z0-9-]{1,63}\.(?:com|org|net|gov|kz|cn|ru|hk)\b(?:/[^\s«»<>]*)?"
)
WRITERS: dict[tuple[str, str], Callable[[str], str]] = {
    ("kk", "Arab"): to_arabic,
    ("kk", "Latn"): to_latin,
    ("zh", "Hant"): to_traditional,
}
READERS: dict[tuple[str, str], Callable[[str], str]] = {
    ("kk", "Arab"): from_arabic,
    ("kk", "Latn"): from_latin,
    ("zh", "Hant"): to_simplified,
}


def write(text: str, form: WrittenForm) -> str:
    """Text of the language's main form in the given form.

    Addresses and {placeholders} stay as they are; a form nobody converts to is returned unchanged.
    """
    return _convert(text, WRITERS.get((form.language, form.script)))


def read(text: str, form: WrittenForm) -> str:
    """Text of the given form in the language's main form: best effort, Kazakh in lower case."""
    return _convert(text, READERS.get((form.language, form.script)))


def _convert(text: str, convert: Callable[[str], str] | None) -> str:
    if convert is None:
        return text
    parts, end = [], 0
    for kept in KEEP.finditer(text):
        parts += [convert(text[end : kept.start()]), kept[0]]
        end = kept.end()
    return "".join([*parts, convert(text[end:])])
