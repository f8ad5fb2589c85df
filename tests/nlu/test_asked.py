"""Messages written whole, with all they ask."""

from __future__ import annotations

from pathlib import Path

import pytest

from horgos.language.forms import load_forms
from horgos.language.yaml_files import DataFileError, load_mapping, words_at
from horgos.nlu.asked import AND, load_asked
from horgos.nlu.two_head_classifier import learnt_from
from horgos.project import ROOT
from tests.data.training import training_questions

FOLDER = ROOT / "data" / "asked"
HARD = ROOT / "data" / "validation" / "hard"
LANGUAGES = load_forms(ROOT / "languages.yml").languages
LEAST_TWO, LEAST_ONE = 200, 80
TAUGHT = {intent for _, intent, _ in training_questions()}


def test_every_language_has_messages_that_ask_two_things_and_some_that_ask_one() -> None:
    files = sorted(FOLDER.glob("*.yml"))
    assert {path.stem for path in files} == set(LANGUAGES)
    for path in files:
        data = load_mapping(path)
        texts = [text for intents in data for text in words_at(path, data, intents)]
        assert len(set(texts)) == len(texts), path
        two = [text for intents in data if AND in intents for text in data[intents]]
        assert len(two) >= LEAST_TWO, path
        assert len(texts) - len(two) >= LEAST_ONE, path


def test_every_intent_asked_is_taught() -> None:
    files = [*FOLDER.glob("*.yml"), *HARD.glob("*.yml")]
    assert len(files) == 2 * len(LANGUAGES)
    for path in files:
        for intents in load_mapping(path):
            assert set(intents.split(AND)) <= TAUGHT, (path, intents)


def test_nothing_is_learnt_from_hard_messages() -> None:
    learnt = {one.readings.spelled for one in load_asked(FOLDER)}
    hard = [one.readings.spelled for one in load_asked(HARD)]
    assert len(hard) > 2500
    assert learnt.isdisjoint(hard)


def test_a_message_asks_all_its_intents(tmp_path: Path) -> None:
    (tmp_path / "en.yml").write_text(
        "duty_free + about_zone/area:\n- how much, how big?\n", "utf-8"
    )
    (message,) = load_asked(tmp_path)
    assert message.intents == ("duty_free", "about_zone/area")
    assert message.readings.spelled == "how much, how big?"


def test_messages_of_intents_that_are_not_taught_are_not_learnt() -> None:
    assert learnt_from([]) == []


def test_a_malformed_file_is_named_with_its_key(tmp_path: Path) -> None:
    (tmp_path / "en.yml").write_text("duty_free: how much\n", encoding="utf-8")
    with pytest.raises(DataFileError, match=r"en\.yml: duty_free: a list of strings is expected"):
        load_asked(tmp_path)
