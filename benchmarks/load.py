"""Several visitors at once, and how long each of their messages took.

The client works on the cores of the systems it measures, so it builds and reads as little as it
can: aiohttp, which Rasa brings, takes half a millisecond a message, httpx some three.
"""

from __future__ import annotations

import asyncio
import json
import time
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from http import HTTPStatus

from aiohttp import ClientError, ClientSession, ClientTimeout, TCPConnector

from benchmarks.asking import WEBHOOK

_PATIENCE = 120.0
_JSON = {"content-type": "application/json"}
_SILENCE = b"[]"


@dataclass(frozen=True)
class Load:
    """What a load came to.

    Attributes:
        milliseconds: One a message that was answered.
        failures: Messages without a reply, or with another status than 200.
        seconds: From the first request to the last reply.
    """

    milliseconds: tuple[float, ...]
    failures: int
    seconds: float

    @property
    def per_second(self) -> float:
        """Messages answered a second."""
        return len(self.milliseconds) / self.seconds


def put_load(url: str, texts: Sequence[str], at_once: int, per_visitor: int) -> Load:
    """Send messages, ``at_once`` at a time.

    Args:
        url: Of the system.
        texts: The messages.
        at_once: Visitors who write at the same time; each waits for a reply, then goes on.
        per_visitor: Messages after which a visitor makes room for the next.
    """
    return asyncio.run(_put(url, texts, at_once, per_visitor))


async def _put(url: str, texts: Sequence[str], at_once: int, per_visitor: int) -> Load:
    talks = iter([texts[i : i + per_visitor] for i in range(0, len(texts), per_visitor)])
    async with ClientSession(
        timeout=ClientTimeout(total=_PATIENCE), connector=TCPConnector(limit=at_once)
    ) as client:
        started = time.perf_counter()
        places = [_place(client, url + WEBHOOK, talks) for _ in range(at_once)]
        found = [took for place in await asyncio.gather(*places) for took in place]
        seconds = time.perf_counter() - started
    answered = tuple(took for took in found if took is not None)
    return Load(answered, len(found) - len(answered), seconds)


async def _place(
    client: ClientSession, address: str, talks: Iterator[Sequence[str]]
) -> list[float | None]:
    """One visitor after another."""
    found = []
    for talk in talks:
        sender = uuid.uuid4().hex
        found += [await _one(client, address, text, sender) for text in talk]
    return found


async def _one(client: ClientSession, address: str, text: str, sender: str) -> float | None:
    """Milliseconds until the reply; None for a failure."""
    body = json.dumps({"sender": sender, "message": text}).encode()
    started = time.perf_counter()
    try:
        async with client.post(address, data=body, headers=_JSON) as response:
            content = await response.read()
    except (ClientError, asyncio.TimeoutError):
        return None
    took = 1000 * (time.perf_counter() - started)
    return took if response.status == HTTPStatus.OK and content != _SILENCE else None
