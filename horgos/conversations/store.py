"""Where conversations are kept by default: one SQLite file beside the guide.

The table is the one Rasa's own SQL store keeps, so that either reads what the other wrote; its
object-relational mapper costs ten times what these few statements do (docs/adr/0006). A write
waits for the database's log file, not for the disk: a loss of power may cost the last moments of
a conversation, never the file. Several machines share PostgreSQL instead (``horgos/shared``,
docs/several-machines.md).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import SerializedTrackerAsText, TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event
from rasa.shared.core.trackers import DialogueStateTracker

from horgos.conversations.file import open_file

_SESSION = """sender_id = :sender AND id >= IFNULL(
    (SELECT MAX(id) FROM events WHERE sender_id = :sender AND type_name = 'session_started'), 0)"""
_READ_SESSION = f"SELECT data FROM events WHERE {_SESSION} ORDER BY id"
_READ_ALL = "SELECT data FROM events WHERE sender_id = :sender ORDER BY id"
_COUNT_SESSION = f"SELECT COUNT(*) FROM events WHERE {_SESSION}"
_ADD = """INSERT INTO events (sender_id, type_name, timestamp, intent_name, action_name, data)
VALUES (?, ?, ?, ?, ?, ?)"""


class SqliteConversations(TrackerStore, SerializedTrackerAsText):
    """Keeps conversations in the SQLite file ``db``; for one process and one event loop."""

    def __init__(
        self,
        domain: Domain | None = None,
        db: str = "conversations.db",
        event_broker: EventBroker | None = None,
        host: str | None = None,
        **kwargs: Any,
    ) -> None:
        """Open the file, or begin one.

        Args:
            domain: Of the model.
            db: Path of the file.
            event_broker: Rasa's.
            host: Rasa hands it to every store; a file has none.
            kwargs: What else Rasa hands to every store.

        Raises:
            OSError: The file's folder is missing, or the file is somebody else's.
            sqlite3.Error: The file cannot be opened, or is no database.
        """
        self._database = open_file(Path(db))
        super().__init__(domain, event_broker, **kwargs)

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The conversation since its last session began; None for a new visitor."""
        return self._tracker(sender_id, _READ_SESSION)

    async def retrieve_full_tracker(self, sender_id: str) -> DialogueStateTracker | None:
        """The conversation with all its sessions; None for a new visitor."""
        return self._tracker(sender_id, _READ_ALL)

    async def keys(self) -> Iterable[str]:
        """Ids of all conversations."""
        rows = self._database.execute("SELECT DISTINCT sender_id FROM events")
        return [sender for (sender,) in rows]

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Add the events that are not stored yet."""
        await self.stream_events(tracker)
        sender = {"sender": tracker.sender_id}
        ((stored,),) = self._database.execute(_COUNT_SESSION, sender)
        new = list(tracker.events)[stored:]
        with self._database:
            self._database.executemany(_ADD, (_row(tracker.sender_id, event) for event in new))

    def _tracker(self, sender_id: str, query: str) -> DialogueStateTracker | None:
        rows = self._database.execute(query, {"sender": sender_id}).fetchall()
        if not rows or self.domain is None:
            return None
        events = [json.loads(data) for (data,) in rows]
        return DialogueStateTracker.from_dict(sender_id, events, self.domain.slots)


def _row(sender_id: str, event: Event) -> tuple[Any, ...]:
    data = event.as_dict()
    intent = data.get("parse_data", {}).get("intent", {}).get("name")
    return (
        sender_id,
        event.type_name,
        data.get("timestamp"),
        intent,
        data.get("name"),
        json.dumps(data),
    )
