"""Our store of conversations: what is kept, and that Rasa's own SQL store understands it."""

from __future__ import annotations

import asyncio
import sqlite3
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rasa.core.tracker_store import SQLTrackerStore, TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    BotUttered,
    Event,
    SessionStarted,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker

from horgos.conversations import SqliteConversations

ROOT = Path(__file__).resolve().parent.parent
with warnings.catch_warnings():
    # Rasa reminds every reader of a domain of a change in its version 3.0.
    warnings.simplefilter("ignore", UserWarning)
    DOMAIN = Domain.load(str(ROOT / "domain.yml"))
START: list[Event] = [
    ActionExecuted("action_session_start"),
    SessionStarted(),
    ActionExecuted("action_listen"),
]
FIRST_TURN: list[Event] = [
    UserUttered("几点开门", intent={"name": "shopping_hours"}),
    ActionExecuted("action_answer"),
    BotUttered("…"),
    SlotSet("form", "zh-Hans"),
    ActionExecuted("action_listen"),
]


def ours(path: Path) -> TrackerStore:
    return SqliteConversations(DOMAIN, db=str(path))


def rasas(path: Path) -> TrackerStore:
    return SQLTrackerStore(DOMAIN, dialect="sqlite", db=str(path))


def add(store: TrackerStore, sender: str, events: list[Event]) -> None:
    """As Rasa's processor does: read, update, save."""
    tracker = asyncio.run(store.retrieve(sender)) or DialogueStateTracker(sender, DOMAIN.slots)
    for event in events:
        tracker.update(event)
    asyncio.run(store.save(tracker))


def read(store: TrackerStore, sender: str) -> list[dict[str, Any]]:
    tracker = asyncio.run(store.retrieve(sender))
    return [] if tracker is None else [event.as_dict() for event in tracker.events]


Open = Callable[[Path], TrackerStore]


@pytest.mark.parametrize(("writer", "reader"), [(ours, ours), (ours, rasas), (rasas, ours)])
def test_either_store_reads_what_the_other_wrote(
    writer: Open, reader: Open, tmp_path: Path
) -> None:
    path = tmp_path / "conversations.db"
    store = writer(path)
    add(store, "a", START + FIRST_TURN)
    add(store, "a", FIRST_TURN)
    add(store, "b", START)
    expected = asyncio.run(store.retrieve("a"))
    assert expected is not None
    assert read(reader(path), "a") == [event.as_dict() for event in expected.events]
    assert len(read(reader(path), "a")) == len(START) - 1 + 2 * len(FIRST_TURN)
    assert expected.get_slot("form") == "zh-Hans"
    assert sorted(asyncio.run(reader(path).keys())) == ["a", "b"]


def test_nothing_is_stored_twice(tmp_path: Path) -> None:
    path = tmp_path / "conversations.db"
    store = ours(path)
    for _ in range(3):
        add(store, "a", [])
    add(store, "a", START)
    add(store, "a", FIRST_TURN)
    add(store, "a", [])
    with sqlite3.connect(path) as database:
        ((rows,),) = database.execute("SELECT COUNT(*) FROM events")
    assert rows == len(START) + len(FIRST_TURN)


def test_a_new_session_forgets_the_one_before_but_keeps_it(tmp_path: Path) -> None:
    store = ours(tmp_path / "conversations.db")
    add(store, "a", START + FIRST_TURN)
    add(store, "a", START)
    assert len(read(store, "a")) == len(START) - 1
    full = asyncio.run(store.retrieve_full_tracker("a"))
    assert full is not None
    assert len(full.events) == 2 * len(START) + len(FIRST_TURN)


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
