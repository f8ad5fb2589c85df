"""Whether WeChat and the guide know each other, for ``horgos channels check``."""

from __future__ import annotations

import secrets
import time
from collections.abc import Mapping
from typing import Any

import httpx

from horgos.channels.messaging.checking import Finding, note, ok, wrong
from horgos.channels.messaging.secrets import MissingSecret
from horgos.channels.settings import WrongSetting
from horgos.channels.wechat.client import WeChatClient, WeChatError
from horgos.channels.wechat.settings import (
    ADDRESS,
    AES_KEY,
    NEEDED,
    TOKEN,
    VERIFIED,
    WEBHOOK_PATH,
    Credentials,
    read_credentials,
    read_settings,
)
from horgos.channels.wechat.signature import signature

_PATIENCE = 10.0
# developers.weixin.qq.com, global return codes; 0 is the client's own for a network that failed.
_MENDS = {
    0: "see whether this machine may reach it: firewall, DNS",
    40013: "copy WECHAT_APP_ID from 设置与开发 → 基本配置 → 开发者ID(AppID)",
    40125: "reset WECHAT_APP_SECRET at 基本配置 → 开发者密码(AppSecret) → 重置",
    40164: "add the address that WeChat names at 基本配置 → IP白名单",
    40243: "the AppSecret is frozen: unfreeze it at 基本配置 → 开发者密码(AppSecret)",
    50002: "the account is restricted: see the console's 通知中心",
}
_OTHER_MEND = "look the number up among WeChat's 全局返回码"


async def check(
    settings: Mapping[str, Any] | None, environment: Mapping[str, str]
) -> list[Finding]:
    """All that can be found out from here."""
    if not any(environment.get(name) or environment.get(f"{name}_FILE") for name in NEEDED):
        names = ", ".join(NEEDED)
        return [note("not used", f"to use it, see docs/channels/wechat.md and set {names}")]
    try:
        api = read_settings(settings, "credentials.yml: WeChatChannel").api
        credentials = read_credentials(environment)
    except (MissingSecret, WrongSetting) as fault:
        return [wrong("it is disabled", str(fault))]
    found = [await _ask_wechat(credentials, api), *_could_be_better(credentials)]
    address = environment.get(ADDRESS, "").strip().rstrip("/")
    if address:
        found.append(await _knock(f"{address}{WEBHOOK_PATH}", credentials))
    return found


async def _ask_wechat(credentials: Credentials, api: str) -> Finding:
    client = WeChatClient(credentials.account, api)
    try:
        await client.new_token()
    except WeChatError as fault:
        what = f"{api} cannot be reached" if fault.code == 0 else "WeChat refuses the account"
        return wrong(f"{what} ({fault})", _MENDS.get(fault.code, _OTHER_MEND))
    finally:
        await client.close()
    return ok("WeChat knows the account, and gives it a token from this machine")


def _could_be_better(credentials: Credentials) -> list[Finding]:
    found = []
    if credentials.safe is None:
        mend = f"choose 安全模式 in the console and set {AES_KEY}"
        found.append(note("plain mode: messages travel unencrypted from the proxy on", mend))
    if not credentials.may_push:
        mend = f"verify the account (微信认证) and set {VERIFIED}=yes"
        found.append(note("answers that take longer than WeChat waits are lost", mend))
    return found


async def _knock(webhook: str, credentials: Credentials) -> Finding:
    """Ask as WeChat does before 启用: a guide that has the same token says the same word back."""
    word, nonce, now = secrets.token_hex(8), secrets.token_hex(4), str(int(time.time()))
    signed = signature(credentials.signer.token, now, nonce)
    query = {"signature": signed, "timestamp": now, "nonce": nonce, "echostr": word}
    proxy = f"see that the guide runs and the proxy passes {WEBHOOK_PATH}"
    try:
        async with httpx.AsyncClient(timeout=_PATIENCE) as client:
            response = await client.get(webhook, params=query)
    except httpx.HTTPError as fault:
        return wrong(f"{webhook} does not answer ({type(fault).__name__})", proxy)
    if response.text == word:
        return ok("the guide answers there and knows the token")
    if response.status_code == httpx.codes.FORBIDDEN:
        return wrong(f"the guide runs with another {TOKEN}", "start it again with this one")
    return wrong(f"{webhook} answers {response.status_code}", proxy)
