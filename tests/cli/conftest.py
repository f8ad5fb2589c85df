"""A guide that is none: it answers REST with what a test puts into it."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest


class FakeGuide(HTTPServer):
    """Answers every message with ``reply`` and keeps what it was sent."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.received: list[dict[str, Any]] = []
        self.reply: Any = []
        self.status = 200


class _Handler(BaseHTTPRequestHandler):
    server: FakeGuide

    def do_GET(self) -> None:
        self._answer({"status": "ok"})

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.received.append({"path": self.path, **json.loads(body)})
        self._answer(self.server.reply)

    def _answer(self, content: Any) -> None:
        self.send_response(self.server.status)
        self.end_headers()
        self.wfile.write(json.dumps(content).encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def fake_guide(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeGuide]:
    with FakeGuide() as server:
        monkeypatch.setenv("PORT", str(server.server_port))
        monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield server
        server.shutdown()
        thread.join()
