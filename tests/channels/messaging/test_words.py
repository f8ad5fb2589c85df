"""The words of the messaging apps: complete in seven forms, short enough for every app."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from horgos.answers.answer import Button
from horgos.answers.buttons import citizenship_buttons, form_buttons, topic_buttons
from horgos.channels.messaging.words import COMMANDS, SENTENCES, Words, load_words
from horgos.language.conversion import write
from horgos.language.forms import Forms
from horgos.language.yaml_files import DataFileError, load_mapping
from tests.answers.conftest import GUIDE, ROOT

FOLDER = ROOT / "locales" / "messaging"


@pytest.fixture(scope="module")
def words(forms: Forms) -> Words:
    return load_words(FOLDER, forms, GUIDE.topics)


def test_labels_and_lines_keep_to_what_the_apps_take_in_every_form(words: Words) -> None:
    measured = 0
    for form in GUIDE.forms:
        locale = GUIDE.locales[form.language]
        buttons = [
            *topic_buttons(GUIDE.topics, locale),
            *citizenship_buttons("duty_free", (), locale),
            *form_buttons(GUIDE.forms),
        ]
        for button in buttons:
            measured += 1
            assert 1 <= len(words.label(button, form)) <= 20, (form.code, button)
            assert len(words.describe(button, form)) <= 72, (form.code, button)
        assert len(words.say("more", form)) <= 20
        assert len(words.say("choose", form)) <= 20
        assert all(1 <= len(words.command(name, form)) <= 256 for name in COMMANDS)
        assert len(words.bot("description", form)) <= 512
        assert len(words.bot("short_description", form)) <= 120
    forms, topics = len(list(GUIDE.forms)), len(list(GUIDE.topics))
    # Besides topics and forms: three citizenships, and the way to the forms.
    assert measured == forms * (topics + forms + 4)


def test_labels_of_one_list_differ(words: Words) -> None:
    compared = 0
    for form in GUIDE.forms:
        locale = GUIDE.locales[form.language]
        buttons = topic_buttons(GUIDE.topics, locale)
        buttons += tuple(citizenship_buttons("duty_free", (), locale))
        labels = [words.label(button, form) for button in buttons]
        compared += 1
        assert len(set(labels)) == len(labels), form.code
    assert compared == 7


def test_texts_hold_no_figures_and_differ_between_languages(words: Words) -> None:
    for key in SENTENCES:
        said = [words.say(key, form) for form in GUIDE.forms]
        assert not any(letter.isdigit() for text in said for letter in text)
        assert len(set(said)) == 7, key


def test_a_language_is_called_by_its_own_name_everywhere(words: Words) -> None:
    for form in GUIDE.forms:
        for button in form_buttons(GUIDE.forms):
            assert words.label(button, form) == button.title
            assert words.describe(button, form) == ""


def test_a_citizenship_is_labelled_whatever_the_topic(words: Words) -> None:
    form = GUIDE.forms["ru-Cyrl"]
    labels = {
        words.label(Button("", f"ask:{topic}:KZ"), form) for topic in ("duty_free", "port_trade")
    }
    assert labels == {"Граждане Казахстана"}


def test_other_forms_are_written_from_the_main_one_or_by_hand(words: Words) -> None:
    compared = 0
    for form in GUIDE.forms:
        main = GUIDE.forms.main(form.language)
        file = load_mapping(FOLDER / f"{form.language}.yml")
        by_hand = file.get("forms", {}).get(form.code, {}).get("words", {})
        for key, text in words.by_form[form.code].items():
            compared += 1
            converted = write(words.by_form[main.code][key], form)
            assert text == by_hand.get(key.removeprefix("words."), converted), (form.code, key)
    # Besides a label and a line for each topic there are 26 texts.
    assert compared == len(list(GUIDE.forms)) * (26 + 2 * len(list(GUIDE.topics)))


# What is done to the English or Kazakh file, and what the fault must say.
FAULTS: list[tuple[str, tuple[str, ...], Any, str]] = [
    ("en", ("words", "voice"), None, "words.voice: is missing; add voice: ..."),
    ("en", ("words", "voice"), " ", "words.voice: is empty; write a sentence"),
    ("en", ("words", "voice"), "Wait 5 minutes", "words.voice: holds a figure"),
    ("en", ("words", "vioce"), "x", "words.vioce: unknown key; remove it"),
    ("en", ("words", "voice"), ["x"], "words.voice: str type expected; see the other languages"),
    ("en", ("labels", "ask", "duty_free"), None, "labels.ask.duty_free: is missing"),
    ("en", ("labels", "ask", "no_topic"), "None", "labels.ask.no_topic: unknown key"),
    ("en", ("labels", "language"), "x" * 21, "labels.language: 21 characters in en-Latn, apps"),
    ("en", ("descriptions", "language"), "x" * 73, "descriptions.language: 73 characters"),
    ("en", ("commands", "stop"), "x" * 257, "commands.stop: 257 characters"),
    ("en", ("bot", "short_description"), "x" * 121, "bot.short_description: 121 characters"),
    ("en", ("language",), "kk", "language: 'kk' is not the file's name; write en"),
    ("en", ("language",), None, "language: is missing; add language: ..."),
    ("en", ("lables",), {}, "lables: unknown key; remove it"),
    ("en", ("forms",), {"kk-Arab": {}}, "forms.kk-Arab: is no form that is converted to; known:"),
    ("kk", ("labels", "language"), "Щ" * 11, "in kk-Latn, apps take 20; shorten it or write a"),
    ("kk", ("forms",), {"kk-Latn": {"words": {"x": "x"}}}, "forms.kk-Latn.words.x: unknown key"),
]


@pytest.mark.parametrize(("file", "path", "value", "says"), FAULTS)
def test_a_fault_names_file_key_and_mend(
    tmp_path: Path, forms: Forms, file: str, path: tuple[str, ...], value: Any, says: str
) -> None:
    _write(tmp_path, forms, file, path, value)
    with pytest.raises(DataFileError) as caught:
        load_words(tmp_path, forms, GUIDE.topics)
    (line,) = [line for line in str(caught.value).splitlines() if says in line]
    assert line.startswith(str(tmp_path / f"{file}.yml"))


def test_every_fault_of_all_files_is_told_at_once(tmp_path: Path, forms: Forms) -> None:
    with pytest.raises(DataFileError) as caught:
        load_words(tmp_path, forms, GUIDE.topics)
    assert [line for line in forms.languages if f"{line}.yml" in str(caught.value)] == list(
        forms.languages
    )


def test_a_form_written_by_hand_comes_before_the_converted_one(
    tmp_path: Path, forms: Forms
) -> None:
    by_hand = {"kk-Latn": {"labels": {"ask": {"duty_free": "Bajsyz"}}}}
    _write(tmp_path, forms, "kk", ("forms",), by_hand)
    words = load_words(tmp_path, forms, GUIDE.topics)
    button = Button("", "ask:duty_free")
    assert words.label(button, forms["kk-Latn"]) == "Bajsyz"
    assert words.label(button, forms["kk-Arab"]) == write("Бажсыз тауар шегі", forms["kk-Arab"])


def _write(folder: Path, forms: Forms, language: str, path: tuple[str, ...], value: Any) -> None:
    for each in forms.languages:
        content = copy.deepcopy(load_mapping(FOLDER / f"{each}.yml"))
        if each == language:
            *above, last = path
            place = content
            for key in above:
                place = place[key]
            if value is None:
                del place[last]
            else:
                place[last] = value
        with (folder / f"{each}.yml").open("w", encoding="utf-8") as file:
            YAML(typ="safe").dump(content, file)
