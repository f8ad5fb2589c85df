"""Work in order: one message of a conversation after the other, conversations side by side."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable

logger = logging.getLogger(__name__)

Work = Callable[[], Awaitable[None]]


class Queues:
    """Runs what is submitted, in order within a conversation.

    The webhook answers at once and the work goes on behind it; a flood from one person fills
    that person's queue alone.
    """

    def __init__(self, at_once: int = 16, longest: int = 20) -> None:
        """Set the bounds.

        Args:
            at_once: Conversations that are worked on at the same time.
            longest: Messages of one conversation that may wait.
        """
        self._room = asyncio.Semaphore(at_once)
        self._longest = longest
        self._waiting: dict[str, deque[Work]] = {}
        self._running: dict[str, asyncio.Task[None]] = {}

    def submit(self, conversation: str, work: Work) -> bool:
        """Queue work; False when the conversation's queue is full, and it is not taken.

        Work that raises is logged and does not stop what comes after it.
        """
        queue = self._waiting.setdefault(conversation, deque())
        if len(queue) >= self._longest:
            return False
        queue.append(work)
        if conversation not in self._running:
            task = asyncio.get_running_loop().create_task(self._run(conversation))
            self._running[conversation] = task
        return True

    async def drain(self, seconds: float) -> int:
        """Let the work end; the number of conversations cut off when time is up."""
        tasks = list(self._running.values())
        if not tasks:
            return 0
        _, left = await asyncio.wait(tasks, timeout=seconds)
        for task in left:
            task.cancel()
        return len(left)

    async def _run(self, conversation: str) -> None:
        queue = self._waiting[conversation]
        try:
            while queue:
                work = queue.popleft()
                async with self._room:
                    await _carefully(work)
        finally:
            del self._running[conversation]
            del self._waiting[conversation]


async def _carefully(work: Work) -> None:
    try:
        await work()
    except Exception:
        logger.exception("A message of a messaging app could not be handled")
