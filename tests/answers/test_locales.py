"""The guide's own sentences: the same keys and placeholders in every language, no figures."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from horgos.answers.locale import load_locales
from horgos.facts import Status
from horgos.facts.checks import placeholders
from horgos.facts.values import SIDES, TIME_ZONES, UNITS, Money, MoneyPerKilogram
from horgos.language.forms import Forms
from horgos.language.yaml_files import DataFileError
from tests.answers.conftest import FACTS, GUIDE, ROOT

LOCALES = ROOT / "locales"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(LOCALES, tmp_path / "locales"))


def test_the_project_s_locales_are_whole(forms: Forms) -> None:
    locales = load_locales(LOCALES, forms)

    assert set(locales) == set(forms.languages)
    first, *others = locales.values()
    assert len(first.sentences) >= 30
    for other in others:
        assert {key: placeholders(text) for key, text in other.sentences.items()} == {
            key: placeholders(text) for key, text in first.sentences.items()
        }


def test_no_figure_stands_in_any_title_or_word() -> None:
    read = 0
    for locale in GUIDE.locales.values():
        words = locale.words
        counted = [*words.money.values(), *words.money_per_kilogram.values(), *words.units.values()]
        texts = [
            *locale.sentences.values(), *locale.currency_names.values(), locale.buttons.language,
            *locale.buttons.ask.values(), *locale.buttons.citizenship.values(),
            *words.sides.values(), *words.clocks.values(), *words.status.values(),
            *(text for plurals in counted for text in plurals.values()),
        ]  # fmt: skip
        read += len(texts)
        assert not [text for text in texts if any(letter.isdigit() for letter in text)]
    assert read >= 4 * 60


def test_whatever_the_facts_may_name_has_its_words() -> None:
    values = [v for fact in FACTS for s in fact.statements for v in s.values.values()]
    currencies = {v.currency for v in values if isinstance(v, Money)}
    rates = {v.currency for v in values if isinstance(v, MoneyPerKilogram)}
    for locale in GUIDE.locales.values():
        assert set(locale.words.units) == set(UNITS)
        assert set(locale.words.sides) == set(SIDES)
        assert set(locale.words.clocks) == set(TIME_ZONES)
        assert currencies <= set(locale.words.money)
        assert currencies <= set(locale.currency_names)
        assert rates <= set(locale.words.money_per_kilogram)
        assert set(locale.words.status) == {s.value for s in Status} - {"confirmed", "unknown"}


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (
            "ru",
            "  goodbye: До",
            "  good_bye: До",
            r"ru\.yml: says: 'goodbye' is missing|'good_bye'",
        ),
        ("kk", "  thanks: ", "  # thanks: ", r"kk\.yml: says: 'thanks' is missing"),
        ("zh", "{difference}，不用交税", "很多，不用交税", r"says\.below: its placeholders differ"),
        ("en", "have a good visit", "see you in 2026", r"en\.yml: says\.goodbye: figures belong"),
        ("zh", "祝您此行愉快", "２０２６年见", r"zh\.yml: says\.goodbye: figures belong"),
        (
            "ru",
            "Пожалуйста! Если будут ещё вопросы — пишите.",
            "' '",
            r"ru\.yml: says\.thanks: a sentence is expected",
        ),
        ("en", "language: en", "language: kk", r"en\.yml: language: 'kk' is not the file's name"),
        (
            "ru",
            "minute: {one: ",
            "minute: {single: ",
            r"ru\.yml: words: minute: plural categories are few, many, one, other",
        ),
        ("kk", "    minute: {", "    second: {", r"words\.units: '(minute|second)' is missing"),
        (
            "kk",
            '    EUR: {one: "килограмына',
            '    USD: {one: "килограмына',
            r"words\.money_per_kilogram: '(EUR|USD)' is missing",
        ),
        (
            "zh",
            "    chinese_medicine: 中医",
            "    medicine: 中医",
            r"buttons\.ask: '(chinese_)?medicine' is missing",
        ),
        ("en", 'joiner: " "\nlist', 'joined: " "\nlist', r"en\.yml: joine[rd]: "),
        ("en", "says:\n", "says: [\n", r"en\.yml"),
        ("ru", "{currency}", "{currency", r"ru\.yml: says\.\w+: placeholders do not parse"),
        (
            "zh",
            'CNY: {other: "{n}',
            'CNY: {other: "{m}',
            r"zh\.yml: words: CNY: other: write",
        ),
        (
            "kk",
            "list_joiner:",
            "list_joined:",
            r"kk\.yml: list_joiner: is missing; add",
        ),
    ],
)
def test_a_broken_locale_is_refused_by_file_and_key(
    file: str, old: str, new: str, message: str, copy: Path, forms: Forms
) -> None:
    path = copy / f"{file}.yml"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new), encoding="utf-8")

    with pytest.raises(DataFileError, match=message):
        load_locales(copy, forms)


def test_a_locale_in_another_encoding_is_refused(copy: Path, forms: Forms) -> None:
    path = copy / "ru.yml"
    path.write_bytes(path.read_text(encoding="utf-8").encode("cp1251", "replace"))

    with pytest.raises(DataFileError, match=r"ru\.yml: is not UTF-8 text; save it as UTF-8"):
        load_locales(copy, forms)


def test_a_missing_locale_is_refused(copy: Path, forms: Forms) -> None:
    (copy / "kk.yml").unlink()

    with pytest.raises(DataFileError, match=r"kk\.yml"):
        load_locales(copy, forms)


def test_a_sentence_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(KeyError):
        GUIDE.locales["en"].say("nonsense")
    with pytest.raises(KeyError):
        GUIDE.locales["en"].say("below")
