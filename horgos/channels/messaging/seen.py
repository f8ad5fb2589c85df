"""Which messages came before: every app delivers some of them twice."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from enum import Enum


class Sighting(Enum):
    """What is known of a message's id."""

    NEW = "new"
    IN_WORK = "in work"
    DONE = "done"


class Seen:
    """Remembers ids for a while; the oldest are forgotten first.

    An id is ``IN_WORK`` from ``look`` until ``done`` or ``failed``: a message that could not be
    handled may come again.
    """

    def __init__(
        self, keep: int = 50_000, seconds: float = 3600, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Set the bounds.

        Args:
            keep: Ids at most.
            seconds: Age at which an id is forgotten.
            clock: Seconds, ever rising.
        """
        self._keep, self._seconds, self._clock = keep, seconds, clock
        self._ids: OrderedDict[str, tuple[float, Sighting]] = OrderedDict()

    def look(self, identity: str) -> Sighting:
        """What was known before this look; a new id is now in work."""
        now = self._clock()
        self._forget(now)
        known = self._ids.get(identity)
        if known is not None:
            return known[1]
        self._ids[identity] = (now, Sighting.IN_WORK)
        return Sighting.NEW

    def done(self, identity: str) -> None:
        """It is answered; another of the same id is a duplicate."""
        if identity in self._ids:
            self._ids[identity] = (self._ids[identity][0], Sighting.DONE)

    def failed(self, identity: str) -> None:
        """It could not be handled; another of the same id is a second try."""
        self._ids.pop(identity, None)

    def __len__(self) -> int:
        return len(self._ids)

    def _forget(self, now: float) -> None:
        while self._ids:
            _, (since, _) = next(iter(self._ids.items()))
            if len(self._ids) < self._keep and now - since < self._seconds:
                return
            self._ids.popitem(last=False)
