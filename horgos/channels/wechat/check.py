"""``horgos channels check``: whether the account's secrets are what WeChat expects."""

from __future__ import annotations

from collections.abc import Mapping

from horgos.channels.messaging.secrets import MissingSecret
from horgos.channels.wechat.client import OFFICIAL, WeChatClient, WeChatError
from horgos.channels.wechat.settings import AES_KEY, VERIFIED, read_credentials

_MENDS = {
    0: "WeChat cannot be reached from this machine; look at its network and proxy",
    40013: "WECHAT_APP_ID is no AppID; copy it from 设置与开发 → 基本配置 → 开发者ID(AppID)",
    40125: "WECHAT_APP_SECRET is wrong; reset it at 基本配置 → 开发者密码(AppSecret) → 重置",
    40164: (
        "this machine's address is not on the white-list; add the address that WeChat names"
        " at 基本配置 → IP白名单"
    ),
    40243: "the AppSecret is frozen; unfreeze it at 基本配置 → 开发者密码(AppSecret)",
    50002: "the account is restricted; look at the console's 通知中心",
}


async def problems(environment: Mapping[str, str], api: str = OFFICIAL) -> tuple[str, ...]:
    """What keeps the account from working, each with its mend; empty when nothing does.

    Args:
        environment: Holds the secrets.
        api: Address of WeChat's API.
    """
    try:
        credentials = read_credentials(environment)
    except MissingSecret as fault:
        return (str(fault),)
    client = WeChatClient(credentials.account, api)
    try:
        await client.new_token()
    except WeChatError as fault:
        return (_mend(fault),)
    finally:
        await client.close()
    return ()


def advice(environment: Mapping[str, str]) -> tuple[str, ...]:
    """What works but could be better; empty when nothing could, or the secrets are missing."""
    try:
        credentials = read_credentials(environment)
    except MissingSecret:
        return ()
    found = []
    if credentials.safe is None:
        found.append(f"plain mode: choose 安全模式 in the console and set {AES_KEY}")
    if not credentials.may_push:
        found.append(f"late answers are lost: verify the account and set {VERIFIED}=yes")
    return tuple(found)


def _mend(fault: WeChatError) -> str:
    return f"{_MENDS.get(fault.code, 'WeChat refuses the account')} ({fault})"
