"""Whether a message would be answered, as the world may know it; and what it may not."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace
from typing import Any

import httpx
import pytest

from horgos.channels.health import HealthChannel
from horgos.channels.web.channel import WebChannel
from horgos.channels.web.sessions import Sessions
from horgos.channels.web.settings import read_settings
from tests.channels.serving import serving
from tests.channels.web.visiting import WEB, error_of
from tests.running import free_port

RATES = ("session_messages", "address_messages", "address_sessions", "address_pings")
SCARCE = {"rates": dict.fromkeys(RATES, "1/minute")}


@pytest.fixture(scope="module")
def actions() -> Iterator[str]:
    """Address of an action server that is well."""

    class Well(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200 if self.path == "/health" else 404)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Well) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/webhook"
        server.shutdown()


def agent(ready: bool, actions: str | None) -> Any:
    """As much of Rasa's as is looked at."""
    endpoint = SimpleNamespace(url=actions) if actions else None
    return SimpleNamespace(is_ready=lambda: ready, action_endpoint=endpoint)


def channel() -> WebChannel:
    return WebChannel(read_settings(SCARCE, "x"), Sessions(b"s" * 32))


def told(response: httpx.Response) -> tuple[int, Any]:
    return response.status_code, response.json()


OK = (200, {"status": "ok"})
UNAVAILABLE = (503, {"status": "unavailable"})


def test_it_says_one_word_and_the_same_as_the_operators(actions: str) -> None:
    nobody = f"http://127.0.0.1:{free_port()}/webhook"
    for found, expected in (
        (agent(True, actions), OK),
        (agent(False, actions), UNAVAILABLE),
        (agent(True, nobody), UNAVAILABLE),
        (agent(True, None), UNAVAILABLE),
        (None, UNAVAILABLE),
    ):
        with serving(channel(), HealthChannel(), agent=found) as client:
            assert told(client.get(f"{WEB}/health")) == expected
            whole = client.get("/health")
            assert whole.status_code == expected[0]
            assert whole.json()["status"] == expected[1]["status"]
            assert {"model", "actions", "facts"} < set(whole.json())


def test_it_may_be_asked_again_and_again_and_nobody_keeps_it(actions: str) -> None:
    with serving(channel(), agent=agent(True, actions)) as client:
        for _ in range(5):
            response = client.get(f"{WEB}/health")
            assert told(response) == OK
            assert response.headers["cache-control"] == "no-store"
        ping = {"tablet": "desk-1", "screen": "attract", "version": "1"}
        statuses = [client.post(f"{WEB}/ping", json=ping).status_code for _ in range(2)]
        assert statuses == [204, 429]


def test_it_is_only_read_and_only_by_pages_that_may_ask(actions: str) -> None:
    with serving(channel(), agent=agent(True, actions)) as client:
        refused = client.post(f"{WEB}/health", json={})
        assert error_of(refused) == (405, "method_not_allowed")
        assert refused.headers["allow"] == "GET, OPTIONS"
        stranger = client.get(f"{WEB}/health", headers={"Origin": "https://evil.example"})
        assert error_of(stranger) == (403, "origin_not_allowed")
