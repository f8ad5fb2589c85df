"""Conversations in one PostgreSQL for several guides: Rasa's own SQL store, but it may go away.

With Rasa's own the first message after the database came back finds a dead connection: the
conversation is begun anew for it, and as events are counted, those of the new beginning pass for
stored already and are lost. Here a dead connection is noticed before it is used, and a beginning
of its own is stored whole. While the database is away each message is answered from itself alone,
and is not kept.
"""

from __future__ import annotations

import itertools
import logging
from collections.abc import Iterator
from typing import Any

import sqlalchemy
from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import SQLTrackerStore, create_engine_kwargs
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session, sessionmaker

logger = logging.getLogger(__name__)


class SharedConversations(SQLTrackerStore):
    """Keeps conversations where other guides find them."""

    engine: Any

    def __init__(
        self,
        domain: Domain | None = None,
        host: str | None = None,
        event_broker: EventBroker | None = None,
        **kwargs: Any,
    ) -> None:
        """Connect, and make the table when there is none.

        Args:
            domain: Of the model.
            host: Of the database; ``url`` in ``endpoints.yml``.
            event_broker: Rasa's.
            kwargs: What else Rasa's own store takes: ``dialect``, ``port``, ``db`` ...
        """
        super().__init__(domain=domain, host=host, event_broker=event_broker, **kwargs)
        self.engine.dispose()
        url = self.engine.url
        self.engine = sqlalchemy.create_engine(url, pool_pre_ping=True, **create_engine_kwargs(url))
        self.sessionmaker = sessionmaker(bind=self.engine)

    def answers(self) -> bool:
        """Whether the database does; waits for it, and may be asked from any thread."""
        try:
            self.engine.connect().close()
        except SQLAlchemyError:
            return False
        return True

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Add the events that are not stored yet; without a database they are lost.

        Rasa would keep them in memory, where nobody reads them, until the guide ends.
        """
        try:
            await super().save(tracker)
        except SQLAlchemyError as fault:
            logger.error("A message is not kept, PostgreSQL does not take it: %s", _short(fault))

    def _additional_events(
        self, session: Session, tracker: DialogueStateTracker
    ) -> Iterator[Event]:
        """The events that come after those stored since the tracker's first one."""
        events = tracker.events
        if not events:
            return iter(())
        all_events = self._event_query(session, tracker.sender_id, True)
        stored = all_events.filter(self.SQLEvent.timestamp >= events[0].timestamp).count()
        return itertools.islice(events, stored, None)


def _short(fault: SQLAlchemyError) -> str:
    """Its first line; the others hold the statement, and with it what a visitor wrote."""
    return str(fault).partition("\n")[0]
