"""Russian words with Kazakh endings, as in выходнойда: who writes them writes Kazakh."""

from functools import cache, lru_cache

from horgos.language.everyday import FILE, in_every_spelling
from horgos.language.profiles import common_words
from horgos.language.reading import fold
from horgos.language.yaml_files import load_mapping, words_at

SHORTEST_STEM = 4
STEMS = {"Cyrl": "ru", "Latn": "ru-translit"}
ENDINGS = {"Cyrl": "kk-letterless", "Latn": "kk-makeshift"}


@lru_cache(maxsize=16384)
def has_kazakh_ending(script: str, word: str) -> bool:
    """Whether a lower-case word is a common Russian one with a Kazakh ending, and no other word."""
    if script not in STEMS:
        return False
    folded = fold(word)
    if word in _whole_words(script):
        return False
    stems, endings = common_words()[STEMS[script]], _endings(script)
    cuts = range(SHORTEST_STEM, len(folded))
    return any(word[:cut] in stems and folded[cut:] in endings for cut in cuts)


@cache
def _whole_words(script: str) -> frozenset[str]:
    names = ("kk", "ru") if script == "Cyrl" else ("en", "ru-translit")
    return frozenset().union(*(common_words()[name] for name in names))


@cache
def _endings(script: str) -> frozenset[str]:
    listed = words_at(FILE, load_mapping(FILE), "kazakh_endings")
    return in_every_spelling({"kk": listed, "ru": []})[ENDINGS[script]]
