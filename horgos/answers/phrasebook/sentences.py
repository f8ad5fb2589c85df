"""What stands in ``locales/``: the guide's own sentences, buttons and words."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from horgos.answers.buttons import form_buttons
from horgos.answers.figures import currency_name, figure
from horgos.answers.locale import Locale
from horgos.answers.phrasebook.listening import ListeningLocale
from horgos.answers.phrasebook.page import Entry
from horgos.facts.checks import placeholders
from horgos.facts.values import Money, MoneyPerKilogram, Quantity
from horgos.language.conversion import write
from horgos.language.forms import Forms, WrittenForm

_MOST_FILLED = 4
"""So many ways of filling one sentence are shown; the whole answers show the rest."""

_NUMBERS = tuple(map(Decimal, ("1", "2", "5", "1.5")))
"""One number for each plural of the languages there are."""


def own_sentences(locale: ListeningLocale, form: WrittenForm) -> Iterator[Entry]:
    """Every sentence; those with placeholders as they were filled in answers.

    Raises:
        LookupError: A sentence with placeholders was never said.
    """
    for key, text in locale.sentences.items():
        said = list(locale.said.get(key, ())) if placeholders(text) else [locale.say(key)]
        if not said:
            raise LookupError(f"no example of the phrasebook says {key!r}: add one")
        yield Entry((key,), tuple(write(sentence, form) for sentence in said[:_MOST_FILLED]))


def button_titles(forms: Forms, locale: Locale, form: WrittenForm) -> Iterator[Entry]:
    """Every button."""
    titles = {
        **{f"ask {topic}": title for topic, title in locale.buttons.ask.items()},
        **{f"citizenship {code}": title for code, title in locale.buttons.citizenship.items()},
        "language": locale.buttons.language,
    }
    yield from _written(titles, form)
    yield Entry(("written forms",), tuple(button.title for button in form_buttons(forms)))


def words_around(locale: Locale, form: WrittenForm) -> Iterator[Entry]:
    """Every word around a number in every plural, and the words put into sentences."""
    words = locale.words
    for code in words.money:
        yield _counted(f"money {code}", [Money(n, code) for n in _NUMBERS], locale, form)
    for code in words.money_per_kilogram:
        rates = [MoneyPerKilogram(n, code) for n in _NUMBERS]
        yield _counted(f"money per kilogram {code}", rates, locale, form)
    for unit in words.units:
        yield _counted(f"unit {unit}", [Quantity(n, unit) for n in _NUMBERS], locale, form)
    for kind, names in (("side", words.sides), ("clock", words.clocks), ("status", words.status)):
        yield from _written({f"{kind} {key}": name for key, name in names.items()}, form)
    currencies = {f"currency {c}": currency_name(c, locale) for c in locale.currency_names}
    yield from _written(currencies, form)


def _counted(
    name: str,
    values: list[Money] | list[MoneyPerKilogram] | list[Quantity],
    locale: Locale,
    form: WrittenForm,
) -> Entry:
    return Entry((name,), tuple(write(figure(value, locale), form) for value in values))


def _written(texts: dict[str, str], form: WrittenForm) -> Iterator[Entry]:
    for name, text in texts.items():
        yield Entry((name,), (write(text, form),))
