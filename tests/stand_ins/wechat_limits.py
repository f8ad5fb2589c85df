"""How much WeChat lets an account push, and how long after what a person did."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass

LIMIT = 2048
"""Bytes of a customer-service text."""
WINDOW = 48 * 3600.0
CLICK_WINDOW = 60.0
AFTER_MESSAGE, AFTER_CLICK = 5, 3


@dataclass
class _Quota:
    """What may still be pushed to a person, and until when."""

    left: int = 0
    until: float = 0.0


class Windows:
    """Of each person, the time in which something may be pushed."""

    def __init__(self) -> None:
        self._quotas: dict[str, _Quota] = {}

    def reckon(self, elements: Mapping[str, str]) -> None:
        """What the person did opens a window for pushes; leaving shuts it."""
        person, event = elements["FromUserName"], elements.get("Event")
        if event == "unsubscribe":
            self.shut(person)
            return
        left, window = (AFTER_CLICK, CLICK_WINDOW) if event else (AFTER_MESSAGE, WINDOW)
        until = time.monotonic() + window
        old = self._quotas.get(person, _Quota())
        if event and old.left >= left and old.until > until:
            return
        self._quotas[person] = _Quota(left, until)

    def shut(self, person: str) -> None:
        """Nothing more may be pushed."""
        self._quotas.pop(person, None)

    def left(self, person: str) -> int:
        """How many pushes the person may still get."""
        return self._quotas.get(person, _Quota()).left

    def take(self, person: str) -> None:
        """One is pushed."""
        self._quotas[person].left -= 1

    def fault(self, person: str) -> int:
        """WeChat's error code for a push now; 0 for none."""
        quota = self._quotas.get(person)
        if quota is None or time.monotonic() > quota.until:
            return 45015
        return 45047 if quota.left < 1 else 0
