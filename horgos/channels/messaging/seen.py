"""Which messages came before: every app delivers some of them twice."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable


class Seen:
    """Remembers ids for a while; the oldest are forgotten first."""

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
        self._since: OrderedDict[str, float] = OrderedDict()

    def is_new(self, identity: str) -> bool:
        """Whether an id comes for the first time; from then on it does not."""
        now = self._clock()
        self._forget(now)
        if identity in self._since:
            return False
        self._since[identity] = now
        return True

    def __len__(self) -> int:
        return len(self._since)

    def _forget(self, now: float) -> None:
        while self._since:
            oldest = next(iter(self._since.values()))
            if len(self._since) < self._keep and now - oldest < self._seconds:
                return
            self._since.popitem(last=False)
