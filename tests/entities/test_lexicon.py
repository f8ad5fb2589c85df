"""The lexicon files are checked, and errors name file and key."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from horgos.entities.gazetteer import Countries
from horgos.entities.holidays import calendar_name
from horgos.entities.lexicon import lexicon, read_lexicon
from horgos.entities.lexicon_file import LEXICON, LexiconError, load_lexicon
from horgos.entities.typed import Typed
from horgos.entities.values import Holiday

BROKEN_PHRASES = [
    ("not_a_mapping", "- a\n", r"side\.yml: a mapping is expected"),
    ("no_yaml", "words: [", r"side\.yml: "),
    ("missing", "words: {}\n", r"side\.yml: patterns: field required"),
    ("unknown_key", "words: {}\npatterns: {}\nwrods: {}\n", r"side\.yml: wrods: extra fields"),
    ("star", "words: {side: {en: ['a b*']}}\npatterns: {}\n", r"words\.side\.en\.0: .*\*"),
    ("language", "words: {side: {de: [Seite]}}\npatterns: {}\n", r"words\.side\.de"),
    ("no_word", "words: {side: {en: [12]}}\npatterns: {}\n", r"words\.side\.en\.0: 12 is not"),
]


@pytest.mark.parametrize(("name", "text", "message"), BROKEN_PHRASES)
def test_a_broken_phrase_file_is_named(tmp_path: Path, name: str, text: str, message: str) -> None:
    for kind in ("citizenship", "money", "when", "side"):
        shutil.copy(LEXICON / f"{kind}.yml", tmp_path)
    (tmp_path / "side.yml").write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError, match=message):
        read_lexicon(tmp_path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"citizenship\.yml"):
        read_lexicon(tmp_path)


def test_a_missing_group_and_a_needless_one_are_named() -> None:
    book = lexicon().books["side"]
    with pytest.raises(LexiconError, match=r"side\.yml: patterns\.other: is missing"):
        book.require(["other"])
    with pytest.raises(LexiconError, match=r"side\.yml: patterns\.side: nothing reads"):
        book.require([])
    with pytest.raises(LexiconError, match=r"side\.yml: meanings\.colour: is missing"):
        book.meaning("colour")


def test_every_country_file_holds_what_the_schema_allows() -> None:
    files = sorted((LEXICON / "countries").glob("*.yml"))
    loaded = [load_lexicon(path, Countries).__root__ for path in files]
    assert [path.stem for path in files] == ["en", "kk", "ru", "zh"]
    assert all({"CN", "KZ", "RU", "KG", "HK", "TW", "MO"} <= set(words) for words in loaded)


def test_every_holiday_has_its_name_in_the_calendar() -> None:
    listed = YAML(typ="safe").load((LEXICON / "holidays.yml").read_text(encoding="utf-8"))
    names = [
        calendar_name(Holiday(country, key)) for country, words in listed.items() for key in words
    ]
    assert len(names) == 20
    with pytest.raises(KeyError):
        calendar_name(Holiday("CN", "nauryz"))


def test_a_spelling_for_nothing_is_named(tmp_path: Path) -> None:
    path = tmp_path / "typed.yml"
    path.write_text("kk: {'': китай}\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"typed\.yml: kk.*'' is not a word"):
        load_lexicon(path, Typed)


def test_a_phrase_is_known_as_a_keyboard_without_its_letters_has_it() -> None:
    phrases = lexicon().vocabulary.phrases
    assert phrases["китайдын", "жана", "жылы"] == phrases["кытайдын", "жана", "жылы"]


def test_all_lists_are_used_by_a_pattern_or_by_code() -> None:
    """A list nothing reads would look to a translator as if it mattered."""
    code = "".join(
        path.read_text(encoding="utf-8")
        for path in Path(__file__).parents[2].joinpath("horgos/entities").glob("*.py")
    )
    checked = 0
    for book in lexicon().books.values():
        patterns = " ".join(line for group in book.groups.values() for line in group)
        for name in book.lists:
            assert f"<{name}>" in patterns or f'"{name}"' in code, f"{book.path}: words.{name}"
            checked += 1
    assert checked > 60


def test_ordinary_words_are_no_slip_of_a_people_s_name() -> None:
    """Known by themselves, each as the entry it is listed under."""
    lists = lexicon().books["citizenship"].lists
    checked = 0
    for entry in lists["ordinary"]:
        word = entry.removesuffix("*")
        assert lexicon().mentions.get(entry) is None
        whole = lexicon().vocabulary.phrases.get((word,))
        assert entry in {whole, lexicon().vocabulary.prefix_entry(word)}
        checked += 1
    assert checked >= 8
