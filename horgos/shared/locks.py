"""Whose turn it is in a conversation, kept in Redis for several guides.

Rasa's own Redis store reads a lock, changes it and writes it back: two guides that do so at the
same moment give out the same ticket twice, and both go on. Here Redis takes a change only if
nobody else has changed the lock meanwhile.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from typing import Any, TypeVar

from rasa.core.lock import TicketLock
from rasa.core.lock_store import LOCK_LIFETIME, LockError, RedisLockStore
from rasa.utils.endpoints import EndpointConfig
from redis.client import Pipeline
from redis.exceptions import RedisError

Found = TypeVar("Found")


class RedisLocks(RedisLockStore):
    """Rasa's Redis store, with changes that do not get in each other's way."""

    def __init__(self, endpoint_config: EndpointConfig) -> None:
        """Set where Redis is; it is called when the first lock is needed.

        Args:
            endpoint_config: ``lock_store`` of ``endpoints.yml``: ``url`` and what Rasa's own
                store takes.
        """
        super().__init__(host=endpoint_config.url, **endpoint_config.kwargs)

    def answers(self) -> bool:
        """Whether Redis does; waits for it, and may be asked from any thread."""
        try:
            return bool(self.red.ping())
        except RedisError:
            return False

    def issue_ticket(self, conversation_id: str, lock_lifetime: float = LOCK_LIFETIME) -> int:
        """A place in the queue.

        Args:
            conversation_id: Of which conversation.
            lock_lifetime: Seconds after which the place is lost, whoever has it.

        Raises:
            LockError: Redis does not answer.
        """
        try:
            return self._change(conversation_id, lambda lock: int(lock.issue_ticket(lock_lifetime)))
        except RedisError as fault:
            raise LockError(f"Redis gives no ticket: {fault}") from fault

    def update_lock(self, conversation_id: str) -> None:
        """Drop places that were lost."""
        self._change(conversation_id, lambda lock: lock.remove_expired_tickets())

    def cleanup(self, conversation_id: str, ticket_number: int) -> None:
        """Give a place back; the lock goes with the last one."""
        self._change(conversation_id, lambda lock: lock.remove_ticket_for(ticket_number))

    def _change(self, conversation_id: str, change: Callable[[TicketLock], Found]) -> Found:
        """Change a lock as if nobody else did at the same time; repeats it when somebody has.

        Raises:
            RedisError: Redis does not answer.
        """
        key = self.key_prefix + conversation_id

        def read_change_write(redis: Pipeline) -> Found:
            written = redis.get(key)
            known = TicketLock.from_dict(json.loads(written)) if written else None
            lock = known or TicketLock(conversation_id)
            found = change(lock)
            redis.multi()
            _write(redis, key, lock)
            return found

        changed: Any = self.red.transaction(read_change_write, key, value_from_callable=True)
        found: Found = changed
        return found


def _write(redis: Pipeline, key: str, lock: TicketLock) -> None:
    """Keep a lock as long as one of its tickets; of a guide that died nothing stays behind."""
    ends = max((ticket.expires for ticket in lock.tickets), default=0.0)
    left = ends - time.time()
    if left > 0:
        redis.set(key, lock.dumps(), px=max(1, round(left * 1000)))
    else:
        redis.delete(key)
