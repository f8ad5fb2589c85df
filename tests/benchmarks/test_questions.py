from decimal import Decimal
from pathlib import Path

from benchmarks.questions import Dialogue, read_dialogues, read_questions
from tests.benchmarks.tiny import question

ITEM = """
text: when do you open
topics: [shopping_hours]
intents: [shopping_hours]
facts: [shopping.hours]
form: en-Latn
style: plain
"""


def _write(folder: Path, name: str, items: str) -> None:
    (folder / "en").mkdir(exist_ok=True)
    (folder / "en" / name).write_text(items, encoding="utf-8")


def _listed(item: str) -> str:
    return "- " + "\n  ".join(item.strip().splitlines()) + "\n"


def test_questions_with_their_labels(tmp_path: Path) -> None:
    paid = f"{ITEM}citizenship: KZ\nmoney: {{amount: 6500.5}}\n".replace("[shopping.hours]", "any")
    _write(tmp_path, "questions.yml", _listed(ITEM) + _listed(paid))
    plain, stating = read_questions(["en"], 1, tmp_path)
    assert plain == question()
    assert stating == question(facts=None, citizenship="KZ", money=(Decimal("6500.5"), None))


def test_each_tenth_question_of_each_language(tmp_path: Path) -> None:
    _write(tmp_path, "questions.yml", _listed(ITEM) * 21)
    assert len(read_questions(["en", "en"], 10, tmp_path)) == 6


def test_dialogues_are_turns_in_order(tmp_path: Path) -> None:
    turn = f"    - {{{', '.join(ITEM.strip().splitlines())}}}\n"
    _write(tmp_path, "dialogues.yml", f"- name: one\n  turns:\n{turn}{turn}")
    assert read_dialogues(["en"], 1, tmp_path) == [Dialogue("en", (question(), question()))]
