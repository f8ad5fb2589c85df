"""The tablets that say that they live: what each showed last, and when."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

MOST_TABLETS = 200


@dataclass(frozen=True)
class Ping:
    """A sign of life.

    Attributes:
        tablet: Name of the tablet.
        screen: What it showed.
        version: Of the page it ran.
        at: When it came.
    """

    tablet: str
    screen: str
    version: str
    at: datetime


class Tablets:
    """The last ping of each tablet, in memory; of too many, the longest silent is forgotten."""

    def __init__(self) -> None:
        self._last: OrderedDict[str, Ping] = OrderedDict()

    def __iter__(self) -> Iterator[Ping]:
        """By name."""
        return iter(sorted(self._last.values(), key=lambda ping: ping.tablet))

    def heard(self, ping: Ping) -> None:
        """A tablet lives."""
        self._last.pop(ping.tablet, None)
        self._last[ping.tablet] = ping
        if len(self._last) > MOST_TABLETS:
            self._last.popitem(last=False)
