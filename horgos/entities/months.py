"""Names of months and weekdays in four languages, from CLDR."""

from collections.abc import Iterator

from babel import Locale

from horgos.entities.lexicon_file import Language

_LOCALES: dict[Language, str] = {"en": "en", "ru": "ru", "kk": "kk", "zh": "zh_Hans"}
_CONTEXTS = ("format", "stand-alone")


def weekday_names() -> Iterator[tuple[str, Language, int]]:
    """Name, language and ISO number of every day of the week."""
    for language, code in _LOCALES.items():
        days = Locale.parse(code).days
        names = {(days[context]["wide"][day], day) for context in _CONTEXTS for day in range(7)}
        for name, day in sorted(names):
            yield name, language, day + 1


def month_names() -> Iterator[tuple[str, Language, int]]:
    """Name, language and number of every month; Russian in the genitive too.

    Chinese months are numbers and need no names.
    """
    for language, code in _LOCALES.items():
        if language == "zh":
            continue
        months = Locale.parse(code).months
        names = {
            (months[context]["wide"][month], month)
            for context in _CONTEXTS
            for month in range(1, 13)
        }
        for name, month in sorted(names):
            yield name, language, month
