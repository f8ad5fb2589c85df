"""Cutting a text into words of one script each."""

import re
from typing import NamedTuple

LATIN = "a-z\u00aa\u00ba\u00df-\u00f6\u00f8-\u024f\u0250-\u02af\u1e00-\u1eff"
CYRILLIC = "\u0400-\u052f\u1c80-\u1c88\u2de0-\u2dff\ua640-\ua69f"
ARABIC = "\u0620-\u063f\u0641-\u064a\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f"
HAN = "\u3005\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
KANA = "\u3041-\u30fa\u30fc-\u30ff"
MARKS = "\u0300-\u036f"
WORD = re.compile(
    f"(?P<Latn>[{LATIN}](?:['’ʻʼ`]?[{LATIN}{MARKS}])*)"
    f"|(?P<Cyrl>[{CYRILLIC}][{CYRILLIC}{MARKS}]*)"
    f"|(?P<Arab>[{ARABIC}][{ARABIC}\u0640\u064b-\u0652\u0654]*)"
    f"|(?P<Hani>[{HAN}]+)"
    f"|(?P<Kana>[{KANA}]+)"
    r"|(?P<Zzzz>[^\W\d_]+)"
)

LONGEST_WORD = 60
"""Letters. No word of ours is half as long with all its endings; what has more is a stuck key or an
attack, would cost time with the square of its length, and is read no further."""


class Word(NamedTuple):
    """A run of letters of one script.

    Attributes:
        text: the letters, lower case.
        script: Latn, Cyrl, Arab, Hani, Kana, or Zzzz for any other.
    """

    text: str
    script: str


def words_of(text: str) -> list[Word]:
    """The words of a lower-case text, in order."""
    return [Word(match[0], match.lastgroup or "Zzzz") for match in WORD.finditer(text)]
