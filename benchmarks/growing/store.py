"""The guide's conversation store, filled by copying conversations held with it."""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

_INDEX = "ix_events_sender_id"
_TALKS = 50
"""Different conversations that are copied at most."""
_COLUMNS = "type_name, timestamp, intent_name, action_name, data"


def conversations(path: Path) -> int:
    """How many are stored."""
    with closing(sqlite3.connect(path)) as store:
        found: int = store.execute("SELECT count(DISTINCT sender_id) FROM events").fetchone()[0]
    return found


def senders(path: Path, count: int) -> list[str]:
    """Ids of some stored conversations, from all over the store."""
    query = "SELECT DISTINCT sender_id FROM events ORDER BY sender_id LIMIT ?"
    with closing(sqlite3.connect(path)) as store:
        return [row[0] for row in store.execute(query, (count,))]


def fill(path: Path, wanted: int) -> None:
    """Copy the conversations stored, each under new ids, until there are so many.

    Args:
        path: The store, with at least one conversation; nobody else has it open.
        wanted: Conversations.
    """
    missing = wanted - conversations(path)
    with closing(sqlite3.connect(path)) as store:
        store.execute("PRAGMA synchronous = OFF")
        talks = _talks(store)
        # Random ids would be sorted into the index one by one.
        definition = store.execute("SELECT sql FROM sqlite_master WHERE name = ?", (_INDEX,))
        [(index,)] = definition.fetchall()
        store.execute(f"DROP INDEX {_INDEX}")
        store.executemany(
            f"INSERT INTO events (sender_id, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)",
            _copies(talks, missing),
        )
        store.execute(index)
        store.commit()


def _talks(store: sqlite3.Connection) -> list[Sequence[tuple[Any, ...]]]:
    """The events of each conversation, without ids."""
    query = f"SELECT {_COLUMNS} FROM events WHERE sender_id = ? ORDER BY id"
    ids = store.execute("SELECT DISTINCT sender_id FROM events").fetchall()
    return [store.execute(query, sender).fetchall() for sender in ids[:_TALKS]]


def _copies(talks: Sequence[Sequence[tuple[Any, ...]]], count: int) -> Iterator[tuple[Any, ...]]:
    for number in range(count):
        sender = uuid.uuid4().hex
        for event in talks[number % len(talks)]:
            yield (sender, *event)
