"""Simplified and Traditional Chinese, by OpenCC's tables."""

from functools import cache, lru_cache

from opencc import OpenCC

# Unified ideographs, extension A, and compatibility ideographs.
HAN_BLOCKS = ((0x3400, 0x4DC0), (0x4E00, 0xA000), (0xF900, 0xFB00))


def to_traditional(text: str) -> str:
    """Simplified text as Hong Kong readers write it (OpenCC s2hk, phrases included)."""
    return str(_converter("s2hk").convert(text))


def to_simplified(text: str) -> str:
    """Every Traditional character replaced by its Simplified one, without regard to its word."""
    return text.translate(_simplified_of())


def script_of(text: str) -> str | None:
    """Hans or Hant by which writing has more characters of its own; None for a tie or none."""
    traditional = sum(map(_traditional_only().__contains__, text))
    simplified = sum(map(_simplified_only().__contains__, text))
    if traditional == simplified:
        return None
    return "Hant" if traditional > simplified else "Hans"


@cache
def _converter(configuration: str) -> OpenCC:
    return OpenCC(configuration)


@lru_cache(maxsize=1)
def _simplified_of() -> dict[int, str]:
    return _changed_by("t2s")


@lru_cache(maxsize=1)
def _traditional_only() -> frozenset[str]:
    # 着 (zhe) is Simplified and Hong Kong writing alike, as are 群, 床 and their kind: a
    # character that Simplified text keeps is no evidence of Traditional.
    return frozenset(map(chr, _simplified_of())) - frozenset(_simplified_of().values())


@lru_cache(maxsize=1)
def _simplified_only() -> frozenset[str]:
    # 里, 后, 台, 只 also stand in Traditional text: what Hong Kong writing keeps tells nothing.
    kept = frozenset("里后台只几面干系云于才布吃着了咸余")
    return frozenset(map(chr, _changed_by("s2hk"))) - kept


def _changed_by(configuration: str) -> dict[int, str]:
    """Characters a conversion changes when they stand alone, and what they become."""
    characters = [chr(code) for low, high in HAN_BLOCKS for code in range(low, high)]
    converted = _converter(configuration).convert("\n".join(characters)).split("\n")
    return {ord(old): new for old, new in zip(characters, converted, strict=True) if old != new}
