"""People of an app as the stores know them: a keyed hash, never the account itself."""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from horgos.channels.messaging.secrets import MissingSecret, read_secret
from horgos.channels.own_secret import own_secret
from horgos.channels.settings import WrongSetting
from horgos.project import ROOT

KEY = "HORGOS_ACCOUNT_KEY"
_SHORTEST_KEY = 16
_DIGITS = 32


@dataclass(frozen=True)
class Accounts:
    """Turns account ids of one app into conversation ids.

    Attributes:
        prefix: Stands before the hash ("tg"); it also keeps apps apart.
        key: Whoever has it can tell whether an account has written; without it nobody can.
    """

    prefix: str
    key: bytes = field(repr=False)

    def sender(self, account: str) -> str:
        """The conversation's id: ``tg-`` and 32 hexadecimal digits."""
        digest = hmac.new(self.key, f"{self.prefix}:{account}".encode(), sha256)
        return f"{self.prefix}-{digest.hexdigest()[:_DIGITS]}"


def accounts_of(prefix: str, environment: Mapping[str, str]) -> Accounts:
    """The people of an app, with the key of this installation.

    Raises:
        MissingSecret: As ``account_key``.
    """
    var = Path(environment.get("HORGOS_VAR") or ROOT / "var")
    return Accounts(prefix, account_key(environment, var))


def account_key(environment: Mapping[str, str], var: Path) -> bytes:
    """The key of this installation: ``HORGOS_ACCOUNT_KEY``, or one made once in ``var``.

    Raises:
        MissingSecret: The key is too short to protect anything, or its file cannot be had.
    """
    try:
        given = read_secret(environment, KEY)
    except MissingSecret:
        if environment.get(f"{KEY}_FILE"):
            raise
        return _own_key(var / "account-key")
    if len(given) < _SHORTEST_KEY:
        raise MissingSecret(
            f"{KEY} is shorter than {_SHORTEST_KEY} characters; give it a longer one"
        )
    return given.encode()


def _own_key(path: Path) -> bytes:
    try:
        return own_secret(path, KEY)
    except WrongSetting as fault:
        raise MissingSecret(str(fault)) from None
