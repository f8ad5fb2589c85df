"""No question of the test set may have been learnt from or tuned to."""

from collections.abc import Iterator
from pathlib import Path

from ruamel.yaml import YAML

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
    asked = [item.text for item in questions(language)]
    assert len(asked) >= 250
    asked += [turn.text for _, turns in dialogues(language) for turn in turns if _tells(turn.text)]
    assert [text for text in asked if normalised(text) in learnt | tuned] == []


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
