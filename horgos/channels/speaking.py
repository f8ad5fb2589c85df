"""What Rasa says to a message, element by element, as it says it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import CollectingOutputChannel, UserMessage

logger = logging.getLogger(__name__)

OnNewMessage = Callable[[UserMessage], Awaitable[Any]]
Element = dict[str, Any]
"""A message of Rasa's REST channel: ``recipient_id`` and ``text``, ``buttons`` or ``custom``."""


class Mouth(CollectingOutputChannel):
    """Rasa's collecting channel, but whoever listens hears each element at once."""

    def __init__(self) -> None:
        super().__init__()
        self.said: asyncio.Queue[Element | None] = asyncio.Queue()
        """None says that nothing will follow."""

    async def _persist_message(self, message: Element) -> None:
        self.said.put_nowait(message)


async def speak(
    message: UserMessage, mouth: Mouth, on_new_message: OnNewMessage, patience: float
) -> AsyncIterator[Element]:
    """Hand a message to Rasa and listen; ends when Rasa is done, fails, or takes too long.

    Whoever stops listening stops the work too.

    Args:
        message: What to answer; its output channel is ``mouth``.
        mouth: Where the reply is said.
        on_new_message: Rasa.
        patience: Seconds for the whole reply.
    """
    work = asyncio.ensure_future(asyncio.wait_for(on_new_message(message), patience))
    work.add_done_callback(lambda _: mouth.said.put_nowait(None))
    try:
        while (element := await mouth.said.get()) is not None:
            yield element
        _log_trouble(work, patience)
    finally:
        work.cancel()


def _log_trouble(work: asyncio.Future[Any], patience: float) -> None:
    trouble = None if work.cancelled() else work.exception()
    if isinstance(trouble, asyncio.TimeoutError):
        logger.error("No answer within %s seconds", patience)
    elif trouble is not None:
        logger.error("A message could not be handled", exc_info=trouble)
