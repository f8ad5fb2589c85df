"""The load against a server of a few lines that counts."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest

from benchmarks.asking import converse
from benchmarks.load import put_load


class _Counting(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    lock = threading.Lock()
    now, most = 0, 0
    senders: dict[str, int] = {}  # noqa: RUF012

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        kind = type(self)
        with kind.lock:
            kind.now += 1
            kind.most = max(kind.most, kind.now)
            kind.senders[body["sender"]] = kind.senders.get(body["sender"], 0) + 1
        time.sleep(0.02)
        with kind.lock:
            kind.now -= 1
        silent = body["message"] == "silence"
        content = json.dumps([] if silent else [{"text": body["message"]}]).encode()
        self.send_response(200)
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""


@pytest.fixture
def server() -> Iterator[tuple[str, type[_Counting]]]:
    handler = type("Handler", (_Counting,), {"senders": {}})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as serving:
        threading.Thread(target=serving.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{serving.server_port}", handler
        serving.shutdown()


def test_all_messages_are_sent_by_that_many_visitors(
    server: tuple[str, type[_Counting]],
) -> None:
    url, handler = server
    load = put_load(url, ["hello"] * 30, at_once=4, per_visitor=4)
    assert (len(load.milliseconds), load.failures) == (30, 0)
    assert handler.most == 4
    assert sorted(handler.senders.values()) == [2, *[4] * 7]
    assert min(load.milliseconds) >= 20
    assert 0 < load.per_second <= 4 / 0.02


def test_silence_is_a_failure(server: tuple[str, type[_Counting]]) -> None:
    load = put_load(server[0], ["hello", "silence"], at_once=1, per_visitor=1)
    assert (len(load.milliseconds), load.failures) == (1, 1)


def test_no_server_is_a_failure_of_every_message() -> None:
    load = put_load("http://127.0.0.1:9", ["hello"] * 3, at_once=2, per_visitor=1)
    assert (load.milliseconds, load.failures) == ((), 3)


def test_a_conversation_has_one_sender(server: tuple[str, type[_Counting]]) -> None:
    url, handler = server
    with httpx.Client(base_url=url, trust_env=False) as client:
        assert len(converse(client, ["one", "two", "three"])) == 3
    assert list(handler.senders.values()) == [3]
