"""Questions with something told beside them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from horgos.answers.topics import load_topics
from horgos.language.detection import detect
from horgos.language.forms import load_forms
from horgos.language.reading import readings
from horgos.language.yaml_files import DataFileError, load_mapping, words_at
from horgos.nlu.examples import Example
from horgos.nlu.told import FOR_EACH, Teller, load_told
from horgos.project import ROOT
from tests.data.training import training_questions

FOLDER = ROOT / "data" / "told"
LANGUAGES = load_forms(ROOT / "languages.yml").languages
BESIDE_TOPICS = {"unanswerable", "life"}
LEAST = 20

TOLD = {"en": ["we came by car,", "got my visa"], "ru": ["паспорт у меня есть"]}
JOINS = {"en": [". "], "ru": [", "]}
QUESTIONS = {
    "how much can i take out of the zone?": "duty_free",
    "how big is the whole zone": "about_zone/area",
    "hello to all of you my dear friends": "greet",
    "когда закрываются ваши магазины": "shopping_hours",
    "what papers do my parents need for the visit": "entry_documents",
}


def example(text: str, intent: str) -> Example:
    spelling = detect(text)
    return Example(readings(text, spelling), spelling, (intent,))


EXAMPLES = [example(text, intent) for text, intent in QUESTIONS.items()] * 80
TELLER = Teller(TOLD, JOINS, {"duty_free", "about_zone", "shopping_hours"})
MADE = list(TELLER.tell(EXAMPLES))


def test_there_is_one_for_so_many_questions_and_always_the_same() -> None:
    assert len(MADE) == len(EXAMPLES) // FOR_EACH == 50
    assert list(TELLER.tell(EXAMPLES)) == MADE


def test_what_is_told_stands_before_most_questions_and_behind_some() -> None:
    texts = Counter(one.readings.spelled for one in MADE)
    assert set(texts) <= {
        "we came by car, how much can i take out of the zone?",
        "how much can i take out of the zone? we came by car,",
        "got my visa. how much can i take out of the zone?",
        "how much can i take out of the zone? got my visa",
        "we came by car, how big is the whole zone",
        "how big is the whole zone. we came by car,",
        "got my visa. how big is the whole zone",
        "how big is the whole zone. got my visa",
        "паспорт у меня есть, когда закрываются ваши магазины",
        "когда закрываются ваши магазины, паспорт у меня есть",
    }
    behind = sum(n for text, n in texts.items() if text.startswith(("how", "когда")))
    assert 0.1 < behind / len(MADE) < 0.45


def test_only_the_question_is_asked() -> None:
    asked = {("how much can" in one.readings.spelled, one.intents) for one in MADE}
    assert (True, ("duty_free",)) in asked
    assert not any(is_first != (intents == ("duty_free",)) for is_first, intents in asked)
    assert all(one.readings == readings(one.readings.spelled, one.spelling) for one in MADE)


def test_without_questions_of_a_language_nothing_is_made() -> None:
    assert not list(Teller({"zh": ["我带了护照"]}, JOINS, {"duty_free"}).tell(EXAMPLES))


def test_every_language_tells_of_topics_and_of_life() -> None:
    topics = {*load_topics(ROOT / "topics.yml"), *BESIDE_TOPICS}
    assert {path.stem for path in FOLDER.glob("*.yml")} == set(LANGUAGES)
    for language in LANGUAGES:
        path = FOLDER / f"{language}.yml"
        data = load_mapping(path)
        assert set(data) >= BESIDE_TOPICS, path
        assert set(data) <= topics, path
        assert len(data) >= 9, path
        for topic in data:
            texts = words_at(path, data, topic)
            assert len(set(texts)) == len(texts) >= LEAST, (path, topic)


def test_nothing_told_is_a_question_that_is_taught() -> None:
    taught = {text.casefold() for _, _, text in training_questions()}
    told = [text for texts in load_told(FOLDER).values() for text in texts]
    assert len(told) >= 4 * 9 * LEAST
    assert not [
        text for text in told if text.casefold() in taught or text.endswith(("?", "？", "؟"))
    ]


def test_a_malformed_file_is_named_with_its_key(tmp_path: Path) -> None:
    (tmp_path / "en.yml").write_text("life: we are tired\n", encoding="utf-8")
    with pytest.raises(DataFileError, match=r"en\.yml: life: a list of strings is expected"):
        load_told(tmp_path)
