"""Whether a message arrived, when the answer of the API was lost: Meta's statuses tell."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager


class Receipts:
    """Knows the messages that are being sent, each by the marker it carries."""

    def __init__(self, patience: float) -> None:
        """Set the seconds within which a status tells of a message that has arrived."""
        self._patience = patience
        self._expected: dict[str, asyncio.Event] = {}

    @contextmanager
    def expecting(self, marker: str) -> Iterator[None]:
        """A message is being sent."""
        self._expected[marker] = asyncio.Event()
        try:
            yield
        finally:
            del self._expected[marker]

    def note(self, marker: str) -> None:
        """A status told of a message."""
        if marker in self._expected:
            self._expected[marker].set()

    async def came(self, marker: str) -> bool:
        """Whether a status has told of an expected message, or does before long."""
        try:
            await asyncio.wait_for(self._expected[marker].wait(), self._patience)
        except asyncio.TimeoutError:
            return False
        return True
