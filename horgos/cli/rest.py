"""A client of the guide's REST channel."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import httpx
from pydantic import BaseModel, parse_obj_as

from horgos.run.failure import Failure

_PATIENCE = 60.0
"""Seconds; the guide itself gives up after 30."""


@dataclass(frozen=True)
class Button:
    """Something to press in a reply."""

    title: str
    payload: str


@dataclass(frozen=True)
class Reply:
    """What the guide says to one message.

    Attributes:
        texts: What to read, in order.
        buttons: What to press, in order.
    """

    texts: tuple[str, ...]
    buttons: tuple[Button, ...]


class _Button(BaseModel):
    """A button on the wire."""

    title: str
    payload: str


class _Message(BaseModel):
    """An element of a reply on the wire; what a terminal cannot show is left out."""

    text: str = ""
    buttons: list[_Button] = []


class RestClient:
    """One conversation with a running guide."""

    def __init__(self, url: str, sender: str, metadata: Mapping[str, str]) -> None:
        self._url = url
        self._sender = sender
        self._metadata = dict(metadata)
        # A proxy of the environment has no business here.
        self._http = httpx.Client(timeout=_PATIENCE, trust_env=False)

    def look_for_guide(self) -> None:
        """Find out at once when there is nobody to talk to.

        Raises:
            Failure: No guide is there.
        """
        try:
            self._http.get(f"{self._url}/health")
        except httpx.HTTPError:
            raise self._nobody() from None

    def say(self, message: str) -> Reply:
        """Send a text or a button's payload.

        Raises:
            Failure: No guide is there, or it does not answer as it should.
        """
        body = {"sender": self._sender, "message": message, "metadata": self._metadata}
        try:
            response = self._http.post(f"{self._url}/webhooks/rest/webhook", json=body)
            response.raise_for_status()
            return read_reply(response.json())
        except httpx.ConnectError:
            raise self._nobody() from None
        except (httpx.HTTPError, ValueError) as fault:
            why = " ".join(str(fault).split())
            raise Failure(f"{self._url} does not answer as a guide does: {why}") from None

    def _nobody(self) -> Failure:
        return Failure(f"No guide answers at {self._url}: start one with make run.")


def read_reply(body: Any) -> Reply:
    """Make a reply of the channel's JSON.

    Raises:
        ValueError: It is not shaped as the contract says.
    """
    messages = parse_obj_as(list[_Message], body)
    return Reply(
        texts=tuple(message.text for message in messages if message.text),
        buttons=tuple(
            Button(button.title, button.payload)
            for message in messages
            for button in message.buttons
        ),
    )
