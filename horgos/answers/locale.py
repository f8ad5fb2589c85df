"""The guide's own sentences, by language: ``locales/<language>.yml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from babel import Locale as BabelLocale
from pydantic import BaseModel, Extra, ValidationError

from horgos.facts.checks import placeholders
from horgos.language.forms import Forms
from horgos.language.yaml_files import DataFileError, load_mapping, shape_faults

PluralWords = Mapping[str, str]


class Words(BaseModel, extra=Extra.forbid):
    """Words around numbers: by currency or unit, then by CLDR plural category."""

    money: dict[str, dict[str, str]]
    money_per_kilogram: dict[str, dict[str, str]]
    units: dict[str, dict[str, str]]
    sides: dict[str, str]
    clocks: dict[str, str]
    status: dict[str, str]


class ButtonTitles(BaseModel, extra=Extra.forbid):
    """Titles of the buttons."""

    ask: dict[str, str]
    citizenship: dict[str, str]
    language: str


class _LocaleFile(BaseModel, extra=Extra.forbid):
    language: str
    joiner: str
    list_joiner: str
    words: Words
    says: dict[str, Any]
    buttons: ButtonTitles


@dataclass(frozen=True)
class Locale:
    """The sentences of one language.

    Attributes:
        language: BCP 47 language code.
        joiner: What stands between two sentences.
        list_joiner: What stands between two items of a list.
        words: Words around numbers.
        sentences: Sentences with named placeholders, by key.
        currency_names: What a currency is called in "if your amount is in ...".
        buttons: Titles of buttons.
    """

    language: str
    joiner: str
    list_joiner: str
    words: Words
    sentences: Mapping[str, str]
    currency_names: Mapping[str, str]
    buttons: ButtonTitles

    @property
    def babel(self) -> BabelLocale:
        """CLDR data of the language."""
        return BabelLocale(self.language)

    def say(self, key: str, **parts: str) -> str:
        """A sentence with its placeholders filled.

        Raises:
            KeyError: No such sentence, or a placeholder without a value.
        """
        return self.sentences[key].format(**parts)


def load_locales(folder: Path, forms: Forms) -> dict[str, Locale]:
    """Read the sentences of every language of ``languages.yml``.

    Raises:
        DataFileError: A file is missing or malformed, a sentence is missing in one language,
            placeholders differ, or a figure is written into a sentence.
    """
    locales = {language: _load(folder / f"{language}.yml") for language in forms.languages}
    _check_parity(folder, locales)
    return locales


def _load(path: Path) -> Locale:
    try:
        raw = _LocaleFile.parse_obj(load_mapping(path))
    except ValidationError as fault:
        raise DataFileError("\n".join(shape_faults(path, fault))) from fault
    if raw.language != path.stem:
        raise DataFileError(f"{path}: language: {raw.language!r} is not the file's name")
    says = dict(raw.says)
    names = says.pop("currency_names", {})
    locale = Locale(raw.language, raw.joiner, raw.list_joiner, raw.words, says, names, raw.buttons)
    _check_sentences(path, locale)
    return locale


def _check_sentences(path: Path, locale: Locale) -> None:
    for key, text in locale.sentences.items():
        if not isinstance(text, str) or not text.strip():
            raise DataFileError(f"{path}: says.{key}: a sentence is expected")
        if any(letter.isdigit() for letter in text):
            raise DataFileError(f"{path}: says.{key}: figures belong into facts/facts.yml")
        _named(path, f"says.{key}", text)
    categories = locale.babel.plural_form.tags | {"other"}
    kinds = (locale.words.money, locale.words.money_per_kilogram, locale.words.units)
    for name, words in ((name, words) for kind in kinds for name, words in kind.items()):
        if not set(words) <= categories or "other" not in words:
            wanted = ", ".join(sorted(categories))
            raise DataFileError(f"{path}: words: {name}: plural categories are {wanted}")
        for category, text in words.items():
            if _named(path, f"words: {name}: {category}", text) != {"n"}:
                mend = "write {n} for the number, and no other braces"
                raise DataFileError(f"{path}: words: {name}: {category}: {mend}")


def _named(path: Path, place: str, text: str) -> frozenset[str]:
    """The placeholders of a text.

    Raises:
        DataFileError: They do not parse.
    """
    try:
        return placeholders(text)
    except ValueError as fault:
        what = f"placeholders do not parse ({fault}); write {{name}}, nothing else in braces"
        raise DataFileError(f"{path}: {place}: {what}") from fault


def _check_parity(folder: Path, locales: Mapping[str, Locale]) -> None:
    first, *others = locales.values()
    for other in others:
        for kind, one, two in _keys_side_by_side(first, other):
            for key in sorted(one ^ two):
                lacking = other if key in one else first
                raise DataFileError(
                    f"{folder / lacking.language}.yml: {kind}: {key!r} is missing,"
                    " other languages have it"
                )
        for key, text in first.sentences.items():
            if placeholders(text) != placeholders(other.sentences[key]):
                raise DataFileError(
                    f"{folder / other.language}.yml: says.{key}: its placeholders differ from"
                    f" those in {first.language}.yml"
                )


def _keys_side_by_side(one: Locale, two: Locale) -> list[tuple[str, set[str], set[str]]]:
    return [
        ("says", set(one.sentences), set(two.sentences)),
        ("says.currency_names", set(one.currency_names), set(two.currency_names)),
        ("words.money", set(one.words.money), set(two.words.money)),
        (
            "words.money_per_kilogram",
            set(one.words.money_per_kilogram),
            set(two.words.money_per_kilogram),
        ),
        ("words.units", set(one.words.units), set(two.words.units)),
        ("words.status", set(one.words.status), set(two.words.status)),
        ("words.sides", set(one.words.sides), set(two.words.sides)),
        ("words.clocks", set(one.words.clocks), set(two.words.clocks)),
        ("buttons.ask", set(one.buttons.ask), set(two.buttons.ask)),
        ("buttons.citizenship", set(one.buttons.citizenship), set(two.buttons.citizenship)),
    ]
