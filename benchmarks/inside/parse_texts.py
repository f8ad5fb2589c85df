"""``parse_texts.py MODEL RESULT``: understand the texts on standard input, a JSON list.

RESULT becomes a JSON list: of every text what Rasa's parse says and how many milliseconds it
took. Some texts warm up, said twice in one message so that none is remembered.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from pathlib import Path
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage

_EACH = 20
"""Each how many-th text warms up."""


async def _parses(agent: Agent, texts: list[str]) -> list[dict[str, Any]]:
    for text in texts[::_EACH]:
        await _parse(agent, f"{text} {text}")
    return [await _parse(agent, text) for text in texts]


async def _parse(agent: Agent, text: str) -> dict[str, Any]:
    started = time.perf_counter()
    found = await agent.processor.parse_message(UserMessage(text))
    milliseconds = 1000 * (time.perf_counter() - started)
    intent = found["intent"]
    return {
        "intents": found.get("intents") or [intent["name"]],
        "confidence": intent["confidence"],
        "milliseconds": milliseconds,
    }


def main() -> None:
    """Load, parse, write."""
    model, result = sys.argv[1:]
    texts = json.load(sys.stdin)
    found = asyncio.run(_parses(Agent.load(model), texts))
    Path(result).write_text(json.dumps(found), encoding="utf-8")


if __name__ == "__main__":
    main()
