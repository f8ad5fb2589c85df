"""Reading Russian and Kazakh typed in Latin letters as Cyrillic."""

import re
from functools import lru_cache

from horgos.language.letter_rules import alphabet_rules

# Digits stand for letters in chats (4to, 6apka), so a word may hold them.
LATIN_WORD = re.compile(r"[0-9]*[A-Za-z\u00C0-\u024F\u0259ʹ][A-Za-z0-9\u00C0-\u024F\u0259'’`ʹ]*")


def cyrillic_reading(text: str, language: str) -> str:
    """Latin words read as Cyrillic ones, lower case; the rest stays.

    Args:
        text: what was typed.
        language: "ru" or "kk", whose spelling habits to assume.
    """
    return LATIN_WORD.sub(lambda match: _word(match[0], language), text)


@lru_cache(maxsize=8192)
def other_russian_reading(latin: str) -> str:
    """A Latin word read as those write Russian who take c for ц, j for й and w for в.

    Args:
        latin: one word, lower case.
    """
    return _word(alphabet_rules("romanised_otherwise", "ru").apply(latin), "ru")


@lru_cache(maxsize=8192)
def _word(latin: str, language: str) -> str:
    return alphabet_rules("romanised", language).apply(lower_latin(latin))


def lower_latin(text: str) -> str:
    """Lower case where İ is i: Python's own adds a combining dot."""
    return text.replace("İ", "i").lower()
