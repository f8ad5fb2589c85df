"""Replies by the id of their question: asked again, a question gets the reply it had.

A lost network makes clients ask twice; the guide works once. A client that goes away does not
stop the work, so that it finds the reply when it comes back.
"""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from collections.abc import AsyncIterator, Callable

from horgos.channels.web.errors import ErrorCode, Refused
from horgos.channels.web.kept import Kept

logger = logging.getLogger(__name__)

KEPT = 20
"""Replies of a session that are kept."""
MOST_IN_WORK = 256
_ASK_AGAIN = 5
"""Seconds after which to come back when too many questions are in work."""

Lines = AsyncIterator[bytes]


class Reply:
    """The lines of one reply, as far as they are known."""

    def __init__(self) -> None:
        self._lines: list[bytes] = []
        self._over = False
        self._news = asyncio.Event()

    def add(self, line: bytes) -> None:
        """One more line."""
        self._lines.append(line)
        self._tell()

    def end(self) -> None:
        """No line will follow."""
        self._over = True
        self._tell()

    async def follow(self) -> Lines:
        """All lines from the first, those to come included."""
        given = 0
        while True:
            news = self._news
            for line in self._lines[given:]:
                given += 1
                yield line
            if given == len(self._lines):
                if self._over:
                    return
                await news.wait()

    def _tell(self) -> None:
        # Each listener waits for the event it has seen: none can miss what comes in between.
        self._news.set()
        self._news = asyncio.Event()


BySession = OrderedDict[str, Reply]


class Replies:
    """The replies of all sessions, finished or in work."""

    def __init__(self, kept: Kept[BySession], most_in_work: int = MOST_IN_WORK) -> None:
        self._kept = kept
        self._most_in_work = most_in_work
        self._work: set[asyncio.Task[None]] = set()

    def to(self, session: str, question: str, answer: Callable[[], Lines]) -> Reply:
        """The reply to a question: the one it has, or a new one.

        Args:
            session: The session's id.
            question: The id of the question, of the client's making.
            answer: Begins the work.

        Raises:
            Refused: Too many questions are in work.
        """
        replies = self._kept.of(session)
        reply = replies.get(question)
        if reply is not None:
            return reply
        if len(self._work) >= self._most_in_work:
            raise Refused(ErrorCode.UNAVAILABLE, retry_after=_ASK_AGAIN)
        reply = replies[question] = Reply()
        while len(replies) > KEPT:
            replies.popitem(last=False)
        task = asyncio.create_task(_work(reply, answer()))
        self._work.add(task)
        task.add_done_callback(self._work.discard)
        return reply


async def _work(reply: Reply, lines: Lines) -> None:
    try:
        async for line in lines:
            reply.add(line)
    except Exception:
        # Without its end mark the reply counts as cut.
        logger.exception("A reply broke off")
    finally:
        reply.end()
