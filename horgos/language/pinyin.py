"""Chinese as pinyin without tones."""

import re
import unicodedata
from functools import lru_cache

from horgos.language.letter_rules import ALPHABETS
from horgos.language.yaml_files import load_mapping

HAN_RUN = re.compile(r"[\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF]+")
LATIN_RUN = re.compile(r"[a-zü]+")
# Tones written as digits after the syllable (ni3 hao3), never after a digit.
TONE_DIGIT = re.compile(r"(?<=[a-zü])[1-5](?![0-9])")
LONGEST_SYLLABLE = 6
FILE = ALPHABETS / "pinyin.yml"


def pinyin_of(text: str) -> str:
    """Han characters as toneless syllables with a space between; the rest stays."""
    from pypinyin import lazy_pinyin  # its phrase tables are large: read when first needed

    read = HAN_RUN.sub(lambda run: f" {' '.join(lazy_pinyin(run[0], v_to_u=False))} ", text)
    return " ".join(read.split())


def spaced_pinyin(text: str) -> str:
    """Typed pinyin without tones, one space between syllables; other words stay whole."""
    bare = TONE_DIGIT.sub("", _without_tones(text.lower()))
    return " ".join(LATIN_RUN.sub(lambda run: f" {_syllables(run[0])} ", bare).split())


def is_pinyin(word: str) -> bool:
    """Whether a lower-case word without tones is made of pinyin syllables."""
    return bool(_cut(word.replace("'", "").replace("ü", "v")))


def _without_tones(text: str) -> str:
    bare = "".join(
        character
        for character in unicodedata.normalize("NFD", text)
        if character not in "\u0304\u0301\u030c\u0300"
    )
    return unicodedata.normalize("NFC", bare).replace("ü", "v")


def _syllables(word: str) -> str:
    return " ".join(_cut(word) or (word,))


@lru_cache(maxsize=8192)
def _cut(word: str) -> tuple[str, ...] | None:
    """The fewest syllables that make up the word; None when it is no pinyin."""
    best: list[tuple[str, ...] | None] = [()]
    for end in range(1, len(word) + 1):
        candidates = [
            (*before, word[start:end])
            for start in range(max(0, end - LONGEST_SYLLABLE), end)
            if (before := best[start]) is not None and word[start:end] in _inventory()
        ]
        best.append(min(candidates, key=len) if candidates else None)
    return best[-1]


@lru_cache(maxsize=1)
def _inventory() -> frozenset[str]:
    """Every syllable standard Chinese writes."""
    return frozenset(load_mapping(FILE)["syllables"].split())
