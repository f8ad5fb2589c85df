"""A session is a token of our making, for a while and in one place."""

from __future__ import annotations

import base64
import json
import logging
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import jwt
import pytest

from horgos.channels.settings import WrongSetting
from horgos.channels.web.errors import ErrorCode, Refused
from horgos.channels.web.sessions import Sessions, find_secret

SECRET = b"s" * 32
NOW = datetime.now(timezone.utc)
"""When the tests were collected; a table's times are far enough from it for the slowest run."""
CLAIMS = {"sid": "x" * 22, "place": "web", "iat": NOW, "exp": NOW + timedelta(days=1)}


def _sessions() -> Sessions:
    return Sessions(SECRET)


def _signed(secret: bytes = SECRET, algorithm: str = "HS256", **changed: Any) -> str:
    claims = {key: value for key, value in {**CLAIMS, **changed}.items() if value is not None}
    return jwt.encode(claims, secret, algorithm)


def _unsigned() -> str:
    def part(value: dict[str, Any]) -> str:
        return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()

    claims = {**CLAIMS, "iat": int(NOW.timestamp()), "exp": int(NOW.timestamp()) + 86_400}
    return f"{part({'alg': 'none', 'typ': 'JWT'})}.{part(claims)}."


def _tampered() -> str:
    head, claims, signature = _sessions().begin("web").split(".")
    other = _sessions().begin("kiosk").split(".")[1]
    assert claims != other
    return f"{head}.{other}.{signature}"


@pytest.mark.parametrize(("place", "minutes"), [("web", 120), ("kiosk", 15)])
def test_a_session_lives_as_long_as_its_place_allows(place: str, minutes: int) -> None:
    token = _sessions().begin(place)
    claims = jwt.decode(token, SECRET, algorithms=["HS256"])
    assert claims["exp"] - claims["iat"] == minutes * 60
    assert set(claims) == {"sid", "place", "iat", "exp"}


@pytest.mark.parametrize(("place", "minutes"), [("web", 120), ("kiosk", 15)])
def test_it_is_over_when_its_time_is(place: str, minutes: int) -> None:
    now, lived = datetime.now(timezone.utc), timedelta(minutes=minutes)
    sessions = _sessions()
    young = sessions.begin(place, now=now - lived + timedelta(minutes=1))
    assert sessions.check(f"Bearer {young}").place == place
    old = sessions.begin(place, now=now - lived - timedelta(seconds=2))
    with pytest.raises(Refused) as caught:
        sessions.check(f"Bearer {old}")
    assert caught.value.error is ErrorCode.SESSION_EXPIRED


def test_a_good_token_names_the_conversation() -> None:
    session = _sessions().check(f"bearer {_sessions().begin('kiosk', form='kk-Arab')}")
    assert session.sender == f"kiosk-{session.id}"
    assert session.form == "kk-Arab"


def test_no_two_sessions_are_alike() -> None:
    seen = {_sessions().check(f"Bearer {_sessions().begin('web')}").id for _ in range(200)}
    assert len(seen) == 200
    assert all(len(sid) >= 22 for sid in seen)


REFUSED = {
    "nothing": (None, ErrorCode.SESSION_MISSING),
    "empty": ("", ErrorCode.SESSION_MISSING),
    "another scheme": (f"Basic {_signed()}", ErrorCode.SESSION_MISSING),
    "the token alone": (_signed(), ErrorCode.SESSION_MISSING),
    "no token": ("Bearer ", ErrorCode.SESSION_INVALID),
    "no token of any kind": ("Bearer x", ErrorCode.SESSION_INVALID),
    "two tokens": (f"Bearer {_signed()} {_signed()}", ErrorCode.SESSION_INVALID),
    "not ASCII": ("Bearer é.é.é", ErrorCode.SESSION_INVALID),
    "half of a pair": ("Bearer \udcc3.\udca9", ErrorCode.SESSION_INVALID),
    "very long": (f"Bearer {'a' * 10_000}", ErrorCode.SESSION_INVALID),
    "alg none": (f"Bearer {_unsigned()}", ErrorCode.SESSION_INVALID),
    "another secret": (f"Bearer {_signed(secret=b'o' * 32)}", ErrorCode.SESSION_INVALID),
    "another algorithm": (
        f"Bearer {_signed(secret=SECRET * 2, algorithm='HS512')}",
        ErrorCode.SESSION_INVALID,
    ),
    "claims of another token": (f"Bearer {_tampered()}", ErrorCode.SESSION_INVALID),
    "cut off": (f"Bearer {_signed()[:-3]}", ErrorCode.SESSION_INVALID),
    "another place": (f"Bearer {_signed(place='bank')}", ErrorCode.SESSION_INVALID),
    "a list for a place": (f"Bearer {_signed(place=['web'])}", ErrorCode.SESSION_INVALID),
    "a number for an id": (f"Bearer {_signed(sid=5)}", ErrorCode.SESSION_INVALID),
    "no id": (f"Bearer {_signed(sid=None)}", ErrorCode.SESSION_INVALID),
    "no place": (f"Bearer {_signed(place=None)}", ErrorCode.SESSION_INVALID),
    "no end": (f"Bearer {_signed(exp=None)}", ErrorCode.SESSION_INVALID),
    "no beginning": (f"Bearer {_signed(iat=None)}", ErrorCode.SESSION_INVALID),
    "from the future": (
        f"Bearer {_signed(iat=NOW + timedelta(days=1), exp=NOW + timedelta(days=3))}",
        ErrorCode.SESSION_INVALID,
    ),
    "over": (f"Bearer {_signed(exp=NOW - timedelta(seconds=1))}", ErrorCode.SESSION_EXPIRED),
    "over, of another secret": (
        f"Bearer {_signed(secret=b'o' * 32, exp=NOW - timedelta(seconds=1))}",
        ErrorCode.SESSION_INVALID,
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_session_is_refused(case: str) -> None:
    header, error = REFUSED[case]
    with pytest.raises(Refused) as caught:
        _sessions().check(header)
    assert caught.value.error is error


def test_the_secret_is_made_once_and_for_us_alone(tmp_path: Path) -> None:
    var = tmp_path / "not yet there"
    secret = find_secret({}, var)
    path = var / "web-secret"
    assert len(secret) >= 32
    assert path.stat().st_mode & 0o777 == 0o600
    assert find_secret({}, var) == secret
    assert [left.name for left in var.iterdir()] == ["web-secret"]
    assert find_secret({}, tmp_path / "another") != secret


def test_a_secret_of_the_environment_comes_first(tmp_path: Path) -> None:
    assert find_secret({"HORGOS_WEB_SECRET": "e" * 40}, tmp_path) == b"e" * 40
    assert list(tmp_path.iterdir()) == []


def test_a_secret_open_to_others_is_closed(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "web-secret"
    path.write_text("k" * 64)
    path.chmod(0o644)
    with caplog.at_level(logging.WARNING):
        assert find_secret({}, tmp_path) == b"k" * 64
    assert path.stat().st_mode & 0o777 == 0o600
    assert "open to others" in caplog.text


def test_a_short_secret_is_refused_without_showing_it(tmp_path: Path) -> None:
    with pytest.raises(WrongSetting, match="HORGOS_WEB_SECRET: too short") as caught:
        find_secret({"HORGOS_WEB_SECRET": "hunter2"}, tmp_path)
    assert "hunter2" not in str(caught.value)
    (tmp_path / "web-secret").write_text("")
    with pytest.raises(WrongSetting, match="web-secret: too short: delete the file"):
        find_secret({}, tmp_path)


def test_a_folder_that_cannot_be_had_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(WrongSetting, match=r"web-secret: .*set HORGOS_WEB_SECRET"):
        find_secret({}, tmp_path / "file")
