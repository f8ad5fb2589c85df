from pathlib import Path

import pytest

from benchmarks.asking import Reply
from benchmarks.parsing import Parse
from benchmarks.pictures.confusion import confusion, confusion_picture
from benchmarks.pictures.latency import latency_picture
from benchmarks.pictures.picture import Picture, draw
from benchmarks.pictures.reliability import Group, reliability, reliability_picture
from benchmarks.pictures.times import times_picture
from tests.benchmarks.tiny import question

HOURS, DUTY = frozenset({"shopping_hours"}), frozenset({"duty_free"})
QUESTIONS = [
    question(),
    question(topics=DUTY),
    question(topics=DUTY),
    question(topics=HOURS | DUTY),
]
REPLIES = [Reply.of_topics(topics) for topics in (HOURS, HOURS, HOURS | DUTY, HOURS)]
PARSES = [Parse(("shopping_hours",), confidence, 1.0) for confidence in (0.9, 0.8, 0.2, 1.0)]


def test_the_matrix_counts_questions_with_one_topic() -> None:
    topics, counts = confusion(REPLIES, QUESTIONS)
    assert topics == ["duty_free", "shopping_hours"]
    assert counts.tolist() == [[0, 1, 1], [0, 1, 0]]


def test_groups_of_confidence_hold_their_upper_end_only_at_last() -> None:
    groups = reliability(PARSES, QUESTIONS, (0.0, 0.5, 0.9, 1.0))
    assert groups == [
        Group(0.2, 0.0, 1),
        Group(0.8, 0.0, 1),
        Group(pytest.approx(0.95), 1.0, 2),
    ]


@pytest.mark.parametrize(
    ("picture", "said"),
    [
        (confusion_picture("kk", REPLIES, QUESTIONS), ["duty_free", "several topics", "kk"]),
        (reliability_picture({"ours": PARSES}, QUESTIONS, (0.0, 0.5, 1.0)), ["ours", "as sure"]),
        (latency_picture({"ours": [3.0, 1.0], "stock Rasa": [5.0]}), ["ours", "stock Rasa"]),
        (
            times_picture({"ours": {"gate": 1.0, "NLU": 2.0}, "stock": {"NLU": 9.0}}),
            ["gate", "9.0"],
        ),
    ],
)
def test_pictures_say_what_they_show_and_are_the_same_each_time(
    picture: Picture, said: list[str], tmp_path: Path
) -> None:
    [path] = draw([picture], tmp_path / "images")
    first = path.read_text(encoding="utf-8")
    assert path == tmp_path / "images" / f"{picture.name}.svg"
    assert all(word in first for word in said)
    draw([picture], tmp_path / "images")
    assert path.read_text(encoding="utf-8") == first
