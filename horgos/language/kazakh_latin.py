"""Kazakh in the Latin alphabet presented in January 2021, to and from Cyrillic."""

import re
from functools import lru_cache

from horgos.language.letter_rules import alphabet_rules
from horgos.language.romanised import cyrillic_reading

CYRILLIC_WORD = re.compile(r"[\u0400-\u052F]+")
# The alphabet tells ı (і) from i (и, й) in capitals too.
CAPITALS = str.maketrans({"i": "İ", "ı": "I"})


def to_latin(text: str) -> str:
    """Cyrillic Kazakh in Latin letters; everything else stays."""
    return CYRILLIC_WORD.sub(lambda match: _latin_word(match[0]), text)


def from_latin(text: str) -> str:
    """Latin Kazakh in Cyrillic, lower case, as far as the letters tell."""
    return cyrillic_reading(text, "kk")


@lru_cache(maxsize=8192)
def _latin_word(cyrillic: str) -> str:
    lower = cyrillic.lower()
    rules = alphabet_rules("kazakh_latin", "write")
    if cyrillic == lower:
        return rules.apply(lower)
    if len(cyrillic) > 1 and cyrillic.isupper():
        return _upper(rules.apply(lower))
    return "".join(
        _with_case(letter, rules.apply(lower[: end + 1]), rules.apply(lower[:end]))
        for end, letter in enumerate(cyrillic)
    )


def _with_case(letter: str, upto: str, before: str) -> str:
    """What one Cyrillic letter adds to the Latin word, capital if the letter is."""
    added = upto[len(before) :]
    return _upper(added[:1]) + added[1:] if letter.isupper() else added


def _upper(latin: str) -> str:
    return latin.translate(CAPITALS).upper()
