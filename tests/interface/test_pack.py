"""A pack holds all of a form's words and the answers that the guide itself would give."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from horgos.answers import Ask, Question
from horgos.facts import Facts, load_facts
from horgos.interface import Interface, Pack, load_interface, pack
from horgos.interface.keys import ERRORS, STATUS, WORDS
from horgos.language.forms import Forms
from tests.answers.conftest import FACTS, GUIDE, ROOT
from tests.interface.made_words import write_words

NOW = datetime(2026, 11, 27, 12, 0, tzinfo=timezone.utc)


@pytest.fixture(scope="module")
def interface(tmp_path_factory: pytest.TempPathFactory, forms: Forms) -> Interface:
    return load_interface(write_words(tmp_path_factory.mktemp("words"), forms), forms)


def packs(interface: Interface, now: datetime = NOW, facts: Facts = FACTS) -> list[Pack]:
    return [pack(form, interface, GUIDE, facts, now) for form in GUIDE.forms]


def test_it_has_the_shape_that_pages_read(interface: Interface) -> None:
    read = 0
    for made in packs(interface):
        found = json.loads(json.dumps(made.as_json()))
        read += 1
        assert list(found) == [
            "version", "made", "form", "forms", "words", "purpose", "status", "errors", "dates",
            "topics",
        ]  # fmt: skip
        assert found["made"] == "2026-11-27T12:00:00Z"
        assert len(found["version"]) == 12
        assert set(found["words"]) == {*WORDS, "greeting", "source_date"}
        assert set(found["status"]) == set(STATUS)
        assert set(found["errors"]) == set(ERRORS)
        assert found["form"] in found["forms"]
        assert [form["code"] for form in found["forms"]] == [form.code for form in GUIDE.forms]
        assert list(found["purpose"]) == [form.code for form in GUIDE.forms]
        assert [topic["id"] for topic in found["topics"]] == list(GUIDE.topics)
        for topic in found["topics"]:
            assert set(topic) == {"id", "title", "button", "answer"}
            assert set(topic["answer"]) == {"messages", "status", "facts", "sources", "as_of"}
    assert read == 7


def test_the_form_says_how_it_is_written(interface: Interface) -> None:
    form = pack(GUIDE.forms["kk-Arab"], interface, GUIDE, FACTS, NOW).as_json()["form"]
    assert form == {
        "code": "kk-Arab",
        "language": "kk",
        "script": "Arab",
        "direction": "rtl",
        "own_name": "قازاقشا",
        "tag": "kk-Arab",
    }


def test_its_answers_are_what_the_pressed_button_gets(interface: Interface) -> None:
    compared = 0
    for made in packs(interface):
        for topic in made.topics:
            said = GUIDE.answer(Question((Ask(topic.id),), made.form, NOW), FACTS)
            compared += 1
            assert topic.answer == said
            assert topic.button == f"ask:{topic.id}"
            assert all(text.strip() for text in topic.answer.messages)
    assert compared == len(list(GUIDE.forms)) * len(list(GUIDE.topics))


def test_an_answer_is_as_old_as_the_oldest_thing_it_says(interface: Interface) -> None:
    dated = 0
    for topic in packs(interface)[-1].topics:
        known = {s.as_of for fact in topic.answer.facts for s in FACTS[fact].statements}
        if known:
            dated += 1
            assert topic.answer.as_of in known
            assert topic.as_json()["answer"]["as_of"] == str(topic.answer.as_of)
    assert dated == len(tuple(GUIDE.topics))


def test_hours_are_told_by_date_and_never_as_open_now(interface: Interface) -> None:
    facts = load_facts(
        ROOT / "tests" / "answers" / "data" / "hours.yml", GUIDE.forms, tuple(GUIDE.topics)
    )
    for hour in (3, 12, 23):
        made = pack(
            GUIDE.forms["en-Latn"], interface, GUIDE, facts, NOW.replace(hour=hour, minute=30)
        )
        [answer] = [t.answer for t in made.topics if t.id == "shopping_hours"]
        assert not [text for text in answer.messages if "now" in text.split()]
        assert "November" in " ".join(answer.messages)


def test_the_version_changes_with_anything_but_the_moment(interface: Interface) -> None:
    [first, *others] = packs(interface)
    later = packs(interface, NOW + timedelta(minutes=5))[0]
    assert later.version == first.version
    assert later.as_json()["made"] != first.as_json()["made"]
    changed = [
        *others,
        replace(first, words={**first.words, "send": "other"}),
        replace(first, purpose={**first.purpose, "en-Latn": "other"}),
        replace(first, status={**first.status, "planned": "other"}),
        replace(first, errors={**first.errors, "cut": "other"}),
        replace(first, topics=first.topics[:-1]),
        replace(first, forms=first.forms[:-1]),
    ]
    versions = {made.version for made in [first, *changed]}
    assert len(versions) == 1 + len(changed) == 13


def test_no_figure_stands_in_the_words_of_the_pages(forms: Forms) -> None:
    folder = ROOT / "locales" / "interface"
    read = 0
    for wording in load_interface(folder, forms).by_form.values():
        for text in (
            *wording.words.values(), *wording.status.values(), *wording.errors.values(),
            wording.purpose,
        ):  # fmt: skip
            read += 1
            assert not any(letter.isdigit() for letter in text), text
    assert read == 7 * (len(WORDS) + len(STATUS) + len(ERRORS) + 1)
