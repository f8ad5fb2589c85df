"""What people call the public holidays of China and Kazakhstan."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

import holidays as calendars

from horgos.entities.lexicon_file import (
    LEXICON,
    Language,
    LexiconError,
    Section,
    WordsByLanguage,
    load_lexicon,
)
from horgos.entities.russian import with_declined_head
from horgos.entities.values import Holiday

_PATH = LEXICON / "holidays.yml"
COUNTRIES = ("CN", "KZ")
_ENGLISH = "en_US"
# Languages of the package that visitors write; others it has are left out.
_LANGUAGES: dict[str, Language] = {"zh_CN": "zh", "zh_TW": "zh", "kk": "kk", _ENGLISH: "en"}
_BRACKET = re.compile("[(（]")
# Years whose calendar names every holiday of the files.
_YEARS = range(2022, 2026)


class HolidayWords(Section):
    """One holiday: its English name in the package `holidays`, and what people say."""

    name: str
    said: WordsByLanguage


class HolidayFile(Section):
    """``lexicon/holidays.yml``."""

    CN: dict[str, HolidayWords]
    KZ: dict[str, HolidayWords]

    def of(self, country: str) -> dict[str, HolidayWords]:
        """The holidays of a country; KeyError for others than CN and KZ."""
        return {"CN": self.CN, "KZ": self.KZ}[country]


def holiday_names() -> Iterator[tuple[str, Language, Holiday]]:
    """Every name of every holiday, with its language.

    Raises:
        LexiconError: the file is wrong, or names a holiday the package does not know.
    """
    for country in COUNTRIES:
        for key, holiday in _file().of(country).items():
            value = Holiday(country, key)
            for language, name in _official_names(value, holiday.name):
                yield name, language, value
            for spoken, phrases in holiday.said.items():
                for phrase in phrases:
                    yield from ((form, spoken, value) for form in _forms(phrase, spoken))


def _forms(phrase: str, language: Language) -> tuple[str, ...]:
    """A phrase as it may stand in a message: declined, or in one word (құрбанайт)."""
    if language == "ru":
        return tuple(with_declined_head(phrase))
    joined = phrase.replace(" ", "")
    return (phrase, joined) if language == "kk" and joined != phrase else (phrase,)


def calendar_name(holiday: Holiday) -> str:
    """The English name of a holiday in the package ``holidays``.

    Raises:
        KeyError: ``lexicon/holidays.yml`` knows no such holiday.
        LexiconError: the file is wrong.
    """
    return _file().of(holiday.country)[holiday.key].name


@lru_cache(maxsize=1)
def _file() -> HolidayFile:
    return load_lexicon(_PATH, HolidayFile)


def _official_names(value: Holiday, english: str) -> Iterator[tuple[Language, str]]:
    """Names in all languages of the package, found by the date they share."""
    dates = [day for day, name in _calendar(value.country, _ENGLISH).items() if name == english]
    if not dates:
        known = sorted(set(_calendar(value.country, _ENGLISH).values()))
        raise LexiconError(
            f"{_PATH}: {value.country}.{value.key}.name: {english!r} is none of {known}"
        )
    for code, language in _LANGUAGES.items():
        calendar = _calendar(value.country, code)
        names = [calendar[day] for day in dates if day in calendar]
        for name in dict.fromkeys(names):
            if name == english or not _BRACKET.search(name):  # "(observed)", "（补假）"
                yield language, name


@cache
def _calendar(country: str, language: str) -> dict[object, str]:
    """Dates and names; days with two holidays are left out, their names run together."""
    if language not in getattr(calendars, country).supported_languages:
        return {}
    calendar = calendars.country_holidays(country, years=_YEARS, language=language)
    return {day: name for day, name in calendar.items() if ";" not in name}
