"""What every webhook does: read no more than it should, refuse and count, answer its platform."""

from __future__ import annotations

import hmac
import json
from typing import Any

from sanic import Blueprint
from sanic.exceptions import InvalidUsage, PayloadTooLarge
from sanic.request import Request
from sanic.response import HTTPResponse, empty

from horgos.channels.messaging.state import ChannelState, Refusal

_STATUS = {
    Refusal.FORGED: 403,
    Refusal.REPLAYED: 403,
    Refusal.OVERSIZED: 413,
    Refusal.MALFORMED: 400,
}


class Refused(Exception):
    """A request that changes nothing.

    Attributes:
        reason: Why.
    """

    def __init__(self, reason: Refusal) -> None:
        super().__init__(reason.value)
        self.reason = reason


def same_secret(given: str | None, wanted: str) -> bool:
    """Whether somebody knows a secret; takes as long whatever they give."""
    return hmac.compare_digest((given or "").encode(errors="replace"), wanted.encode())


async def read_body(request: Request, limit: int) -> bytes:
    """The body of a route that streams (``stream=True``), read no further than ``limit`` bytes.

    Raises:
        Refused: It is longer, or breaks off.
    """
    assert request.stream is not None, "while a request is served it has a stream"
    received = bytearray()
    try:
        async for piece in request.stream:
            received += piece
            if len(received) > limit:
                raise Refused(Refusal.OVERSIZED)
    except PayloadTooLarge:
        raise Refused(Refusal.OVERSIZED) from None
    except InvalidUsage:
        raise Refused(Refusal.MALFORMED) from None
    return bytes(received)


def query_of(request: Request) -> dict[str, str]:
    """The query of a request; of a name that stands there twice the first."""
    return {name: values[0] for name, values in request.args.items()}


def parse_json(body: bytes) -> Any:
    """The content of a body.

    Raises:
        Refused: It is no JSON.
    """
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        raise Refused(Refusal.MALFORMED) from None


def closed(routes: Blueprint, *methods: str) -> None:
    """The webhook of a channel that is disabled: it answers 503 and reads nothing."""

    async def close(_: Request) -> HTTPResponse:
        return empty(status=503)

    routes.add_route(close, "/webhook", methods=methods, stream=True)


def refuse(refusal: Refused, state: ChannelState) -> HTTPResponse:
    """The response to a refused request; it is counted."""
    state.refused[refusal.reason] += 1
    return empty(status=_STATUS[refusal.reason])
