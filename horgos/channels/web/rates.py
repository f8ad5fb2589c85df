"""How often one may ask: moving windows of the library limits, counted in memory."""

from __future__ import annotations

import math
import time
from collections import OrderedDict, deque
from collections.abc import Callable

from limits import RateLimitItem
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from horgos.channels.web.errors import ErrorCode, Refused

MOST_KEYS = 100_000


class Windows(MemoryStorage):
    """The library's memory, but with a clock to choose, and forgetting whoever stays away.

    The library's own keeps an entry for every address ever seen, and calls the newest hit the
    start of the window.
    """

    def __init__(self, longest: int, clock: Callable[[], float] = time.monotonic) -> None:
        """An empty memory.

        Args:
            longest: Seconds of the longest window that will be asked for.
            clock: Seconds of any clock that does not go back.
        """
        super().__init__()
        self._longest = longest
        self._clock = clock
        self._hits: OrderedDict[str, deque[float]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._hits)

    def acquire_entry(self, key: str, limit: int, expiry: int, amount: int = 1) -> bool:
        """Count a hit unless the window is full (see parent class)."""
        hits = self._inside(key, expiry)
        if len(hits) + amount > limit:
            return False
        hits.extend([self._clock()] * amount)
        self._hits[key] = hits
        self._hits.move_to_end(key)
        self._forget()
        return True

    def get_moving_window(self, key: str, limit: int, expiry: int) -> tuple[int, int]:
        """Second of the oldest hit in the window, and how many there are (see parent class)."""
        hits = self._inside(key, expiry)
        return math.ceil(hits[0] if hits else self._clock()), len(hits)

    def _inside(self, key: str, expiry: int) -> deque[float]:
        hits = self._hits.get(key, deque())
        past = self._clock() - expiry
        while hits and hits[0] <= past:
            hits.popleft()
        return hits

    def _forget(self) -> None:
        """Drop whoever has not asked for long; whoever asked least lately stands first."""
        past = self._clock() - self._longest
        while len(self._hits) > MOST_KEYS or self._first_is_before(past):
            self._hits.popitem(last=False)

    def _first_is_before(self, moment: float) -> bool:
        first = next(iter(self._hits.values()), None)
        return first is not None and (not first or first[-1] <= moment)


class Rates:
    """Lets so many requests through and tells the others when to come back."""

    def __init__(self, windows: Windows, clock: Callable[[], float] = time.monotonic) -> None:
        # The strategy holds its storage by a weak reference only.
        self._windows = windows
        self._clock = clock
        self._limiter = MovingWindowRateLimiter(windows)

    def require(self, limit: RateLimitItem, what: str, who: str) -> None:
        """Count a request.

        Args:
            limit: How many are allowed in which time.
            what: What is counted, such as "session_messages".
            who: Whose requests.

        Raises:
            Refused: It is one too many; it does not count.
        """
        if self._limiter.hit(limit, what, who):
            return
        free_at, _ = self._limiter.get_window_stats(limit, what, who)
        # The window's start is a whole second, a later one at that.
        seconds = min(max(1, math.ceil(free_at - self._clock())), limit.get_expiry())
        raise Refused(ErrorCode.RATE_LIMITED, retry_after=seconds)
