"""No question of the test set may have been learnt from or tuned to."""

import csv
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.conftest import FORMS
from tests.data.training import training_questions
from tests.understanding.questions import dialogues, normalised, questions

ROOT = Path(__file__).resolve().parents[2]
LONGEST_PHRASE = 30
"""Letters of what people say alike between two questions."""


def test_no_test_question_occurs_in_training_or_validation_data(language: str) -> None:
    learnt = {normalised(text) for _, _, text in training_questions()}
    assert len(learnt) > 15000
    learnt |= {normalised(text) for text in _beside_questions()}
    tuned = {normalised(text) for text in _validation_texts()}
    assert len(tuned) > 5500
    assert [text for text in _asked(language) if normalised(text) in learnt | tuned] == []


# Rules and word lists were mended until these were read right: files, and their texts at least.
MENDED_AGAINST = {
    "tests/language/drills/short-*.tsv": (4, 1872),
    "tests/language/drills/requests-*.tsv": (5, 690),
    "tests/entities/drills/*.tsv": (4, 2884),
    "tests/guide/dialogues/*.yml": (4, 49),
    "tests/guide/second_questions/*.yml": (4, 659),
    "tests/guide/every_topic.yml": (1, 49),
}


@pytest.mark.parametrize("files", MENDED_AGAINST)
def test_no_test_question_is_among_what_rules_were_mended_against(files: str) -> None:
    paths = sorted(ROOT.glob(files))
    drilled = [text for path in paths for text in _drilled(path)]
    count, texts = MENDED_AGAINST[files]
    assert len(paths) == count and len(drilled) >= texts
    asked = [text for language in FORMS.languages for text in _asked(language)]
    assert len(asked) >= 4 * 250
    known = set(map(normalised, drilled))
    assert [text for text in asked if normalised(text) in known] == []


def _drilled(path: Path) -> Iterator[str]:
    """What somebody says: the first column of a table, or the texts of a file of questions."""
    if path.suffix == ".tsv":
        with path.open(encoding="utf-8", newline="") as lines:
            rows = csv.reader(lines, "excel-tab", quoting=csv.QUOTE_NONE)
            yield from (row[0] for row in rows if row[0] != "text")
    else:
        read = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
        yield from _SAID[path.relative_to(ROOT / "tests" / "guide").parts[0]](read)


_SAID: dict[str, Callable[[Any], Iterable[str]]] = {
    "dialogues": lambda scripts: (turn["user"] for each in scripts for turn in each["turns"]),
    "second_questions": lambda talks: (turn["text"] for talk in talks for turn in talk),
    "every_topic.yml": lambda forms: (text for asked in forms.values() for text in asked.values()),
}


def _asked(language: str) -> list[str]:
    """The questions, and the turns that say more than anybody says in a conversation."""
    asked = [item.text for item in questions(language)]
    assert len(asked) >= 250
    return asked + [
        turn.text for _, turns in dialogues(language) for turn in turns if _tells(turn.text)
    ]


def _validation_texts() -> Iterator[str]:
    """Of the questions, and of the turns that say more than anybody says in a conversation."""
    yaml = YAML(typ="safe")
    for path in sorted((ROOT / "data" / "validation").glob("*/questions.yml")):
        yield from (item["text"] for item in yaml.load(path.read_text(encoding="utf-8")))
    for path in sorted((ROOT / "data" / "validation").glob("*/dialogues.yml")):
        for dialogue in yaml.load(path.read_text(encoding="utf-8")):
            yield from (turn["text"] for turn in dialogue["turns"] if _tells(turn["text"]))
    yield from _texts_by_intents("validation/hard")


def _beside_questions() -> Iterator[str]:
    """What else the heads learn from: what is told, and messages written whole."""
    for folder in ("told", "asked"):
        yield from _texts_by_intents(folder)


def _texts_by_intents(folder: str) -> Iterator[str]:
    files = sorted((ROOT / "data" / folder).glob("*.yml"))
    assert len(files) == 4, folder
    for path in files:
        for texts in YAML(typ="safe").load(path.read_text(encoding="utf-8")).values():
            yield from texts


def _tells(text: str) -> bool:
    """Not a "thank you" or an "and on Sunday?", which everybody writes alike."""
    return len(normalised(text)) > LONGEST_PHRASE


def test_dialogues_are_there(language: str) -> None:
    assert len(dialogues(language)) >= 30
