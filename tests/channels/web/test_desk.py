"""What counts, for whom, and what a door knows of who asks."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from sanic.compat import Header

from horgos.channels.web.desk import Desk
from horgos.channels.web.door import Door
from horgos.channels.web.errors import Refused
from horgos.channels.web.requests import PingBody, SessionBody
from horgos.channels.web.sessions import Sessions
from horgos.channels.web.settings import read_settings
from horgos.channels.web.tablets import Tablets
from horgos.project import this_project
from tests.channels.web.clock import Clock

RATES = {
    "session_messages": "2/minute",
    "address_messages": "5/minute",
    "address_sessions": "3/minute",
    "address_pings": "4/minute",
}


def _desk(clock: Clock) -> Desk:
    settings = read_settings({"rates": RATES}, "x")
    return Desk(this_project().guide, Sessions(b"s" * 32), settings.rates, Tablets(), clock)


def _served_before_429(ask: Callable[[], Any]) -> int:
    """How many are served until one is refused for its rate."""
    for served in range(100):
        try:
            ask()
        except Refused as refusal:
            if refusal.error.code == "rate_limited":
                assert refusal.retry_after == 60
                return served
    raise AssertionError("nothing was refused")


def test_an_address_begins_so_many_sessions() -> None:
    clock = Clock()
    desk = _desk(clock)
    body = SessionBody(place="web")
    assert _served_before_429(lambda: desk.begin(body, "a")) == 3
    assert _served_before_429(lambda: desk.begin(body, "b")) == 3
    clock.wait(60)
    assert _served_before_429(lambda: desk.begin(body, "a")) == 3


def test_a_session_sends_so_many_messages_from_wherever() -> None:
    desk = _desk(Clock())
    token = f"Bearer {desk.begin(SessionBody(place='web'), 'a')['session']}"
    addresses = iter("abcdefgh")
    assert _served_before_429(lambda: desk.admit(token, next(addresses))) == 2


def test_an_address_sends_so_many_messages_and_guessing_counts() -> None:
    desk = _desk(Clock())
    assert _served_before_429(lambda: desk.admit("Bearer guessed", "a")) == 5
    assert _served_before_429(lambda: desk.admit(None, "b")) == 5
    token = f"Bearer {desk.begin(SessionBody(place='web'), 'c')['session']}"
    with pytest.raises(Refused, match="rate_limited"):
        desk.admit(token, "a")
    assert desk.admit(token, "c").place == "web"


def test_an_address_pings_so_often() -> None:
    desk = _desk(Clock())
    ping = PingBody(tablet="desk-1", screen="chat", version="1")
    assert _served_before_429(lambda: desk.hear(ping, "a")) == 4


def test_the_door_believes_trusted_proxies_alone() -> None:
    headers = Header([("x-forwarded-for", "203.0.113.5"), ("x-forwarded-for", "198.51.100.7")])
    request: Any = SimpleNamespace(ip="127.0.0.1", headers=headers)
    trusting = Door(read_settings({"trusted_proxies": ["127.0.0.1"]}, "x"))
    assert trusting.address(request) == "198.51.100.7"
    assert Door(read_settings({}, "x")).address(request) == "127.0.0.1"
    request.headers = Header([])
    assert trusting.address(request) == "127.0.0.1"
