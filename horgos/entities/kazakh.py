"""Kazakh endings, on words in the canonical reading (Kazakh letters folded: і is и, қ is к)."""

import re
from collections.abc import Container
from typing import Literal

Ending = Literal[
    "bare",
    "from",
    "we_from",
    "dweller",
    "we_dwellers",
    "people",
    "we_are",
    "at",
    "own",
    "theirs",
    "case",
]
"""What the endings of a word say.

from: Алматыдан. we_from: Алматыданбыз. dweller: алматылық. we_dwellers: алматылықпыз and
алматылықтар. people: қытайлар. we_are: қытаймын. at: бесте, беске. own: кітабы, without a case.
theirs: қытайдікі, of whom or where a thing is. case: any other ending.
"""

# In this order endings follow each other. Front and back vowels are not told apart: the
# Arabic and Latin readings do not always know which it is.
_ENDINGS = re.compile(
    r"(?P<dweller>[лдт][ыи]?к(?![ыи]))?"  # not қытайдікі, the one of China
    r"(?P<plural>[лдт][ае]р)?"
    r"(?P<possessive>[ыи]?(?:м[ыи]з|н[ыи]з)|[ыи]?м|[ыи]н|с?[ыи])?"
    r"(?:(?P<ablative>[дтн][ае]н)"
    r"|(?P<place>[гк][ае]|н?[дт][ае])"
    r"|(?P<theirs>[ндт][ыи]к[ыи])"
    r"|(?P<case>[дт][ае]й|[ндт][ыи]н|н?[дт][ае]г[ыи]|[ндт][ыи]|[мбп]ен|н?[ае]))?"
    r"(?P<person>[мбп][ыи]н|[мбп][ыи]з|с[ыи]н|с[ыи]з)?"
    r"(?P<question>[мбп][ае])?"
)
_SHORTEST_STEM = 2


def stem_of(word: str, stems: Container[str]) -> tuple[str, Ending] | None:
    """The longest known stem of a word and what its endings say.

    Args:
        word: in the canonical reading.
        stems: the stems to look for, in the same reading.

    Returns:
        None when no known stem with proper endings makes the word.
    """
    for length in range(len(word) - 1, _SHORTEST_STEM - 1, -1):
        stem = word[:length]
        if stem in stems:
            endings = _ENDINGS.fullmatch(word, length)
            if endings is not None:
                return stem, _meaning(endings)
    return None


def is_ending(letters: str) -> bool:
    """Whether letters are nothing but endings, such as a hyphen may part from a name."""
    return len(letters) > 1 and _ENDINGS.fullmatch(letters) is not None


def ending_of(ending: str) -> Ending:
    """What an ending says that stands by itself, as after digits: 9-да."""
    endings = _ENDINGS.fullmatch(ending)
    return "bare" if endings is None else _meaning(endings)


def _meaning(endings: re.Match[str]) -> Ending:
    has_person = endings["person"] is not None
    if endings["ablative"] is not None:
        return "we_from" if has_person else "from"
    if endings["dweller"] is not None:
        return "we_dwellers" if has_person or endings["plural"] is not None else "dweller"
    if endings["plural"] is not None:
        return "people"
    if has_person:
        return "we_are"
    if endings["theirs"] is not None:
        return "theirs"
    if endings["place"] is not None:
        return "at"
    return "own" if endings["possessive"] is not None and endings["case"] is None else "case"
