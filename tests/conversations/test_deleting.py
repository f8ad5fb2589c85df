"""What is old goes, what the guide still reads stays, and the file gives its space back."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.trackers import DialogueStateTracker

from horgos.conversations.database import Database
from horgos.conversations.deleting import Deleted, delete_old, delete_one
from horgos.conversations.file_database import FileDatabase
from horgos.conversations.server_database import connect
from tests.conversations.storing import add, ours, rasas, read, said, start, turn

NOW = datetime.now(timezone.utc)
LIMIT = NOW - timedelta(days=30)
LONG_AGO = NOW - timedelta(days=40)
LATELY = NOW - timedelta(days=20)

Store = tuple[TrackerStore, Database]


def _file(path: Path) -> Store:
    return ours(path), FileDatabase(path)


def _server(path: Path) -> Store:
    """Rasa's own store, as for PostgreSQL."""
    return rasas(path), connect({"dialect": "sqlite", "db": str(path)}, {})


@pytest.fixture(params=[_file, _server])
def both(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """A store, and the same as deleting sees it."""
    make: Callable[[Path], Store] = request.param
    store, database = make(tmp_path / "conversations.db")
    yield store, database
    database.close()


def test_old_conversations_go_and_others_stay(both: Store) -> None:
    store, database = both
    add(store, "old", start(LONG_AGO) + turn(LONG_AGO))
    add(store, "older", start(LONG_AGO) + turn(LONG_AGO) + turn(LONG_AGO))
    add(store, "late", start(LATELY) + turn(LATELY))
    assert delete_old(database, LIMIT) == Deleted(
        conversations=2, events=2 * len(start()) + 3 * len(turn())
    )
    assert list(asyncio.run(store.keys())) == ["late"]
    assert said(store, "late") == ["几点开门"]
    assert delete_old(database, LIMIT) == Deleted(0, 0)


def test_of_somebody_who_comes_back_the_earlier_visits_go(both: Store) -> None:
    store, database = both
    add(store, "a", start(LONG_AGO) + turn(LONG_AGO, "first"))
    add(store, "a", start(LATELY) + turn(LATELY, "second"))
    add(store, "a", start(NOW) + turn(NOW, "third"))
    before = read(store, "a")
    assert delete_old(database, LIMIT) == Deleted(1, len(start()) + len(turn()))
    assert said(store, "a") == ["second", "third"]
    assert read(store, "a") == before


def test_the_session_that_is_still_read_stays_whole(both: Store) -> None:
    """Else the guide would store it a second time, from where it thinks it stopped."""
    store, database = both
    add(store, "a", start(LONG_AGO) + turn(LONG_AGO, "first") + turn(NOW, "second"))
    deleted = delete_old(database, LIMIT)
    assert deleted.events <= 1  # action_session_start, which stands before the session
    add(store, "a", turn(NOW, "third"))
    assert said(store, "a") == ["first", "second", "third"]


def test_a_visitor_at_work_while_all_is_deleted_loses_no_answer(both: Store) -> None:
    store, database = both
    add(store, "a", start(LONG_AGO) + turn(LONG_AGO, "first"))
    tracker = asyncio.run(store.retrieve("a"))
    assert isinstance(tracker, DialogueStateTracker)
    delete_old(database, NOW)
    for event in start(NOW) + turn(NOW, "second"):
        tracker.update(event)
    asyncio.run(store.save(tracker))
    assert said(store, "a")[-1] == "second"
    add(store, "a", turn(NOW, "third"))
    assert said(store, "a")[-2:] == ["second", "third"]


def test_one_conversation_goes_whatever_its_age(both: Store) -> None:
    store, database = both
    add(store, "a", start() + turn())
    add(store, "b", start() + turn())
    assert delete_one(database, "a") == Deleted(1, len(start()) + len(turn()))
    assert list(asyncio.run(store.keys())) == ["b"]
    assert delete_one(database, "a") == Deleted(0, 0)


def test_many_conversations_go_and_their_space_is_given_back(tmp_path: Path) -> None:
    path = tmp_path / "conversations.db"
    store, database = _file(path)
    add(store, "late", start(LATELY) + turn(LATELY))
    for number in range(120):
        add(store, f"old-{number}", start(LONG_AGO) + turn(LONG_AGO, "x" * 5000))
    database.give_back()  # the log file beside it is written into it
    assert path.stat().st_size > 600_000
    assert delete_old(database, LIMIT).conversations == 120
    assert path.stat().st_size < 40_000
    assert said(store, "late") == ["几点开门"]


def test_what_was_deleted_is_in_none_of_the_files(tmp_path: Path) -> None:
    store, database = _file(tmp_path / "conversations.db")
    add(store, "late", start(LATELY) + turn(LATELY))
    add(store, "old", start(LONG_AGO) + turn(LONG_AGO, "zebra-4711"))
    assert _files_with(b"zebra-4711", tmp_path)
    delete_old(database, LIMIT)
    assert _files_with(b"zebra-4711", tmp_path) == []


def _files_with(text: bytes, folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if text in path.read_bytes()]


def test_a_database_that_cannot_shrink_is_no_endless_work(tmp_path: Path) -> None:
    path = tmp_path / "conversations.db"
    store, database = _file(path)
    add(store, "old", start(LONG_AGO) + turn(LONG_AGO, "x" * 50_000))
    with sqlite3.connect(path, isolation_level=None) as other:
        other.executescript("PRAGMA auto_vacuum = NONE; VACUUM")
    assert delete_old(database, LIMIT).conversations == 1


@pytest.mark.parametrize(
    ("deleted", "text"),
    [
        (Deleted(0, 0), "0 events of 0 conversations"),
        (Deleted(1, 1), "1 event of 1 conversation"),
        (Deleted(2, 12_345), "12,345 events of 2 conversations"),
    ],
)
def test_what_is_gone_is_said(deleted: Deleted, text: str) -> None:
    assert str(deleted) == text
