"""Questions that ask two things, made of single ones."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from horgos.language.detection import detect
from horgos.language.forms import load_forms
from horgos.language.letters import plain
from horgos.language.reading import readings
from horgos.language.yaml_files import DataFileError
from horgos.nlu.examples import Example
from horgos.nlu.joined import FOR_EACH, Joiner, load_joins
from horgos.project import ROOT

JOINS_FILE = ROOT / "lexicon" / "joins.yml"
JOINS = load_joins(JOINS_FILE, "questions")
TOPICS = {"duty_free", "shopping_hours", "about_zone"}
QUESTIONS: dict[str, dict[str, str]] = {
    "en": {
        "duty_free": "how much can i take out?",
        "shopping_hours": "when do the shops open",
        "about_zone/area": "how big is the zone",
        "greet": "hello my dear friend",
    },
    "kk": {
        "duty_free": "бажсыз қанша тауар алуға болады",
        "shopping_hours": "дүкендер қашан ашылады",
        "about_zone/area": "орталықтың ауданы қанша",
    },
    "zh": {"duty_free": "免税额是多少？", "shopping_hours": "商店几点开门"},
}


def example(text: str, intent: str, language: str) -> Example:
    spelling = replace(detect(text), language=language)
    return Example(readings(text, spelling), spelling, (intent,))


EXAMPLES = [
    example(text, intent, language)
    for language, questions in QUESTIONS.items()
    for intent, text in questions.items()
] * 50
JOINED = list(Joiner(JOINS, TOPICS).join(EXAMPLES))


def topics(one: Example) -> set[str]:
    return {intent.partition("/")[0] for intent in one.intents}


def test_there_is_one_for_so_many_questions_and_always_the_same() -> None:
    assert len(JOINED) == len(EXAMPLES) // FOR_EACH == 112
    assert list(Joiner(JOINS, TOPICS).join(EXAMPLES)) == JOINED


def test_each_is_two_questions_of_one_language_as_people_join_them() -> None:
    possible = {
        language: {
            plain(first.rstrip("?？") + join + second)
            for first in questions.values()
            for second in questions.values()
            for join in JOINS[language]
        }
        for language, questions in QUESTIONS.items()
    }
    for one in JOINED:
        assert one.spelling.language is not None
        assert one.readings.spelled in possible[one.spelling.language]
        assert one.readings == readings(one.readings.spelled, one.spelling)


def test_most_are_of_two_topics_and_some_of_one() -> None:
    of = Counter(len(topics(one)) for one in JOINED)
    assert set(of) == {1, 2}
    assert 0.03 < of[1] / len(JOINED) < 0.35
    assert all(set(one.intents) == {one.intents[0]} for one in JOINED if len(topics(one)) == 1)


def test_what_is_asked_beside_nothing_else_is_not_joined() -> None:
    assert not any("greet" in one.intents for one in JOINED)
    assert set().union(*(one.intents for one in JOINED)) == {
        "duty_free", "shopping_hours", "about_zone/area",
    }  # fmt: skip


def test_long_stories_and_languages_of_one_topic_are_not_joined() -> None:
    story = example("my aunt came from the village with all of her bags " * 3, "duty_free", "en")
    alone = example("сколько можно вывезти", "duty_free", "ru")
    joined = Joiner(JOINS, TOPICS).join([*EXAMPLES, *[story, alone] * 100])
    assert not any("aunt" in one.readings.spelled for one in joined)
    assert not list(Joiner(JOINS, TOPICS).join([alone] * 100))


def test_every_language_of_the_guide_has_joins() -> None:
    languages = set(load_forms(ROOT / "languages.yml").languages)
    for key, least in (("questions", 10), ("told", 6)):
        joins_of = load_joins(JOINS_FILE, key)
        assert set(joins_of) == languages
        assert all(len(set(joins)) == len(joins) >= least for joins in joins_of.values())


def test_a_malformed_file_is_named_with_its_key(tmp_path: Path) -> None:
    path = tmp_path / "joins.yml"
    path.write_text("questions: {en: and}\n", encoding="utf-8")
    with pytest.raises(DataFileError, match=r"joins\.yml: en: a list of strings is expected"):
        load_joins(path, "questions")
    with pytest.raises(DataFileError, match=r"joins\.yml: told: a mapping is expected"):
        load_joins(path, "told")
