"""Conversations deleted: those that are old, or one by its name. The guide may be at work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from horgos.conversations.database import Database

_AT_ONCE = 50
"""Conversations of one transaction; while it lasts the guide has to wait."""
# A conversation that has gone quiet goes as a whole; of one that goes on, the sessions before the
# present one, which the guide still reads, and of these no more than what is old.
_OLD = """
SELECT sender_id,
       CASE WHEN MAX(timestamp) < :before THEN MAX(id) + 1
            ELSE MAX(CASE WHEN type_name = 'session_started' THEN id END) END
FROM events GROUP BY sender_id HAVING MIN(timestamp) < :before
"""
_DELETE = "DELETE FROM events WHERE sender_id = :sender AND id < :until AND timestamp < :before"
_DELETE_ALL = "DELETE FROM events WHERE sender_id = :sender"


@dataclass(frozen=True)
class Deleted:
    """What is gone.

    Attributes:
        conversations: How many lost something, most of them everything.
        events: What was said, pressed, answered and noted in them.
    """

    conversations: int
    events: int

    def __str__(self) -> str:
        return f"{_count(self.events, 'event')} of {_count(self.conversations, 'conversation')}"


def delete_old(database: Database, before: datetime) -> Deleted:
    """Delete what was said before a moment, and give its space back."""
    moment = before.timestamp()
    found = database.rows(_OLD, {"before": moment})
    values = [
        {"sender": sender, "until": until, "before": moment}
        for sender, until in found
        if until is not None
    ]
    return _delete(database, _DELETE, values)


def delete_one(database: Database, sender: str) -> Deleted:
    """Delete all that is kept of a conversation; nothing when there is none with this id."""
    return _delete(database, _DELETE_ALL, [{"sender": sender}])


def _delete(database: Database, statement: str, values: Sequence[dict[str, Any]]) -> Deleted:
    counts: list[int] = []
    for start in range(0, len(values), _AT_ONCE):
        counts += database.change(statement, values[start : start + _AT_ONCE])
    database.give_back()
    return Deleted(conversations=sum(map(bool, counts)), events=sum(counts))


def _count(number: int, of: str) -> str:
    return f"{number:,} {of}" if number == 1 else f"{number:,} {of}s"
