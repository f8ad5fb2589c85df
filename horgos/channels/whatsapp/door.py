"""Who may come in: Meta when it asks for the address, and what it has signed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from sanic.request import Request

from horgos.channels.messaging.state import Refusal
from horgos.channels.messaging.webhook import Refused, parse_json, read_body, same_secret
from horgos.channels.whatsapp.signature import HEADER, is_signed

MAX_BODY = 3 * 1024 * 1024
"""Bytes of a body: Meta's have 3 MB at most ("Webhooks", "Payload size")."""
_CHALLENGE = re.compile(r"[A-Za-z0-9_-]{1,200}")
_SIGNATURE = re.compile(r"sha256=[0-9a-f]{64}")


def challenge(query: Mapping[str, Any], verify_token: str) -> str:
    """The word that Meta wants back when it is told the address.

    Raises:
        Refused: Whoever asks does not know the verify token.
    """
    word = query.get("hub.challenge") or ""
    known = same_secret(query.get("hub.verify_token"), verify_token)
    if not (known and query.get("hub.mode") == "subscribe" and _CHALLENGE.fullmatch(word)):
        raise Refused(Refusal.FORGED)
    return str(word)


async def signed_content(request: Request, app_secret: str) -> Any:
    """The content of a body that Meta has signed.

    Raises:
        Refused: Somebody else sent it, it is too long, or no JSON.
    """
    signature = request.headers.get(HEADER)
    if not _SIGNATURE.fullmatch(signature or ""):
        raise Refused(Refusal.FORGED)
    body = await read_body(request, MAX_BODY)
    if not is_signed(body, signature, app_secret):
        raise Refused(Refusal.FORGED)
    return parse_json(body)
