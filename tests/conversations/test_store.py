"""Our store of conversations: what is kept, and that Rasa's own SQL store understands it."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from rasa.core.tracker_store import TrackerStore

from tests.conversations.storing import add, ours, rasas, read, start, turn

Open = Callable[[Path], TrackerStore]


@pytest.mark.parametrize(("writer", "reader"), [(ours, ours), (ours, rasas), (rasas, ours)])
def test_either_store_reads_what_the_other_wrote(
    writer: Open, reader: Open, tmp_path: Path
) -> None:
    path = tmp_path / "conversations.db"
    store = writer(path)
    add(store, "a", start() + turn())
    add(store, "a", turn())
    add(store, "b", start())
    expected = asyncio.run(store.retrieve("a"))
    assert expected is not None
    assert read(reader(path), "a") == [event.as_dict() for event in expected.events]
    assert len(read(reader(path), "a")) == len(start()) - 1 + 2 * len(turn())
    assert expected.get_slot("form") == "zh-Hans"
    assert sorted(asyncio.run(reader(path).keys())) == ["a", "b"]


def test_nothing_is_stored_twice(tmp_path: Path) -> None:
    path = tmp_path / "conversations.db"
    store = ours(path)
    for _ in range(3):
        add(store, "a", [])
    add(store, "a", start())
    add(store, "a", turn())
    add(store, "a", [])
    with sqlite3.connect(path) as database:
        ((rows,),) = database.execute("SELECT COUNT(*) FROM events")
    assert rows == len(start()) + len(turn())


def test_a_new_session_forgets_the_one_before_but_keeps_it(tmp_path: Path) -> None:
    store = ours(tmp_path / "conversations.db")
    add(store, "a", start() + turn())
    add(store, "a", start())
    assert len(read(store, "a")) == len(start()) - 1
    full = asyncio.run(store.retrieve_full_tracker("a"))
    assert full is not None
    assert len(full.events) == 2 * len(start()) + len(turn())


def test_a_new_visitor_has_no_conversation(tmp_path: Path) -> None:
    store = ours(tmp_path / "conversations.db")
    assert read(store, "nobody") == []
    assert asyncio.run(store.retrieve_full_tracker("nobody")) is None


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "conversations.db"
    path.write_text("these are my notes, not a database, and they are long enough to tell")
    with pytest.raises(sqlite3.DatabaseError):
        ours(path)
    assert path.read_text().startswith("these are my notes")
