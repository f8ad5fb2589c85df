"""No question of the test set may have been learnt from or tuned to."""

from pathlib import Path

from ruamel.yaml import YAML

from tests.data.training import training_questions
from tests.understanding.questions import dialogues, normalised, questions

ROOT = Path(__file__).resolve().parents[2]


def test_no_test_question_occurs_in_training_or_validation_data(language: str) -> None:
    learnt = {normalised(text) for _, _, text in training_questions()}
    assert len(learnt) > 6000
    tuned = set()
    for path in sorted((ROOT / "data" / "validation").glob("*/questions.yml")):
        tuned |= {normalised(item["text"]) for item in YAML(typ="safe").load(path.read_text())}
    assert len(tuned) > 1000
    asked = [item.text for item in questions(language)]
    assert len(asked) >= 250
    assert [text for text in asked if normalised(text) in learnt | tuned] == []


def test_dialogues_are_there(language: str) -> None:
    assert len(dialogues(language)) >= 30
