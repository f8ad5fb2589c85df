"""What the real guide refuses, and how: each code, origins, rates, hostile bodies."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable
from datetime import datetime, timedelta, timezone

import httpx
import pytest

from horgos.channels.web.errors import ErrorCode
from horgos.channels.web.sessions import Sessions
from tests.channels.web.conftest import LISTED
from tests.channels.web.visiting import WEB, Visitor, WebReply, error_of
from tests.guide.test_hostile import hostile_messages
from tests.running import RunningGuide

pytestmark = pytest.mark.guide

JSON = {"content-type": "application/json"}


def _send(guide: RunningGuide, path: str, **request: object) -> httpx.Response:
    return guide.client.post(f"{WEB}{path}", **request)  # type: ignore[arg-type]


def _expired(guide: RunningGuide) -> str:
    secret = (guide.settings.var / "web-secret").read_bytes().strip()
    return Sessions(secret).begin("web", now=datetime.now(timezone.utc) - timedelta(hours=3))


def _many(visitor: Visitor) -> httpx.Response:
    for _ in range(20):
        visitor.say("hello")
    return visitor.send(text="hello")


CASES: dict[str, Callable[[RunningGuide, Visitor], httpx.Response]] = {
    "bad_request": lambda g, v: _send(g, "/session", json={"place": "bank"}),
    "session_missing": lambda g, v: _send(g, "/message", json={"id": "12345678", "text": "x"}),
    "session_invalid": lambda g, v: _send(
        g, "/message", json={}, headers={"Authorization": "Bearer x"}
    ),
    "session_expired": lambda g, v: _send(
        g, "/message", json={}, headers={"Authorization": f"Bearer {_expired(g)}"}
    ),
    "origin_not_allowed": lambda g, v: _send(
        g, "/session", json={"place": "web"}, headers={"Origin": "https://evil.example"}
    ),
    "not_found": lambda g, v: _send(g, "/sessions", json={}),
    "method_not_allowed": lambda g, v: g.client.get(f"{WEB}/message"),
    "button_not_offered": lambda g, v: v.send(button="ask:duty_free:KZ"),
    "too_large": lambda g, v: v.send(text="x" * 16_384),
    "not_json": lambda g, v: _send(
        g, "/session", content=b'{"place": "web"}', headers={"content-type": "text/plain"}
    ),
    "text_too_long": lambda g, v: v.send(text="字" * 501),
    "rate_limited": lambda g, v: _many(v),
}


@pytest.mark.parametrize("code", CASES)
def test_each_code(web_guide: RunningGuide, visitor: Visitor, code: str) -> None:
    response = CASES[code](web_guide, visitor)
    (error,) = [error for error in ErrorCode if error.code == code]
    assert error_of(response) == (error.status, code)
    assert response.headers["cache-control"] == "no-store"
    assert response.headers["x-content-type-options"] == "nosniff"
    assert ("retry-after" in response.headers) == (code == "rate_limited")
    assert ("allow" in response.headers) == (code == "method_not_allowed")


def test_all_codes_but_one_can_be_had_from_a_sound_guide() -> None:
    assert {error.code for error in ErrorCode} - set(CASES) == {"unavailable"}


def test_who_asks_too_often_is_told_when_to_come_back(visitor: Visitor) -> None:
    refused = _many(visitor)
    assert error_of(refused) == (429, "rate_limited")
    assert 1 <= int(refused.headers["retry-after"]) <= 60
    assert len(visitor.turns()) == 20


METHODS = ("GET", "HEAD", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND")
PATHS = ("", "/", "/nothing", "/session/", "/session/more", "/../web/x", "/%2e%2e/x", "/webhook")


def test_whatever_the_method_and_the_address_it_is_our_refusal(web_guide: RunningGuide) -> None:
    asked = 0
    for method in METHODS:
        for path in ("/session", "/message", "/ping"):
            response = web_guide.client.request(method, f"{WEB}{path}")
            assert response.status_code == 405
            assert response.headers["allow"] == "POST, OPTIONS"
            if method != "HEAD":
                assert error_of(response) == (405, "method_not_allowed")
            asked += 1
    for method in (*METHODS[1:], "POST"):
        response = web_guide.client.request(method, f"{WEB}/health")
        assert (response.status_code, response.headers["allow"]) == (405, "GET, OPTIONS")
        asked += 1
    for path in PATHS:
        for method in ("POST", "GET", "OPTIONS"):
            response = web_guide.client.request(method, f"{WEB}{path}")
            assert error_of(response) in ((404, "not_found"), (405, "method_not_allowed"))
            asked += 1
    assert asked == 7 * 3 + 7 + 8 * 3


# Origins.

PATHS_OF_OURS = ("/session", "/message", "/ping")


@pytest.mark.parametrize(
    ("path", "method"), [*((path, "POST") for path in PATHS_OF_OURS), ("/health", "GET")]
)
def test_a_preflight_of_a_listed_origin(web_guide: RunningGuide, path: str, method: str) -> None:
    asking = {
        "Origin": LISTED,
        "Access-Control-Request-Method": method,
        "Access-Control-Request-Headers": "authorization,content-type",
    }
    response = web_guide.client.options(f"{WEB}{path}", headers=asking)
    assert response.status_code == 204 and response.content == b""
    assert response.headers["access-control-allow-origin"] == LISTED
    assert response.headers["access-control-allow-methods"] == method
    assert response.headers["access-control-allow-headers"] == "authorization, content-type"
    assert "access-control-allow-credentials" not in response.headers
    assert response.headers["vary"] == "Origin"


@pytest.mark.parametrize("path", PATHS_OF_OURS)
@pytest.mark.parametrize("origin", ["https://evil.example", "null", "*", ""])
def test_a_preflight_of_another(web_guide: RunningGuide, path: str, origin: str) -> None:
    response = web_guide.client.options(f"{WEB}{path}", headers={"Origin": origin})
    assert error_of(response) == (403, "origin_not_allowed")
    assert not [name for name in response.headers if name.startswith("access-control")]


def test_a_listed_origin_may_read_replies_and_refusals(visitor: Visitor) -> None:
    client = visitor.guide.client
    headers = {**visitor.headers, "Origin": LISTED}
    body = {"id": "question-1", "text": "hello"}
    served = client.post(f"{WEB}/message", json=body, headers=headers)
    WebReply.of(served)
    refused = client.post(f"{WEB}/message", json={}, headers=headers)
    nothing = client.post(f"{WEB}/nothing", json={}, headers=headers)
    assert [response.status_code for response in (served, refused, nothing)] == [200, 400, 404]
    for response in (served, refused, nothing):
        assert response.headers.get_list("access-control-allow-origin") == [LISTED]
        assert response.headers["access-control-expose-headers"] == "Retry-After"
        assert "access-control-allow-credentials" not in response.headers


def test_the_guides_own_pages_and_programs_need_no_list(web_guide: RunningGuide) -> None:
    own = web_guide.settings.url
    for origin in ({"Origin": own}, {}):
        response = _send(web_guide, "/session", json={"place": "web"}, headers=origin)
        assert response.status_code == 200
        assert not [name for name in response.headers if name.startswith("access-control")]


# Hostile bodies.

HOSTILE_BODIES = [
    b"", b"{", b"[]", b"null", b'"x"', b"\x00" * 100, b"\xff" * 100, b"[" * 16_000,
    b'{"id":' * 2_000, b'{"a": ' + b"9" * 10_000 + b"}", b'{"id": NaN, "text": Infinity}',
    b'{"__proto__": {"x": 1}, "constructor": 1}', b"id=12345678&text=x",
    b'{"id": "12345678", "text": "x", "text": 5}',
    b'{"id": "12345678", "id": "87654321", "button": {"$gt": ""}}',
    b'{"id": "12345678\\u0000", "text": "x"}', b'{"id": "\'; DROP TABLE events; --", "text": "x"}',
    b'{"id": "12345678", "form": "../../etc/passwd", "text": "x"}',
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
]  # fmt: skip


@pytest.mark.parametrize("path", PATHS_OF_OURS)
def test_hostile_bodies_are_refused(web_guide: RunningGuide, path: str) -> None:
    refused = 0
    for body in HOSTILE_BODIES:
        headers = {**JSON, **Visitor(web_guide).headers}
        response = _send(web_guide, path, content=body, headers=headers)
        assert error_of(response) == (400, "bad_request"), body[:60]
        assert not any(word in response.text for word in ("Traceback", "passwd", "DROP", "horgos"))
        refused += 1
    assert refused == len(HOSTILE_BODIES) == 19


RAW = {
    "a length that is none": (b"Content-Length: abc\r\n\r\n", 400),
    "chunks that are none": (b"Transfer-Encoding: chunked\r\n\r\nzz\r\n\r\n", 400),
    "a header that is not ASCII": ("X-Forwarded-For: қ\r\n\r\n".encode(), 400),
    "far too much": (b"Content-Length: 99999999999\r\n\r\n" + b"x" * 20_000, 413),
}


@pytest.mark.parametrize("case", RAW)
def test_broken_requests_are_refused(web_guide: RunningGuide, case: str) -> None:
    rest, status = RAW[case]
    head = (
        b"POST /webhooks/web/session HTTP/1.1\r\nHost: guide\r\nContent-Type: application/json\r\n"
    )
    with socket.create_connection(("127.0.0.1", web_guide.settings.port), timeout=10) as sent:
        sent.sendall(head + rest)
        received = sent.recv(65_536)
    assert received.startswith(b"HTTP/1.1 %d " % status)
    assert set(json.loads(received.rpartition(b"\r\n\r\n")[2])) == {"error"}


def test_hostile_texts_are_answered(web_guide: RunningGuide) -> None:
    answered = 0
    for text in hostile_messages():
        if answered % 15 == 0:
            visitor = Visitor(web_guide)
        if len(text) > 400:
            continue
        reply = visitor.say(text)
        assert "<script" not in reply.text and "Traceback" not in reply.text
        answered += 1
        if answered == 150:
            break
    assert answered == 150
