"""Sessions: who a visitor is to the guide, for a while and in one place."""

from __future__ import annotations

import logging
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from types import MappingProxyType
from typing import Any

import jwt

from horgos.channels.settings import WrongSetting
from horgos.channels.web.errors import ErrorCode, Refused

logger = logging.getLogger(__name__)

LIFETIMES: Mapping[str, timedelta] = MappingProxyType(
    {"web": timedelta(hours=2), "kiosk": timedelta(minutes=15)}
)
"""By place; a visitor at the tablet is soon followed by another."""
SECRET_VARIABLE = "HORGOS_WEB_SECRET"
SECRET_FILE = "web-secret"
SHORTEST_SECRET = 32
"""Bytes; what HMAC-SHA256 asks for."""
_ALGORITHM = "HS256"
_BEARER = "bearer "


@dataclass(frozen=True)
class Session:
    """A session whose token was found good.

    Attributes:
        id: Random, and known to nobody but the client.
        place: Where the visitor stands: a key of ``LIFETIMES``.
        form: Written form of the page that began it, if told.
    """

    id: str
    place: str
    form: str | None = None

    @property
    def sender(self) -> str:
        """Rasa's id of the conversation."""
        return f"{self.place}-{self.id}"


class Sessions:
    """Signs and checks tokens; keeps nothing, so that a restart ends no session."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def begin(self, place: str, form: str | None = None, now: datetime | None = None) -> str:
        """The token of a new session."""
        begun = now or datetime.now(timezone.utc)
        claims = {
            "sid": secrets.token_urlsafe(16),
            "place": place,
            "iat": begun,
            "exp": begun + LIFETIMES[place],
        }
        if form is not None:
            claims["form"] = form
        return jwt.encode(claims, self._secret, _ALGORITHM)

    def check(self, authorization: str | None) -> Session:
        """The session an ``Authorization`` header stands for.

        Raises:
            Refused: There is no token, it is not of our making, or its time is over.
        """
        given = authorization or ""
        if not given.lower().startswith(_BEARER):
            raise Refused(ErrorCode.SESSION_MISSING)
        try:
            claims = jwt.decode(
                given[len(_BEARER) :].strip(),
                self._secret,
                algorithms=[_ALGORITHM],
                options={"require": ["sid", "place", "iat", "exp"]},
            )
        except jwt.ExpiredSignatureError:
            raise Refused(ErrorCode.SESSION_EXPIRED) from None
        except (jwt.InvalidTokenError, ValueError):
            raise Refused(ErrorCode.SESSION_INVALID) from None
        return _session(claims)


def _session(claims: Mapping[str, Any]) -> Session:
    sid, place, form = claims["sid"], claims["place"], claims.get("form")
    if not (isinstance(sid, str) and isinstance(place, str) and place in LIFETIMES):
        raise Refused(ErrorCode.SESSION_INVALID)
    return Session(sid, place, form if isinstance(form, str) else None)


def find_secret(environment: Mapping[str, str], var: Path) -> bytes:
    """The secret tokens are signed with: given, or made once and kept.

    Args:
        environment: May hold ``HORGOS_WEB_SECRET``.
        var: Folder of the file that keeps the secret otherwise.

    Raises:
        WrongSetting: The secret is too short to be one, or the file cannot be had.
    """
    given = environment.get(SECRET_VARIABLE)
    if given:
        return _long_enough(given.encode(), SECRET_VARIABLE, "set")
    path = var / SECRET_FILE
    try:
        _make_once(path)
        _keep_to_ourselves(path)
        return _long_enough(path.read_bytes().strip(), str(path), "delete the file, or write")
    except OSError as fault:
        raise WrongSetting(
            f"{path}: {fault.strerror}: make it readable, or set {SECRET_VARIABLE}"
        ) from None


def _make_once(path: Path) -> None:
    """Write the file unless it is there; of several processes one wins, and none sees half."""
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(f"{secrets.token_hex(SHORTEST_SECRET)}\n")
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()


def _keep_to_ourselves(path: Path) -> None:
    if path.stat().st_mode & 0o077:
        logger.warning("%s was open to others; now it is not", path)
        path.chmod(0o600)


def _long_enough(secret: bytes, place: str, verb: str) -> bytes:
    if len(secret) < SHORTEST_SECRET:
        raise WrongSetting(f"{place}: too short: {verb} at least {SHORTEST_SECRET} random bytes")
    return secret
