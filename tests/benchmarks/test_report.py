import json
from pathlib import Path

from benchmarks import baseline
from benchmarks.machine import Circumstances, circumstances
from benchmarks.report import keep
from benchmarks.tables import Number, Row, Table

ROOT = Path(__file__).resolve().parents[2]
WHERE = Circumstances("2026-11-22", "abc1234", False, "A CPU", 2, 23.4, "Linux", "3.6.21", 0.1)


def _table(value: float) -> Table:
    return Table("Speed", ("ours",), (Row("p50, ms", (Number(value, 1),)),))


def test_parts_of_a_commit_are_kept_side_by_side(tmp_path: Path) -> None:
    keep("speed", [_table(1)], WHERE, "full", tmp_path)
    keep("growth", [_table(2)], WHERE, "full", tmp_path)
    page = keep("speed", [_table(3)], WHERE, "full", tmp_path)
    assert page == tmp_path / "2026-11-22-abc1234-full.md"
    text = page.read_text(encoding="utf-8")
    assert "A CPU, 2 cores" in text
    assert [row for row in text.splitlines() if row.startswith("| p50")] == [
        "| p50, ms | 3.0 |",
        "| p50, ms | 2.0 |",
    ]
    assert set(json.loads(page.with_suffix(".json").read_text())["parts"]) == {"speed", "growth"}


def test_a_run_never_replaces_one_of_another_extent(tmp_path: Path) -> None:
    full = keep("speed", [_table(1)], WHERE, "full", tmp_path)
    assert keep("speed", [_table(2)], WHERE, "quick", tmp_path) != full


def test_this_machine_can_be_described() -> None:
    found = circumstances(ROOT)
    assert found.cores >= 1
    assert found.rasa == "3.6.21"


def test_the_baseline_learns_topics() -> None:
    examples = [("when do you open", "hours"), ("opening hours", "hours"), ("hello", "greet")]
    model = baseline.learn([*examples, ("hello there", "greet")])
    assert [reply.topics for reply in baseline.replies(model, ["opening", "hello you"])] == [
        {"hours"},
        {"greet"},
    ]


def test_training_questions_count_by_topic() -> None:
    topics = {topic for _, topic in baseline.training_examples(ROOT)}
    assert {"about_zone", "duty_free"} <= topics
    assert not any("/" in topic for topic in topics)
