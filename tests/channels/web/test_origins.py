"""Which pages may talk to the guide."""

from __future__ import annotations

import pytest

from horgos.channels.web.errors import ErrorCode, Refused
from horgos.channels.web.origins import Origins

LISTED = "https://zone.example"
ORIGINS = Origins([LISTED, "http://localhost:8080"])

MAY = [
    (None, "guide.example"),
    (LISTED, "guide.example"),
    ("http://localhost:8080", "guide.example"),
    ("https://guide.example", "guide.example"),
    ("http://guide.example", "guide.example"),
    ("https://guide.example", "guide.example:443"),
    ("https://guide.example:443", "guide.example"),
    ("http://guide.example:5005", "guide.example:5005"),
    ("http://GUIDE.example", "guide.example"),
    ("http://[::1]:5005", "[::1]:5005"),
]
MAY_NOT = [
    ("", "guide.example"),
    ("null", "guide.example"),
    ("*", "guide.example"),
    ("https://evil.example", "guide.example"),
    ("http://zone.example", "guide.example"),
    ("https://zone.example:8443", "guide.example"),
    ("https://zone.example/", "guide.example"),
    ("https://zone.example.evil.example", "guide.example"),
    ("https://evilzone.example", "guide.example"),
    ("https://zone.example@evil.example", "guide.example"),
    ("https://guide.example@evil.example", "guide.example"),
    ("https://guide.example:5005", "guide.example"),
    ("https://guide.example/x", "guide.example"),
    ("https://guide.example?x", "guide.example"),
    ("ftp://guide.example", "guide.example"),
    ("file://", ""),
    ("http://", ""),
    ("http://[", "["),
    ("guide.example", "guide.example"),
]


@pytest.mark.parametrize(("origin", "host"), MAY)
def test_may_ask(origin: str | None, host: str) -> None:
    ORIGINS.require(origin, host)


@pytest.mark.parametrize(("origin", "host"), MAY_NOT)
def test_may_not_ask(origin: str, host: str) -> None:
    with pytest.raises(Refused) as caught:
        ORIGINS.require(origin, host)
    assert caught.value.error is ErrorCode.ORIGIN_NOT_ALLOWED


def test_only_listed_origins_may_read_from_elsewhere() -> None:
    assert ORIGINS.headers(LISTED)["Access-Control-Allow-Origin"] == LISTED
    for method in ("POST", "GET"):
        assert ORIGINS.preflight(LISTED, method)["Access-Control-Allow-Methods"] == method
    refused = {origin for origin, _ in MAY_NOT} | {None, "https://guide.example"}
    assert len(refused) >= 19
    for origin in refused:
        assert dict(ORIGINS.headers(origin)) == {"Vary": "Origin"}
        assert dict(ORIGINS.preflight(origin, "POST")) == {}


def test_credentials_are_never_welcome() -> None:
    for headers in (ORIGINS.headers(LISTED), ORIGINS.preflight(LISTED, "POST")):
        assert "Access-Control-Allow-Credentials" not in headers
        assert "*" not in headers.values()
