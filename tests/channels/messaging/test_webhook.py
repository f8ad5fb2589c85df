"""Bodies are read no further than allowed, and refusals are counted."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import httpx
import pytest
from rasa.core.channels.channel import InputChannel
from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, text

from horgos.channels.messaging.state import ChannelState, Refusal
from horgos.channels.messaging.webhook import Refused, read_body, refuse, same_secret
from tests.channels.serving import serving

LIMIT = 1000


class Sample(InputChannel):
    state = ChannelState()

    @classmethod
    def name(cls) -> str:
        return "sample"

    def blueprint(self, on_new_message: object) -> Blueprint:
        routes = Blueprint("sample")

        @routes.post("/webhook", stream=True)
        async def receive(request: Request) -> HTTPResponse:
            try:
                return text(str(len(await read_body(request, LIMIT))))
            except Refused as refusal:
                return refuse(refusal, self.state)

        return routes


@pytest.fixture(scope="module")
def client() -> Iterator[httpx.Client]:
    with serving(Sample()) as client:
        yield client


BODIES = [(0, 200, "0"), (LIMIT, 200, str(LIMIT)), (LIMIT + 1, 413, ""), (5 * 10**6, 413, "")]


@pytest.mark.parametrize(("size", "status", "said"), BODIES)
def test_a_body_is_taken_up_to_the_limit(
    client: httpx.Client, size: int, status: int, said: str
) -> None:
    before = Sample.state.refused[Refusal.OVERSIZED]
    response = client.post("/webhooks/sample/webhook", content=b"x" * size)
    assert (response.status_code, response.text) == (status, said)
    assert Sample.state.refused[Refusal.OVERSIZED] - before == (status == 413)


def test_a_body_in_chunks_is_measured_too(client: httpx.Client) -> None:
    pieces = iter([b"x" * 600, b"x" * 600])
    assert client.post("/webhooks/sample/webhook", content=pieces).status_code == 413


def test_chunks_that_are_none_are_malformed(client: httpx.Client) -> None:
    before = Sample.state.refused[Refusal.MALFORMED]
    host, port = client.base_url.host, client.base_url.port
    assert port is not None
    with socket.create_connection((host, port), timeout=5) as wire:
        wire.sendall(
            b"POST /webhooks/sample/webhook HTTP/1.1\r\nHost: x\r\n"
            b"Transfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n"
        )
        assert wire.recv(100).startswith(b"HTTP/1.1 400")
    assert Sample.state.refused[Refusal.MALFORMED] == before + 1


SECRETS = [
    ("abc", True),
    ("abd", False),
    ("", False),
    (None, False),
    ("abc ", False),
    ("é\udce9", False),
]


@pytest.mark.parametrize(("given", "same"), SECRETS)
def test_a_secret_is_known_or_not(given: str | None, same: bool) -> None:
    assert same_secret(given, "abc") is same
