"""The part of the vocabulary that the guide's writing systems need.

XLM-R knows some hundred languages; the tokenizer's pieces with letters of other scripts than
ours are left out (71,000 of 250,000), which saves a third of its memory and loading time. Texts
in our scripts get the same tokens as before; letters of other scripts become unknown tokens.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache

SCRIPTS = {
    "Latn": "LATIN",
    "Cyrl": "CYRILLIC",
    "Arab": "ARABIC",
    "Hans": "CJK",
    "Hant": "CJK",
}
"""How Unicode names the letters of a script in languages.yml (ISO 15924); a test compares."""
_OF_ALL_SCRIPTS = ("COMBINING", "MODIFIER", "IDEOGRAPHIC")


def kept_pieces(pieces: Sequence[tuple[str, float]]) -> list[int]:
    """Old ids of the pieces that stay, in their order; a piece's new id is its place."""
    return [number for number, (text, _) in enumerate(pieces) if all(map(_is_ours, text))]


@cache
def _is_ours(character: str) -> bool:
    """Whether a character is no letter, or a letter (or vowel sign) of one of our scripts."""
    if unicodedata.category(character)[0] not in "LM":
        return True
    return unicodedata.name(character, "").startswith((*SCRIPTS.values(), *_OF_ALL_SCRIPTS))
