"""Bodies: what fits, and how the rest is refused."""

from __future__ import annotations

import json
from typing import Any

import pytest

from horgos.channels.web.errors import ErrorCode, Refused
from horgos.channels.web.requests import (
    Body,
    MessageBody,
    PingBody,
    SessionBody,
    check_length,
    read_body,
)

ID = "abcd-EFG_123"
PING = {"tablet": "desk-1", "screen": "chat", "version": "1.2"}

GOOD: list[tuple[type[Body], dict[str, Any]]] = [
    (SessionBody, {"place": "web"}),
    (SessionBody, {"place": "kiosk", "form": "kk-Arab"}),
    (SessionBody, {"place": "web", "form": "xx-Xxxx"}),
    (MessageBody, {"id": ID, "text": ""}),
    (MessageBody, {"id": ID, "text": "сәлем\n\u0000", "form": "zh-Hant"}),
    (MessageBody, {"id": "a" * 8, "button": "ask:duty_free"}),
    (MessageBody, {"id": "a" * 64, "text": "x"}),
    (PingBody, PING),
    (PingBody, {**PING, "tablet": "a" * 40, "screen": "offline", "version": ""}),
]
BAD: list[tuple[type[Body], Any, str]] = [
    (SessionBody, {}, "place"),
    (SessionBody, {"place": "bank"}, "place"),
    (SessionBody, {"place": "WEB"}, "place"),
    (SessionBody, {"place": ["web"]}, "place"),
    (SessionBody, {"place": None}, "null"),
    (SessionBody, {"place": "web", "form": None}, "null"),
    (MessageBody, {"id": ID, "text": "x", "button": None}, "null"),
    (SessionBody, {"place": "web", "form": "kk"}, "form"),
    (SessionBody, {"place": "web", "form": "kk-Arab\n"}, "form"),
    (SessionBody, {"place": "web", "form": 5}, "form"),
    (SessionBody, {"place": "web", "sender": "web-x"}, "too many"),
    (MessageBody, {"id": ID}, "either text or button"),
    (MessageBody, {"id": ID, "text": "x", "button": "y"}, "either text or button"),
    (MessageBody, {"text": "x"}, "id"),
    (MessageBody, {"id": "a" * 7, "text": "x"}, "id"),
    (MessageBody, {"id": "a" * 65, "text": "x"}, "id"),
    (MessageBody, {"id": "a" * 8 + "\n", "text": "x"}, "id"),
    (MessageBody, {"id": "қазақша-1", "text": "x"}, "id"),
    (MessageBody, {"id": "../../etc/x", "text": "x"}, "id"),
    (MessageBody, {"id": 12345678, "text": "x"}, "id"),
    (MessageBody, {"id": ID, "text": 5}, "text"),
    (MessageBody, {"id": ID, "text": ["x"]}, "text"),
    (MessageBody, {"id": ID, "text": {"a": 1}}, "text"),
    (MessageBody, {"id": ID, "text": True}, "text"),
    (MessageBody, {"id": ID, "button": 5}, "button"),
    (MessageBody, {"id": ID, "text": "x", "metadata": {}}, "too many"),
    (PingBody, {**PING, "tablet": "Desk 1"}, "tablet"),
    (PingBody, {**PING, "tablet": ""}, "tablet"),
    (PingBody, {**PING, "tablet": "a" * 41}, "tablet"),
    (PingBody, {**PING, "screen": "off"}, "screen"),
    (PingBody, {**PING, "version": "x" * 41}, "version"),
    (PingBody, {"tablet": "a"}, "screen"),
]
NOT_JSON = [
    b"", b" ", b"{", b"{'id': 1}", b"\xff\xfe", b'"x', b"[" * 16_000, b'{"a":' * 3_000,
    b"1" * 16_000, b"\xef\xbb\xbf{}", '{"place": "web"}'.encode("utf-16"),
]  # fmt: skip
NO_OBJECT = [b"[]", b'"x"', b"5", b"null", b"true", b"NaN", b'[{"place": "web"}]']


def _refusal(kind: type[Body], raw: bytes) -> Refused:
    with pytest.raises(Refused) as caught:
        read_body(kind, raw)
    assert caught.value.error is ErrorCode.BAD_REQUEST
    return caught.value


@pytest.mark.parametrize(("kind", "body"), GOOD)
def test_what_fits(kind: type[Body], body: dict[str, Any]) -> None:
    read = read_body(kind, json.dumps(body).encode())
    assert read.dict(exclude_none=True) == body


@pytest.mark.parametrize(("kind", "body", "word"), BAD)
def test_what_does_not_fit_is_named(kind: type[Body], body: Any, word: str) -> None:
    assert word in _refusal(kind, json.dumps(body).encode()).message


@pytest.mark.parametrize("raw", NOT_JSON)
def test_what_is_no_json(raw: bytes) -> None:
    assert "JSON" in _refusal(MessageBody, raw).message


@pytest.mark.parametrize("raw", NO_OBJECT)
def test_what_is_no_object(raw: bytes) -> None:
    assert "object" in _refusal(MessageBody, raw).message


def test_nothing_of_a_body_comes_back() -> None:
    secret = "<script>alert('x')</script>"
    bodies: list[tuple[type[Body], dict[str, Any]]] = [
        (SessionBody, {"place": secret}),
        (SessionBody, {"place": "web", secret: 1}),
        (SessionBody, {"place": "web", "form": secret}),
        (MessageBody, {"id": secret, "text": "x"}),
        (MessageBody, {"id": ID, "text": [secret]}),
        (PingBody, {**PING, "tablet": secret, "screen": secret}),
    ]
    for kind, body in bodies:
        message = _refusal(kind, json.dumps(body).encode()).message
        assert "script" not in message and "alert" not in message


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("", True),
        ("а" * 500, True),
        ("а" * 501, False),
        ("字" * 500, True),
        ("😀" * 500, True),
        ("😀" * 501, False),
        # й as и and a breve is one character in NFC, as it is on any keyboard.
        ("\u0438\u0306" * 500, True),
        ("\u0438\u0306" * 501, False),
        # Some letters come apart in NFC.
        ("\u0958" * 251, False),
    ],
)
def test_length_is_that_of_nfc(text: str, fits: bool) -> None:
    if fits:
        check_length(text)
        return
    with pytest.raises(Refused) as caught:
        check_length(text)
    assert caught.value.error is ErrorCode.TEXT_TOO_LONG
