"""The body of a request: read only while it may still be one of ours."""

from __future__ import annotations

from sanic.exceptions import InvalidUsage, PayloadTooLarge
from sanic.request import Request

from horgos.channels.web.errors import ErrorCode, Refused

MAX_BODY = 16 * 1024
"""Bytes of a body; ``ErrorCode.TOO_LARGE`` names the number too."""


async def receive(request: Request) -> bytes:
    """The body, of a route that streams.

    Raises:
        Refused: It is not said to be JSON, is too large, or breaks off.
    """
    content_type = request.headers.get("content-type", "")
    if content_type.partition(";")[0].strip().lower() != "application/json":
        raise Refused(ErrorCode.NOT_JSON)
    assert request.stream is not None, "while a request is served it has a stream"
    received = b""
    try:
        async for piece in request.stream:
            received += piece
            if len(received) > MAX_BODY:
                raise Refused(ErrorCode.TOO_LARGE)
    except PayloadTooLarge:
        raise Refused(ErrorCode.TOO_LARGE) from None
    except InvalidUsage:
        raise Refused(ErrorCode.BAD_REQUEST, "The body breaks off.") from None
    return received
