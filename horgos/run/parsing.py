"""Where a message is understood: in a thread of its own, so that the event loop stays free.

Rasa parses on the event loop, and while one visitor's sentence is encoded (ONNX Runtime works
without the interpreter) nobody else's message moves. One thread is enough: understanding is
work for one core, and what is read of a conversation there is behind that conversation's lock.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from rasa.core.channels.channel import UserMessage
from rasa.core.processor import MessageProcessor
from rasa.shared.core.trackers import DialogueStateTracker

_on_the_loop = MessageProcessor.parse_message


def parse_beside_the_loop() -> None:
    """Let every message be parsed in the one thread."""
    thread = ThreadPoolExecutor(1, "understanding")

    async def parse(
        processor: MessageProcessor,
        message: UserMessage,
        tracker: DialogueStateTracker | None = None,
        only_output_properties: bool = True,
    ) -> dict[str, Any]:
        def parsed() -> dict[str, Any]:
            found: dict[str, Any] = asyncio.run(
                _on_the_loop(processor, message, tracker, only_output_properties)
            )
            return found

        return await asyncio.get_running_loop().run_in_executor(thread, parsed)

    MessageProcessor.parse_message = parse
