"""Every country in four languages: its names, its people, its towns."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from babel import Locale

from horgos.entities.lexicon_file import (
    LEXICON,
    Language,
    LexiconError,
    Phrase,
    Section,
    load_lexicon,
)
from horgos.entities.russian import declined
from horgos.language.countries import COUNTRIES

LANGUAGES: tuple[Language, ...] = ("en", "ru", "kk", "zh")
# Kazakhs also know countries by their Russian names (Австралия is Аустралия); Taiwan and Hong Kong
# call many countries otherwise than the mainland does (寮國 is 老挝).
_LOCALES = {
    "en": ("en",),
    "ru": ("ru",),
    "kk": ("kk", "ru"),
    "zh": ("zh_Hans", "zh_Hant", "zh_Hant_HK"),
}
# Names that are everyday words in their language.
_EVERYDAY_WORDS = {("kk", "OM"), ("zh", "TG")}
# English makes the people's name by an s, unless it ends like one of these.
_NO_PLURAL = ("ese", "sh", "ch", "s", "z", "ss")


class CountryWords(Section):
    """What people call one country; see ``lexicon/countries/README.md``."""

    names: tuple[Phrase, ...] = ()
    capitals: tuple[Phrase, ...] = ()
    people: tuple[Phrase, ...] = ()
    adjectives: tuple[Phrase, ...] = ()
    ethnic: tuple[Phrase, ...] = ()
    settlers: tuple[Phrase, ...] = ()
    short: tuple[Phrase, ...] = ()
    places: tuple[Phrase, ...] = ()


class Homographs(Section):
    """``lexicon/homographs.yml``."""

    __root__: dict[Language, tuple[Phrase, ...]]


class Countries(Section):
    """One file of ``lexicon/countries``."""

    __root__: dict[str, CountryWords]


@dataclass(frozen=True)
class Mention:
    """A way to mention a country.

    Attributes:
        phrase: as written in the lexicon, may end in "*".
        label: NAME, PLACE, PEOPLE, ADJ, ETHNIC, SETTLER, SHORT, CAPS for a name only in
            capital letters, or HOMOGRAPH for a name that is also an everyday word.
        country: ISO 3166-1 alpha-2.
        language: whose word it is.
    """

    phrase: str
    label: str
    country: str
    language: Language


@lru_cache(maxsize=1)
def mentions() -> tuple[Mention, ...]:
    """All mentions of all countries; where two share a phrase the first one counts.

    Raises:
        LexiconError: a file of ``lexicon/countries`` is wrong.
    """
    return tuple(chain.from_iterable(map(_of_language, LANGUAGES)))


def homographs() -> Iterator[tuple[str, Language]]:
    """Everyday words that are also names of countries.

    Raises:
        LexiconError: the file is wrong.
    """
    by_language = load_lexicon(LEXICON / "homographs.yml", Homographs).__root__
    for language, phrases in by_language.items():
        yield from ((phrase, language) for phrase in phrases)


def _of_language(language: Language) -> Iterator[Mention]:
    path = LEXICON / "countries" / f"{language}.yml"
    words = load_lexicon(path, Countries).__root__
    known = _cldr_names(language)
    for country, said in words.items():
        if country not in known:
            raise LexiconError(f"{path}: {country}: not a country code of ISO 3166")
        yield from _said(country, said, language)
    for country, names in known.items():
        for name in names:
            yield from _named(country, name, language)


def _said(country: str, said: CountryWords, language: Language) -> Iterator[Mention]:
    for label, phrases in (
        ("PEOPLE", said.people),
        ("ETHNIC", said.ethnic),
        ("SETTLER", said.settlers),
        ("SHORT", said.short),
        ("CAPS", said.capitals),
    ):
        yield from (Mention(phrase, label, country, language) for phrase in phrases)
    for adjective in said.adjectives:
        yield Mention(adjective, "ADJ", country, language)
        if language == "en" and not adjective.endswith(_NO_PLURAL):
            yield Mention(f"{adjective}s", "PEOPLE", country, language)
    for label, phrases in (("NAME", said.names), ("PLACE", said.places)):
        for phrase in phrases:
            yield from _in_all_cases(Mention(phrase, label, country, language))


def _named(country: str, name: str, language: Language) -> Iterator[Mention]:
    yield from _in_all_cases(Mention(name, "NAME", country, language))
    if language == "en" and name.endswith("a"):
        yield Mention(f"{name}n", "ADJ", country, language)  # Zambian; few are made otherwise
        yield Mention(f"{name}ns", "PEOPLE", country, language)


def _in_all_cases(mention: Mention) -> Iterator[Mention]:
    if mention.language != "ru":
        yield mention
        return
    for form in sorted(declined(mention.phrase.replace("-", " "))):
        yield Mention(form, mention.label, mention.country, "ru")


def _cldr_names(language: Language) -> dict[str, tuple[str, ...]]:
    """CLDR's names, without what stands in brackets: Гонконг (САР), Мьянма (Бирма)."""
    names: dict[str, dict[str, None]] = {}
    for locale in _LOCALES[language]:
        for code, name in Locale.parse(locale).territories.items():
            if code in COUNTRIES:
                short = name.split("(")[0].split("（")[0].strip()
                names.setdefault(code, {}).update(dict.fromkeys((name, short)))
    return {
        code: () if (language, code) in _EVERYDAY_WORDS else tuple(known)
        for code, known in names.items()
    }
