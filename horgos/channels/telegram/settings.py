"""What an operator sets: secrets in the environment, the API's address in ``credentials.yml``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from horgos.channels.messaging.secrets import MissingSecret, read_secret, read_secrets
from horgos.channels.settings import api_address, known_only

TOKEN, SECRET = "TELEGRAM_TOKEN", "TELEGRAM_SECRET"
MODE, ADDRESS = "TELEGRAM_MODE", "PUBLIC_ADDRESS"
OFFICIAL = "https://api.telegram.org"
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
"""In which Telegram sends the secret of the webhook."""
WEBHOOK_PATH = "/webhooks/telegram/webhook"

_TOKEN = re.compile(r"[0-9]{3,20}:[A-Za-z0-9_-]{30,}")
_SECRET = re.compile(r"[A-Za-z0-9_-]{16,256}")
_ADDRESS = re.compile(r"https?://[A-Za-z0-9.\[\]:-]+")


class Mode(Enum):
    """How updates come."""

    WEBHOOK = "webhook"
    POLLING = "polling"


@dataclass(frozen=True)
class TelegramSettings:
    """What stands under the channel's name.

    Attributes:
        api: Address of the Bot API.
    """

    api: str = OFFICIAL


@dataclass(frozen=True)
class Credentials:
    """What Telegram and the bot agreed on.

    Attributes:
        token: The bot's token of BotFather.
        mode: How updates come.
        secret: What Telegram sends with every update, so that it is known; empty for polling.
        address: Where Telegram reaches the webhook; empty when the operator sets it.
    """

    token: str = field(repr=False)
    mode: Mode
    secret: str = field(repr=False)
    address: str

    @property
    def bot_id(self) -> int:
        """The bot's own account: the first half of its token."""
        return int(self.token.partition(":")[0])

    @property
    def webhook(self) -> str:
        """Address of the webhook; empty when no public address is known."""
        return f"{self.address}{WEBHOOK_PATH}" if self.address else ""


def read_settings(given: Mapping[str, Any] | None, where: str) -> TelegramSettings:
    """The settings under the channel's name.

    Args:
        given: What stands there; None for nothing.
        where: File and key, for messages.

    Raises:
        WrongSetting: A key is unknown, or the address is none.
    """
    return TelegramSettings(api_address(known_only(given, ("api",), where), OFFICIAL, where))


def read_credentials(environment: Mapping[str, str]) -> Credentials:
    """The secrets from the environment.

    Raises:
        MissingSecret: One is missing or no such thing; the text names the variable and the mend.
    """
    mode = _mode(environment)
    if mode is Mode.POLLING:
        return Credentials(_token(read_secret(environment, TOKEN)), mode, "", "")
    found = read_secrets(environment, (TOKEN, SECRET))
    if not _SECRET.fullmatch(found[SECRET]):
        raise MissingSecret(f"{SECRET}: use 16 to 256 characters of A-Z a-z 0-9 _ -")
    return Credentials(_token(found[TOKEN]), mode, found[SECRET], _address(environment))


def _mode(environment: Mapping[str, str]) -> Mode:
    given = environment.get(MODE, "").strip().lower() or Mode.WEBHOOK.value
    try:
        return Mode(given)
    except ValueError:
        raise MissingSecret(f"{MODE}={given!r}: write webhook or polling") from None


def _token(given: str) -> str:
    if not _TOKEN.fullmatch(given):
        raise MissingSecret(f"{TOKEN} is no token; copy it from BotFather, all of it")
    return given


def _address(environment: Mapping[str, str]) -> str:
    given = environment.get(ADDRESS, "").strip().rstrip("/")
    if given and not _ADDRESS.fullmatch(given):
        raise MissingSecret(f"{ADDRESS}={given!r}: write it like https://guide.example")
    return given
