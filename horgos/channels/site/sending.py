"""From content to a response: not again what the browser has, and compressed if it can."""

from __future__ import annotations

from sanic.request import Request
from sanic.response import HTTPResponse

from horgos.channels.site.content import Content
from horgos.channels.site.negotiation import encoding_for


def send(request: Request, content: Content, status: int = 200, vary: str = "") -> HTTPResponse:
    """The response to GET and HEAD.

    Args:
        request: What was asked.
        content: What to send.
        status: HTTP status.
        vary: Request headers that decided which content this is, besides the encoding.
    """
    parts = [vary] if vary else []
    if content.compressed:
        parts.append("Accept-Encoding")
    said = {**content.headers, "ETag": content.etag}
    if parts:
        said["Vary"] = ", ".join(parts)
    if status == 200 and _has_it(request, content.etag):
        return HTTPResponse(status=304, headers=said)
    body = content.body
    encoding = encoding_for(request.headers.get("accept-encoding", ""), content.compressed)
    if encoding is not None:
        said["Content-Encoding"] = encoding
        body = content.compressed[encoding]
    return HTTPResponse(body, status, said, content.media_type)


def _has_it(request: Request, etag: str) -> bool:
    """Whether the browser names this content; tags are compared weakly, as for GET they are."""
    named = [tag.strip() for tag in request.headers.get("if-none-match", "").split(",")]
    return "*" in named or etag in named or etag.removeprefix("W/") in named
