"""One spelling per language, for the understanding: whatever script a message was typed in."""

import re
from dataclasses import dataclass

from horgos.language.chinese import to_simplified
from horgos.language.kazakh_arabic import from_arabic
from horgos.language.letters import plain
from horgos.language.pinyin import pinyin_of, spaced_pinyin
from horgos.language.romanised import cyrillic_reading
from horgos.language.spelling import Certainty, Spelling

# Kazakh letters as people without a Kazakh keyboard type them.
FOLD = str.maketrans("әғқңөұүһіё", "агкноууxие".replace("x", "х"))
ARABIC = re.compile(r"[\u0620-\u06FF]")
HAN = re.compile(r"[\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF]")
LATIN = re.compile(r"[a-z\u00C0-\u024F]")
ROMANISED = ("ru", "kk")


@dataclass(frozen=True)
class Readings:
    """A message as the models read it.

    Attributes:
        spelled: In the letters of its language, see ``spelled``; for a model that knows words.
        letters: The canonical reading, then others worth having beside it; for a model that
            looks at letters.
    """

    spelled: str
    letters: tuple[str, ...]


def canonical(text: str, spelling: Spelling) -> str:
    """The text in its language's one spelling, lower case.

    Traditional Chinese becomes Simplified; Kazakh in Arabic or Latin letters and romanised Russian
    become Cyrillic; Kazakh letters become the Russian ones people type instead. A single word
    given with the spelling of the whole message yields that word's part of the whole.

    Args:
        text: a message or a word of it.
        spelling: of the whole message.
    """
    return fold(spelled(text, spelling))


def spelled(text: str, spelling: Spelling) -> str:
    """The canonical reading before its Kazakh letters and ё are folded; of the same length.

    What a model has learnt of Kazakh it has learnt from words with their own letters.

    Args:
        text: a message or a word of it.
        spelling: of the whole message.
    """
    text = plain(text)
    if HAN.search(text):
        text = to_simplified(text)
    if ARABIC.search(text):
        text = from_arabic(text)
    if spelling.script == "Latn" and spelling.language in ROMANISED:
        text = cyrillic_reading(text, spelling.language)
    return text


def fold(cyrillic: str) -> str:
    """Lower-case Cyrillic with the Kazakh letters and ё as on a bare Russian keyboard."""
    return cyrillic.translate(FOLD)


def readings(text: str, spelling: Spelling) -> Readings:
    """What the models read of a text, or of a part of what was ``spelled``.

    Beside the canonical reading, for Latin letters of Russian, Kazakh or an unsure language: the
    letters themselves and the Cyrillic readings. For Chinese characters: their pinyin without
    tones; for pinyin: the same, cut into syllables.
    """
    whole = spelled(text, spelling)
    found = [fold(whole)]
    simple = plain(text)
    if spelling.script == "Latn" and LATIN.search(simple):
        found += _latin_readings(simple, spelling)
    if HAN.search(simple):
        found.append(pinyin_of(found[0]))
    return Readings(whole, tuple(dict.fromkeys(found)))


def _latin_readings(simple: str, spelling: Spelling) -> list[str]:
    if spelling.language == "zh":
        return [spaced_pinyin(simple)]
    if spelling.language in ROMANISED and spelling.certainty >= Certainty.LIKELY:
        return [fold(simple)]
    if spelling.language == "en" and spelling.certainty >= Certainty.LIKELY:
        return []
    unsure = [simple, *(cyrillic_reading(simple, language) for language in ROMANISED)]
    return [fold(reading) for reading in unsure]
