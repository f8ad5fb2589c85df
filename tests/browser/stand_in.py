"""A guide that says what the test wants: the real pages and packs, but scripted replies.

Pages, scripts and packs are passed on from the running guide, with its own headers; the two calls
of a talk are answered here, over real HTTP, so a reply can be hostile, late, cut off or refused.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx

Line = dict[str, Any]
# Headers that belong to one connection, not to what is sent over it.
OF_THE_CONNECTION = {"connection", "keep-alive", "transfer-encoding", "content-length", "date"}
PASSED_ON = ("accept", "accept-encoding", "if-none-match")
HEALTH = "/webhooks/web/health"
LONGEST = 60.0  # seconds


@dataclass(frozen=True)
class Asked:
    """One message as it arrived.

    Attributes:
        body: The JSON sent.
        token: What was sent as the session.
    """

    body: dict[str, Any]
    token: str


class Exchange:
    """One message being answered: what a script may do with the connection."""

    def __init__(
        self, handler: BaseHTTPRequestHandler, asked: Asked, stopped: threading.Event
    ) -> None:
        self.asked = asked
        self.stopped = stopped
        self._handler = handler
        self._begun = False

    def refuse(self, status: int, code: str, **headers: str) -> None:
        """An error as the channel sends it."""
        body = json.dumps({"error": {"code": code, "message": "as scripted"}}).encode()
        self._handler.send_response(status)
        for name, value in headers.items():
            self._handler.send_header(name.replace("_", "-"), value)
        _finish(self._handler, "application/json", body)

    def send(self, *lines: Line) -> None:
        """Some lines of the reply, at once."""
        if not self._begun:
            self._begun = True
            self._handler.send_response(200)
            self._handler.send_header("Content-Type", "application/x-ndjson; charset=utf-8")
            self._handler.send_header("Transfer-Encoding", "chunked")
            self._handler.end_headers()
        for line in lines:
            data = json.dumps(line, ensure_ascii=False).encode() + b"\n"
            self._handler.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
        self._handler.wfile.flush()

    def end(self) -> None:
        """The end of the connection's reply, whether or not the end mark was sent."""
        self._handler.wfile.write(b"0\r\n\r\n")


Script = Callable[[Exchange], None]
Page = tuple[httpx.Response, bytes]
PROVENANCE: Line = {
    "type": "answer",
    "language": "en",
    "script": "Latn",
    "topics": ["duty_free"],
    "facts": ["duty_free.cn"],
    "status": "confirmed",
    "sources": [
        {
            "id": "xinhua-2026-01-16",
            "publisher": "Xinhua",
            "title": "A title",
            "url": "https://example.org/a",
            "date": "2026-01-16",
        }
    ],
}
END: Line = {"type": "end", "ok": True}


def text(said: str) -> Line:
    return {"type": "text", "text": said}


def buttons(*titles: str) -> Line:
    offered = [{"id": f"ask:{number}", "title": title} for number, title in enumerate(titles)]
    return {"type": "buttons", "buttons": offered}


def says(*lines: Line) -> Script:
    """A whole reply of these lines, with end mark, and with provenance in the form of the page."""
    given = any(line["type"] == "answer" for line in lines)

    def script(exchange: Exchange) -> None:
        language, letters = exchange.asked.body["form"].split("-")
        provenance = PROVENANCE | {"language": language, "script": letters}
        exchange.send(*lines, *([] if given else [provenance]), END)
        exchange.end()

    return script


def refuses(status: int, code: str, **headers: str) -> Script:
    return lambda exchange: exchange.refuse(status, code, **headers)


def cut_after(*lines: Line) -> Script:
    """The network breaks in the middle: no end mark, no proper end of the reply."""
    return lambda exchange: exchange.send(*lines)


def waits_for(event: threading.Event, then: Script) -> Script:
    """Silent until the test lets it speak."""

    def script(exchange: Exchange) -> None:
        _wait(event, exchange.stopped)
        then(exchange)

    return script


def speaks_when_told(parts: list[tuple[threading.Event, Line]]) -> Script:
    """Each line when its event is set; the reply stays open between them."""

    def script(exchange: Exchange) -> None:
        for event, line in parts:
            _wait(event, exchange.stopped)
            exchange.send(line)
        exchange.end()

    return script


def _client() -> httpx.Client:
    """One for all pages: to make one costs more than to fetch a page."""
    return httpx.Client(trust_env=False, verify=False, timeout=LONGEST)


USUAL = says(text("An answer."))


@dataclass
class StandIn:
    """The stand-in and what it was asked.

    Attributes:
        behind: Address of the running guide whose pages are passed on.
        origins: Other sites that may talk with it.
        asked: Every message that arrived, repeats included.
        sessions: The body of every session asked for.
        pings: The body of every sign of life.
        changes: What is made of the body that the guide serves at a path.
    """

    behind: str
    origins: set[str] = field(default_factory=set)
    asked: list[Asked] = field(default_factory=list)
    sessions: list[dict[str, Any]] = field(default_factory=list)
    pings: list[dict[str, Any]] = field(default_factory=list)
    changes: dict[str, Callable[[bytes], bytes]] = field(default_factory=dict)
    port: int = 0
    _scripts: list[Script] = field(default_factory=list)
    _session_scripts: list[Script] = field(default_factory=list)
    _usual: Script = field(default_factory=lambda: USUAL)
    _kept: dict[tuple[str, ...], Page] = field(default_factory=dict)
    _client: httpx.Client = field(default_factory=_client)
    _server: ThreadingHTTPServer | None = None
    _stopped: threading.Event = field(default_factory=threading.Event)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def will(self, *scripts: Script) -> None:
        """What is done with the next messages, in order; after that the usual answer again."""
        self._scripts.extend(scripts)

    def will_refuse_sessions(self, *scripts: Script) -> None:
        self._session_scripts.extend(scripts)

    def usually(self, script: Script) -> None:
        self._usual = script

    def reset(self) -> None:
        """As new, for the next test; the pages already fetched stay."""
        for told in (self.asked, self.sessions, self.pings, self._scripts, self._session_scripts):
            told.clear()
        self.origins.clear()
        self.changes.clear()
        self._usual = USUAL

    def start(self) -> None:
        """Listen; on the same port again after `stop`."""
        self._stopped = threading.Event()
        self._server = _Server(("127.0.0.1", self.port), _handler_of(self))
        self.port = self._server.server_port
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def stop(self) -> None:
        """Gone, as a killed server is: the port refuses, open replies break off."""
        assert self._server is not None
        self._stopped.set()
        self._server.shutdown()
        self._server.server_close()

    def wait_until_asked(self, count: int) -> None:
        """Until so many messages have arrived: the page shows sooner that it sends one."""
        end = time.monotonic() + LONGEST
        while len(self.asked) < count:
            assert time.monotonic() < end, f"{len(self.asked)} of {count} messages arrived"
            time.sleep(0.01)

    def answer(self, exchange: Exchange) -> None:
        self.asked.append(exchange.asked)
        script = self._scripts.pop(0) if self._scripts else self._usual
        script(exchange)

    def session(self, exchange: Exchange) -> bytes | None:
        """The body of a new session; None when a script has answered instead."""
        self.sessions.append(exchange.asked.body)
        if self._session_scripts:
            self._session_scripts.pop(0)(exchange)
            return None
        token = f"token-{len(self.sessions)}"
        pressable = [f"ask:{topic}" for topic in self._topics()]
        made = {"session": token, "expires_in": 7200, "buttons": [*pressable, "language"]}
        return json.dumps(made).encode()

    def page(self, path: str, headers: dict[str, str]) -> Page:
        """What the running guide serves there, and its body as sent: still compressed."""
        change = self.changes.get(path)
        passed = {name: headers[name] for name in PASSED_ON if name in headers}
        if change is not None:
            response, body = self._fetch(path, {"accept-encoding": "identity"})
            return response, change(body)
        if path == HEALTH:
            return self._fetch(path, passed)
        asked = (path, *passed.values())
        if asked not in self._kept:
            self._kept[asked] = self._fetch(path, passed)
        return self._kept[asked]

    def _fetch(self, path: str, headers: dict[str, str]) -> Page:
        with self._client.stream("GET", self.behind + path, headers=headers) as response:
            return response, b"".join(response.iter_raw())

    def _topics(self) -> Iterable[str]:
        _, pack = self.page("/pack/en-Latn.json", {"accept-encoding": "identity"})
        return [topic["id"] for topic in json.loads(pack)["topics"]]


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that went away is no error of the test."""


def _handler_of(guide: StandIn) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def end_headers(self) -> None:
            # One request a connection: a stopped server leaves none open.
            self.send_header("Connection", "close")
            origin = self.headers.get("Origin", "")
            if self.command != "GET" and origin in guide.origins:
                self.send_header("Access-Control-Allow-Origin", origin)
                self.send_header("Access-Control-Allow-Methods", "POST")
                self.send_header("Access-Control-Allow-Headers", "authorization, content-type")
                self.send_header("Access-Control-Expose-Headers", "Retry-After")
            self.close_connection = True
            super().end_headers()

        def do_OPTIONS(self) -> None:
            self.send_response(204)
            self.end_headers()

        def do_GET(self) -> None:
            sent = {name.lower(): value for name, value in self.headers.items()}
            response, body = guide.page(self.path, sent)
            self.send_response(response.status_code)
            for name, value in response.headers.multi_items():
                if name.lower() not in OF_THE_CONNECTION:
                    self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if body:
                self.wfile.write(body)

        def do_POST(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            body = json.loads(self.rfile.read(length))
            token = self.headers.get("Authorization", "").removeprefix("Bearer ")
            exchange = Exchange(self, Asked(body, token), guide._stopped)
            if self.path == "/webhooks/web/session":
                made = guide.session(exchange)
                if made is not None:
                    self.send_response(200)
                    _finish(self, "application/json", made)
            elif self.path == "/webhooks/web/message":
                guide.answer(exchange)
            else:
                guide.pings.append(body)
                self.send_response(204)
                self.end_headers()

        def log_message(self, format: str, *args: Any) -> None:
            """Silent: the tests tell what went wrong."""

    return Handler


def _finish(handler: BaseHTTPRequestHandler, kind: str, body: bytes) -> None:
    handler.send_header("Content-Type", kind)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def _wait(event: threading.Event, stopped: threading.Event) -> None:
    end = time.monotonic() + LONGEST
    while not event.wait(0.02):
        if stopped.is_set() or time.monotonic() > end:
            raise ConnectionAbortedError
