"""What an operator sets: secrets in the environment, the rest in ``credentials.yml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from horgos.channels.messaging.secrets import MissingSecret, read_secret, read_secrets
from horgos.channels.settings import WrongSetting, api_address, known_only
from horgos.channels.wechat.aes import SafeMode, WrongKey
from horgos.channels.wechat.client import OFFICIAL, Account
from horgos.channels.wechat.signature import Signer

AES_KEY = "WECHAT_AES_KEY"
VERIFIED = "WECHAT_VERIFIED"
TOKEN = "WECHAT_TOKEN"
NEEDED = (TOKEN, "WECHAT_APP_ID", "WECHAT_APP_SECRET")
ADDRESS = "PUBLIC_ADDRESS"
"""Where the world reaches the guide; only for `horgos channels check`."""
WEBHOOK_PATH = "/webhooks/wechat/webhook"
WAIT = 4.3
"""Seconds after which WeChat is answered; it cuts after five, and the way there takes some."""
_YES_NO = {"yes": True, "no": False, "": False}


@dataclass(frozen=True)
class WeChatSettings:
    """What stands under the channel's name.

    Attributes:
        api: Address of WeChat's API.
        wait: Seconds to wait for a reply before WeChat is answered without it.
    """

    api: str = OFFICIAL
    wait: float = WAIT


@dataclass(frozen=True)
class Credentials:
    """What WeChat and the account agreed on.

    Attributes:
        signer: Knows WeChat's requests.
        account: For calls to WeChat.
        safe: Encrypts; None in plain mode.
        may_push: The account is verified: customer-service messages are open to it.
    """

    signer: Signer
    account: Account
    safe: SafeMode | None = field(repr=False)
    may_push: bool


def read_settings(given: Mapping[str, Any] | None, where: str) -> WeChatSettings:
    """The settings under the channel's name.

    Args:
        given: What stands there; None for nothing.
        where: File and key, for messages.

    Raises:
        WrongSetting: A key is unknown, or a value cannot be used.
    """
    given = known_only(given, ("api", "wait"), where)
    api, wait = api_address(given, OFFICIAL, where), given.get("wait", WAIT)
    if isinstance(wait, bool) or not isinstance(wait, (int, float)) or not 0 < wait < 5:
        raise WrongSetting(f"{where}: wait: {wait!r}: not between 0 and 5 seconds: write {WAIT}")
    return WeChatSettings(api, float(wait))


def read_credentials(environment: Mapping[str, str]) -> Credentials:
    """The secrets from the environment.

    Raises:
        MissingSecret: One is missing or no such thing; the text names the variable and the mend.
    """
    found = read_secrets(environment, NEEDED)
    account = Account(found["WECHAT_APP_ID"], found["WECHAT_APP_SECRET"])
    verified = environment.get(VERIFIED, "").strip().lower()
    if verified not in _YES_NO:
        raise MissingSecret(f"{VERIFIED}={verified!r}: write yes or no")
    return Credentials(
        Signer(found[TOKEN]), account, _safe(environment, account), _YES_NO[verified]
    )


def _safe(environment: Mapping[str, str], account: Account) -> SafeMode | None:
    if not (environment.get(AES_KEY, "").strip() or environment.get(f"{AES_KEY}_FILE")):
        return None
    try:
        return SafeMode.of(read_secret(environment, AES_KEY), account.app_id)
    except WrongKey as fault:
        raise MissingSecret(f"{AES_KEY}: {fault}; copy it from the console") from None
