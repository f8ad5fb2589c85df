"""The REST channel of CONTRACT.md: one POST a message, the whole reply as JSON."""

from __future__ import annotations

from typing import Any

from rasa.core.channels.channel import InputChannel
from sanic import Blueprint, response
from sanic.exceptions import InvalidUsage
from sanic.request import Request
from sanic.response import HTTPResponse

from horgos.channels.gate import Arrival, Gate, OnNewMessage
from horgos.project import this_project

MAX_SENDER = 255
"""Characters of a sender id; the conversation store keeps no more."""
MAX_BODY = 1_000_000
"""Bytes of a request; beyond that it is not a visitor's message."""


class BadRequest(Exception):
    """A request that breaks the contract; its text says how to mend it."""


class RestChannel(InputChannel):
    """``POST /webhooks/rest/webhook`` as CONTRACT.md describes it."""

    @classmethod
    def name(cls) -> str:
        """Part of the address."""
        return "rest"

    def blueprint(self, on_new_message: OnNewMessage) -> Blueprint:
        """The channel's routes."""
        routes = Blueprint("horgos_rest")
        gate = Gate(this_project().guide)

        @routes.post("/webhook")
        async def receive(request: Request) -> HTTPResponse:
            try:
                arrival = read_request(request)
            except BadRequest as fault:
                return response.json({"error": str(fault)}, status=400)
            return response.json(await gate.ask(arrival, on_new_message))

        return routes


def read_request(request: Request) -> Arrival:
    """The message a request carries.

    A ``message`` that spells a button's id presses it, as in Rasa's own channel. One that is no
    text (a sticker, null) arrives as an empty one: the visitor gets a sentence. What is wrong
    with the request itself is the client's to mend.

    Raises:
        BadRequest: It is not JSON, too large, or names no sender.
    """
    if len(request.body) > MAX_BODY:
        raise BadRequest(f"the request is larger than {MAX_BODY} bytes")
    try:
        body: Any = request.json
    except InvalidUsage:
        raise BadRequest("the body is not JSON; send it as application/json") from None
    if not isinstance(body, dict):
        raise BadRequest('the body is not a JSON object; send {"sender": ..., "message": ...}')
    sender = body.get("sender")
    if not isinstance(sender, str) or not sender.strip():
        raise BadRequest("`sender` is missing; send the id of the conversation as text")
    if len(sender) > MAX_SENDER:
        raise BadRequest(f"`sender` is longer than {MAX_SENDER} characters")
    message, claims = body.get("message"), body.get("metadata")
    text = message if isinstance(message, str) else ""
    return Arrival(
        sender=sender,
        text=text,
        claims=claims if isinstance(claims, dict) else {},
        channel=RestChannel.name(),
        button=text,
    )
