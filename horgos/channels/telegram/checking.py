"""Whether Telegram and the guide know each other, for ``horgos channels check``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import httpx
import telegram
from telegram.error import InvalidToken, TelegramError

from horgos.channels.messaging.checking import Finding, note, ok, wrong
from horgos.channels.messaging.secrets import MissingSecret
from horgos.channels.settings import WrongSetting
from horgos.channels.telegram.api import Api
from horgos.channels.telegram.calling import described
from horgos.channels.telegram.settings import (
    ADDRESS,
    SECRET,
    SECRET_HEADER,
    TOKEN,
    WEBHOOK_PATH,
    Credentials,
    Mode,
    read_credentials,
    read_settings,
)

_PATIENCE = 10.0
_RESTART = "start the guide again: it sets the webhook itself"


async def check(
    settings: Mapping[str, Any] | None, environment: Mapping[str, str]
) -> list[Finding]:
    """All that can be found out from here."""
    if not any(environment.get(name) for name in (TOKEN, f"{TOKEN}_FILE")):
        return [note("not used", f"to use it, see docs/channels/telegram.md and set {TOKEN}")]
    try:
        address = read_settings(settings, "credentials.yml: TelegramChannel").api
        credentials = read_credentials(environment)
    except (MissingSecret, WrongSetting) as fault:
        return [wrong("it is disabled", str(fault))]
    api = Api(credentials.token, address)
    try:
        return [
            ok(f"the secrets for {credentials.mode.value} are set"),
            *await _ask_telegram(api, address, credentials),
        ]
    finally:
        await api.close()


async def _ask_telegram(api: Api, address: str, credentials: Credentials) -> list[Finding]:
    try:
        me = await api.bot.get_me()
        info = await api.bot.get_webhook_info()
    except InvalidToken:
        mend = f"copy it from BotFather again (/mybots, API Token), or get a new one; set {TOKEN}"
        return [wrong("Telegram does not accept the token", mend)]
    except TelegramError as fault:
        mend = "see whether this machine may reach it: firewall, proxy (HTTPS_PROXY), DNS"
        return [wrong(f"{address} does not answer ({described(fault)})", mend)]
    found = [ok(f"Telegram knows the bot: @{me.username}")]
    if me.can_read_all_group_messages:
        mend = "BotFather: /setprivacy, Enable; the guide needs only what is said to it"
        found.append(note("privacy mode is off: all talk in groups comes to the guide", mend))
    if credentials.mode is Mode.POLLING:
        return [*found, *_before_polling(info)]
    found += _webhook(info, credentials)
    if credentials.address:
        found.append(await _knock(credentials))
    return found


def _before_polling(info: telegram.WebhookInfo) -> list[Finding]:
    if not info.url:
        return [ok("no webhook is in the way of polling")]
    return [wrong("a webhook is set, so polling gets nothing", "start the guide: it removes it")]


def _webhook(info: telegram.WebhookInfo, credentials: Credentials) -> list[Finding]:
    if not credentials.address and not info.url:
        mend = f"set {ADDRESS} to the guide's https address and start the guide again"
        return [wrong("no webhook is set, Telegram does not know where the guide is", mend)]
    found = [ok(f"the webhook is {info.url}")]
    if not credentials.address:
        if not info.url.endswith(WEBHOOK_PATH):
            mend = f"it has to end with {WEBHOOK_PATH}; set {ADDRESS} and start the guide again"
            found = [wrong(f"the webhook is {info.url}", mend)]
    elif info.url != credentials.webhook:
        there = info.url or "not set"
        found = [wrong(f"the webhook is {there}, not {credentials.webhook}", _RESTART)]
    if info.last_error_message:
        found.append(_last_error(info))
    return found


def _last_error(info: telegram.WebhookInfo) -> Finding:
    when = f"{info.last_error_date:%Y-%m-%d %H:%M} UTC" if info.last_error_date else "once"
    text = f"{when} Telegram could not deliver: {info.last_error_message}"
    if not info.pending_update_count:
        return note(text, "nothing waits now; look again if it comes back")
    mend = f"see the proxy's log; if it is 403, {SECRET} has changed: {_RESTART}"
    return wrong(f"{text}; {info.pending_update_count} updates wait", mend)


async def _knock(credentials: Credentials) -> Finding:
    """Go the way of an update, with an empty one: a guide that knows the secret says 400."""
    proxy = "see that the guide runs and the proxy passes " + WEBHOOK_PATH
    try:
        async with httpx.AsyncClient(timeout=_PATIENCE) as client:
            headers = {SECRET_HEADER: credentials.secret}
            response = await client.post(credentials.webhook, content=b"{}", headers=headers)
    except httpx.HTTPError as fault:
        return wrong(f"{credentials.webhook} does not answer ({type(fault).__name__})", proxy)
    if response.status_code == httpx.codes.BAD_REQUEST:
        return ok("the guide answers there and knows the secret")
    if response.status_code == httpx.codes.FORBIDDEN:
        return wrong(f"the guide runs with another {SECRET}", "start it again with this one")
    return wrong(f"{credentials.webhook} answers {response.status_code}", proxy)
