"""A stand-in for the guide: pages by path, and what was asked of it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Desk(ThreadingHTTPServer):
    """Serves ``pages`` (path without query → headers and body) on 127.0.0.1.

    Attributes:
        asked: Paths with their query, in the order they came; not the browser's favicon.
    """

    def __init__(self, pages: dict[str, tuple[dict[str, str], str]]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.pages = pages
        self.asked: list[str] = []


class _Handler(BaseHTTPRequestHandler):
    server: Desk

    def do_GET(self) -> None:
        if self.path != "/favicon.ico":
            self.server.asked.append(self.path)
        headers, body = self.server.pages.get(self.path.split("?")[0], ({}, ""))
        self.send_response(200 if body else 404)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def desk(**pages: tuple[str, str]) -> Iterator[Desk]:
    """A running stand-in; each page is its type and its body."""
    made = {f"/{name}": ({"Content-Type": kind}, body) for name, (kind, body) in pages.items()}
    with Desk(made) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield server
        server.shutdown()
