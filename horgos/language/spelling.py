"""What is known about how a message is written."""

from dataclasses import dataclass
from enum import IntEnum


class Certainty(IntEnum):
    """How far a guess at the language can be relied on.

    NONE: nothing to go by. WEAK: a guess. LIKELY: right some 95 times in 100.
    DECISIVE: letters or words that leave no doubt.
    """

    NONE = 0
    WEAK = 1
    LIKELY = 2
    DECISIVE = 3


@dataclass(frozen=True)
class Spelling:
    """Language and script of a message, as far as its letters tell.

    Attributes:
        language: "kk", "ru", "en" or "zh"; None when it is none of ours or cannot be told.
        script: ISO 15924 code of the letters typed: Latn, Cyrl, Arab, Hans or Hant. None for
            other scripts, for no letters, and for Chinese that is valid in both writings.
        makeshift: romanised Russian, pinyin, or Kazakh in Latin letters without the alphabet.
        certainty: of the language.
        words: how many words the guess rests on; two Han characters count as one.
    """

    language: str | None
    script: str | None
    makeshift: bool
    certainty: Certainty
    words: int


UNKNOWN = Spelling(language=None, script=None, makeshift=False, certainty=Certainty.NONE, words=0)
