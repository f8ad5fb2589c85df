"""Where conversations are kept by default: one SQLite file beside the guide.

Rasa's own SQL store, tuned for one process and many short writes: connections stay open, and a
write waits for the log file of the database, not for the disk. A loss of power may cost the last
moments of a conversation, never the file. Several machines share PostgreSQL instead
(``tracker_store: {type: SQL, dialect: postgresql}`` in ``endpoints.yml``).
"""

from __future__ import annotations

from typing import Any

import sqlalchemy
from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.domain import Domain
from sqlalchemy.pool import QueuePool

_BUSY_SECONDS = 10.0


class SqliteConversations(SQLTrackerStore):
    """Keeps conversations in the SQLite file ``db``."""

    def __init__(
        self,
        domain: Domain | None = None,
        db: str = "conversations.db",
        event_broker: EventBroker | None = None,
        **kwargs: Any,
    ) -> None:
        """Open the file, or begin one.

        Args:
            domain: Of the model.
            db: Path of the file.
            event_broker: Rasa's.
            kwargs: What else Rasa hands to every store.
        """
        super().__init__(domain, "sqlite", db=db, event_broker=event_broker, **kwargs)
        self.engine.dispose()
        self.engine: Any = sqlalchemy.create_engine(
            self.get_db_url("sqlite", db=db),
            poolclass=QueuePool,
            connect_args={"check_same_thread": False, "timeout": _BUSY_SECONDS},
        )
        sqlalchemy.event.listen(self.engine, "connect", _quick_writes)
        self.sessionmaker = sqlalchemy.orm.session.sessionmaker(bind=self.engine)


def _quick_writes(connection: Any, record: Any) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
