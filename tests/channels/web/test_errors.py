"""The codes clients rely on."""

from __future__ import annotations

import re

from horgos.channels.web.body import MAX_BODY
from horgos.channels.web.errors import ErrorCode, Refused
from horgos.channels.web.requests import MAX_TEXT
from horgos.project import ROOT

STATUS = {
    "bad_request": 400,
    "session_missing": 401,
    "session_invalid": 401,
    "session_expired": 401,
    "origin_not_allowed": 403,
    "not_found": 404,
    "method_not_allowed": 405,
    "button_not_offered": 409,
    "too_large": 413,
    "not_json": 415,
    "text_too_long": 422,
    "rate_limited": 429,
    "unavailable": 503,
}


def test_codes_and_statuses_stay() -> None:
    assert {error.code: error.status for error in ErrorCode} == STATUS


def test_sentences_name_the_bounds_as_they_are() -> None:
    assert str(MAX_BODY) in ErrorCode.TOO_LARGE.message
    assert str(MAX_TEXT) in ErrorCode.TEXT_TOO_LONG.message


def test_a_refusal_has_the_shape_of_the_protocol() -> None:
    refused = Refused(ErrorCode.NOT_FOUND)
    assert refused.as_json() == {
        "error": {"code": "not_found", "message": "There is nothing at this address."}
    }


def test_the_page_about_the_channel_lists_every_code() -> None:
    page = (ROOT / "docs" / "web-channel.md").read_text(encoding="utf-8")
    rows = [line for line in page.splitlines() if line.startswith("| `")]
    listed = {
        code: int(row.split("|")[2])
        for row in rows
        if row.split("|")[2].strip().isdigit()
        for code in re.findall(r"`([a-z_]+)`", row.split("|")[1])
    }
    assert listed == STATUS
