"""Words of visitors beside the counted ones, in every spelling (everyday.yml)."""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from horgos.language.kazakh_arabic import to_arabic
from horgos.language.kazakh_latin import to_latin
from horgos.language.letter_rules import ALPHABETS, rules_from
from horgos.language.reading import fold
from horgos.language.yaml_files import HERE, DataFileError, load_mapping, mapping_at

FILE = HERE / "everyday.yml"
SCHEMES = ALPHABETS / "makeshift_schemes.yml"
LONGEST_ENDING = 4
SHORTEST_WITH_ENDING = 5


@lru_cache(maxsize=1)
def everyday_words() -> dict[str, frozenset[str]]:
    """The words of each language profile, by its name.

    Raises:
        DataFileError: everyday.yml cannot be used.
    """
    listed = mapping_at(FILE, load_mapping(FILE), "words")
    words = {name: _split(listed.get(name), f"words: {name}") for name in listed}
    return in_every_spelling(words)


def in_every_spelling(words: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    """Words by profile, those of "kk" and "ru" also for the profiles respelt by rule."""
    kazakh, russian = frozenset(words["kk"]), frozenset(words["ru"])
    return {
        **{name: frozenset(spelled) for name, spelled in words.items()},
        "kk-letterless": _respelt(kazakh, fold),
        "kk-arab": _respelt(kazakh, to_arabic),
        "kk-latin": _respelt(kazakh, to_latin),
        "kk-makeshift": _makeshift(kazakh, "kk"),
        "ru-translit": _makeshift(russian, "ru"),
    }


@lru_cache(maxsize=16384)
def is_neutral(word: str) -> bool:
    """Whether a lower-case word says nothing about the language it stands in."""
    folded = fold(word)
    if folded in _shared() or folded in _names():
        return True
    ends = range(max(SHORTEST_WITH_ENDING, len(folded) - LONGEST_ENDING), len(folded))
    return any(folded[:end] in _names() for end in ends)


def without_names(han: str) -> str:
    """Chinese text without the names that stand in it."""
    for name in _names():
        han = han.replace(name, "")
    return han


def _respelt(words: Iterable[str], respell: Callable[[str], str]) -> frozenset[str]:
    """All in one text: thousands of calls would take seconds."""
    return frozenset(respell(" ".join(words)).split())


def _makeshift(words: Iterable[str], language: str) -> frozenset[str]:
    schemes = [
        rules_from(SCHEMES, f"{language}: {name}", entries)
        for name, entries in load_mapping(SCHEMES)[language].items()
    ]
    return frozenset[str]().union(*(_respelt(words, scheme.apply) for scheme in schemes))


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    return frozenset(map(fold, _split(load_mapping(FILE).get("names"), "names")))


@lru_cache(maxsize=1)
def _shared() -> frozenset[str]:
    return frozenset(map(fold, _split(load_mapping(FILE).get("shared"), "shared")))


def _split(entry: object, key: str) -> list[str]:
    if not isinstance(entry, str) or not entry:
        raise DataFileError(f"{FILE}: {key}: words with spaces between are expected")
    return entry.split()
