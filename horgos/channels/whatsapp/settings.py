"""What an operator sets: secrets in the environment, the API's address in ``credentials.yml``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from horgos.channels.messaging.secrets import MissingSecret, read_secrets
from horgos.channels.settings import WrongSetting, api_address, known_only

TOKEN, PHONE_ID = "WHATSAPP_TOKEN", "WHATSAPP_PHONE_ID"
APP_SECRET, VERIFY_TOKEN = "WHATSAPP_APP_SECRET", "WHATSAPP_VERIFY_TOKEN"
SECRETS = (TOKEN, PHONE_ID, APP_SECRET, VERIFY_TOKEN)
ADDRESS = "PUBLIC_ADDRESS"
OFFICIAL, VERSION = "https://graph.facebook.com", "v26.0"
"""The Graph API, and its newest version when this was written (pywa 4.5.0 names it)."""
WEBHOOK_PATH = "/webhooks/whatsapp/webhook"

_SHORTEST = 16
_VERSION = re.compile(r"v[0-9]{2,3}\.[0-9]")
_MENDS = {
    TOKEN: (
        re.compile(r"[A-Za-z0-9_.|-]{16,}"),
        "is no token; copy that of the system user, all of it",
    ),
    PHONE_ID: (
        re.compile(r"[0-9]{5,20}"),
        "is no phone number id; it is the digits under API Setup, not the number",
    ),
    APP_SECRET: (
        re.compile(r"[0-9a-f]{32}"),
        "is no app secret: 32 of 0-9 a-f, under App settings, Basic",
    ),
    VERIFY_TOKEN: (
        re.compile(rf"[!-~]{{{_SHORTEST},}}"),
        f"has to be {_SHORTEST} or more characters without blanks, chosen by you",
    ),
}


@dataclass(frozen=True)
class WhatsAppSettings:
    """What stands under the channel's name.

    Attributes:
        api: Address of the Graph API.
        version: The version of it that is spoken.
    """

    api: str = OFFICIAL
    version: str = VERSION

    @property
    def base(self) -> str:
        """What all calls begin with."""
        return f"{self.api}/{self.version}"


@dataclass(frozen=True)
class Credentials:
    """What Meta and the guide agreed on.

    Attributes:
        token: Of a system user, allowed to send for the number.
        phone_id: Meta's id of the business number.
        app_secret: With which Meta signs what it brings.
        verify_token: What Meta says when it is told the webhook's address.
    """

    token: str = field(repr=False)
    phone_id: str
    app_secret: str = field(repr=False)
    verify_token: str = field(repr=False)


def read_settings(given: Mapping[str, Any] | None, where: str) -> WhatsAppSettings:
    """The settings under the channel's name.

    Args:
        given: What stands there; None for nothing.
        where: File and key, for messages.

    Raises:
        WrongSetting: A key is unknown, or a value cannot be used.
    """
    given = known_only(given, ("api", "version"), where)
    version = given.get("version", VERSION)
    if not (isinstance(version, str) and _VERSION.fullmatch(version)):
        raise WrongSetting(f"{where}: version: {version!r}: not a version: write {VERSION}")
    return WhatsAppSettings(api_address(given, OFFICIAL, where), version)


def read_credentials(environment: Mapping[str, str]) -> Credentials:
    """The secrets from the environment.

    Raises:
        MissingSecret: One is missing or no such thing; the text names the variable and the mend.
    """
    found = read_secrets(environment, SECRETS)
    wrong = [
        f"{name} {mend}"
        for name, (shape, mend) in _MENDS.items()
        if not shape.fullmatch(found[name])
    ]
    if wrong:
        raise MissingSecret("; ".join(wrong))
    return Credentials(*(found[name] for name in SECRETS))
