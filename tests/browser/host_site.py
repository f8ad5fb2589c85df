"""Somebody else's web site, on an origin of its own, that embeds the guide."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class HostSite:
    """Pages by path; each with its Content-Security-Policy ("" for none).

    Attributes:
        url: Its origin.
        pages: Policy and HTML of each page.
    """

    url: str
    pages: dict[str, tuple[str, str]] = field(default_factory=dict)


@contextmanager
def host_site() -> Iterator[HostSite]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            policy, html = site.pages.get(self.path, ("", ""))
            self.send_response(200 if html else 204)
            kind = "css" if self.path.endswith(".css") else "html"
            self.send_header("Content-Type", f"text/{kind}; charset=utf-8")
            if policy:
                self.send_header("Content-Security-Policy", policy)
            self.end_headers()
            self.wfile.write(html.encode())

        def log_message(self, format: str, *args: Any) -> None:
            """Silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site = HostSite(f"http://127.0.0.1:{server.server_port}")
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield site
    server.shutdown()
    server.server_close()
