"""Simplified and Traditional Chinese, by OpenCC's tables."""

import re
from functools import cache, lru_cache

from opencc import OpenCC

from horgos.language.yaml_files import HERE, DataFileError, load_mapping, words_at

SETTINGS = HERE / "detection.yml"
HONG_KONG = HERE / "hong_kong.yml"

# Unified ideographs, extension A, and compatibility ideographs.
HAN_BLOCKS = ((0x3400, 0x4DC0), (0x4E00, 0xA000), (0xF900, 0xFB00))


def to_traditional(text: str) -> str:
    """Simplified text as Hong Kong's pages write it: OpenCC s2hk, then ``hong_kong.yml``."""
    return str(_converter("s2hk").convert(text)).translate(_as_on_pages())


def to_simplified(text: str) -> str:
    """Every Traditional character replaced by its Simplified one, without regard to its word."""
    return text.translate(_simplified_of())


def script_of(text: str) -> str | None:
    """Hans or Hant by which writing has more characters of its own; None for a tie or none.

    Characters are told apart by the two writings' own standards, GB 2312 and Big5 (with Hong
    Kong's supplement), and by OpenCC's tables; words only Cantonese writers use decide where no
    character does.
    """
    traditional = sum(map(_traditional_only, text))
    simplified = sum(map(_simplified_only, text))
    if traditional != simplified:
        return "Hant" if traditional > simplified else "Hans"
    return "Hant" if _cantonese().search(text) else None


@cache
def _converter(configuration: str) -> OpenCC:
    return OpenCC(configuration)


@lru_cache(maxsize=1)
def _as_on_pages() -> dict[int, str]:
    pairs = words_at(HONG_KONG, load_mapping(HONG_KONG), "characters")
    for pair in pairs:
        if len(pair) != 2:
            raise DataFileError(f"{HONG_KONG}: characters: {pair!r}: write two, like 税稅")
    return {ord(pair[0]): pair[1] for pair in pairs}


@lru_cache(maxsize=1)
def _simplified_of() -> dict[int, str]:
    return _changed_by("t2s")


@cache
def _traditional_only(character: str) -> bool:
    return _is_in(character, "big5hkscs") and not _is_in(character, "gb2312")


@cache
def _simplified_only(character: str) -> bool:
    # Hong Kong's schools write 着, 税 and their kind as Simplified does; its supplement to Big5
    # does not tell, for it holds common Simplified characters too.
    return character in _unlike_hong_kong() and not _is_in(character, "big5")


@lru_cache(maxsize=1)
def _unlike_hong_kong() -> frozenset[str]:
    return frozenset(map(chr, _changed_by("s2hk")))


def _is_in(character: str, charset: str) -> bool:
    try:
        character.encode(charset)
    except UnicodeEncodeError:
        return False
    return True


@cache
def _cantonese() -> re.Pattern[str]:
    words = words_at(SETTINGS, load_mapping(SETTINGS), "cantonese")
    return re.compile("|".join(map(re.escape, words)))


def _changed_by(configuration: str) -> dict[int, str]:
    """Characters a conversion changes when they stand alone, and what they become."""
    characters = [chr(code) for low, high in HAN_BLOCKS for code in range(low, high)]
    converted = _converter(configuration).convert("\n".join(characters)).split("\n")
    return {ord(old): new for old, new in zip(characters, converted, strict=True) if old != new}
