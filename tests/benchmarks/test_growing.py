import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from benchmarks.growing.project import grown_files
from benchmarks.growing.store import conversations, fill, senders
from benchmarks.growing.synthetic import made_up_questions, topic_names
from horgos.language.forms import load_forms

ROOT = Path(__file__).resolve().parents[2]


def test_made_up_questions_are_all_different_and_the_same_every_time() -> None:
    questions = made_up_questions(topic_names(20), 6)
    languages = load_forms(ROOT / "languages.yml").languages
    assert len({question.text for question in questions}) == len(questions)
    assert Counter(question.language for question in questions) == dict.fromkeys(languages, 120)
    assert set(Counter(question.topic for question in questions).values()) == {6 * len(languages)}
    assert questions == made_up_questions(topic_names(20), 6)


def test_a_grown_project_has_the_components_of_the_guide_and_other_topics() -> None:
    guide = {"config.yml": b"ours", "data/nlu/en/greet.yml": b"old", "topics.yml": b"old"}
    files = grown_files(guide, made_up_questions(topic_names(2), 3))
    assert files["config.yml"] == b"ours"
    assert "data/nlu/en/greet.yml" not in files
    read = YAML(typ="safe")
    assert list(read.load(files["topics.yml"])["topics"]) == ["topic_000", "topic_001"]
    english = read.load(files["data/nlu/en/topics.yml"])["nlu"]
    assert [block["intent"] for block in english] == ["topic_000", "topic_001"]
    assert [len(block["examples"].splitlines()) for block in english] == [3, 3]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """As Rasa makes it, with two conversations."""
    from rasa.core.tracker_store import SQLTrackerStore

    path = tmp_path / "conversations.db"
    SQLTrackerStore(db=str(path)).engine.dispose()
    rows = [
        (sender, name, 1.0 + place, None, None, f'{{"event": "{name}"}}')
        for sender in ("one", "two")
        for place, name in enumerate(("session_started", sender))
    ]
    with closing(sqlite3.connect(path)) as opened:
        opened.executemany(
            "INSERT INTO events (sender_id, type_name, timestamp, intent_name, action_name, data)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            rows,
        )
        opened.commit()
    return path


def test_conversations_are_copied_whole_under_ids_of_their_own(store: Path) -> None:
    fill(store, 7)
    assert conversations(store) == 7
    with closing(sqlite3.connect(store)) as opened:
        query = "SELECT sender_id, group_concat(type_name) FROM events GROUP BY sender_id"
        talks = Counter(said for _, said in opened.execute(query))
        names = {row[0] for row in opened.execute("SELECT name FROM sqlite_master")}
    assert sum(talks.values()) == 7
    assert set(talks) == {"session_started,one", "session_started,two"}
    assert "ix_events_sender_id" in names
    assert len(set(senders(store, 5))) == 5


def test_a_store_that_is_large_enough_stays_as_it_is(store: Path) -> None:
    fill(store, 1)
    assert conversations(store) == 2
