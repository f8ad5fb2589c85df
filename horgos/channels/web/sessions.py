"""Sessions: who a visitor is to the guide, for a while and in one place."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from types import MappingProxyType
from typing import Any

import jwt

from horgos.channels.own_secret import SHORTEST_SECRET, own_secret
from horgos.channels.settings import WrongSetting
from horgos.channels.web.errors import ErrorCode, Refused

logger = logging.getLogger(__name__)

LIFETIMES: Mapping[str, timedelta] = MappingProxyType(
    {"web": timedelta(hours=2), "kiosk": timedelta(minutes=15)}
)
"""By place; a visitor at the tablet is soon followed by another."""
SECRET_VARIABLE = "HORGOS_WEB_SECRET"
SECRET_FILE = "web-secret"
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
    if given and len(given.encode()) < SHORTEST_SECRET:
        raise WrongSetting(
            f"{SECRET_VARIABLE}: too short: set at least {SHORTEST_SECRET} random bytes"
        )
    if given:
        return given.encode()
    return own_secret(var / SECRET_FILE, SECRET_VARIABLE)
