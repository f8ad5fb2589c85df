"""Whether Meta and the guide know each other, for ``horgos channels check``."""

from __future__ import annotations

import secrets
import time
from collections.abc import Mapping
from typing import Any

import httpx

from horgos.channels.messaging.checking import Finding, note, ok, wrong
from horgos.channels.messaging.secrets import MissingSecret
from horgos.channels.settings import WrongSetting
from horgos.channels.whatsapp.api import Api, GraphError
from horgos.channels.whatsapp.calling import to_mend
from horgos.channels.whatsapp.settings import (
    ADDRESS,
    APP_SECRET,
    SECRETS,
    VERIFY_TOKEN,
    WEBHOOK_PATH,
    Credentials,
    WhatsAppSettings,
    read_credentials,
    read_settings,
)
from horgos.channels.whatsapp.signature import HEADER, sign

_PATIENCE = 10.0
_SENDING, _MANAGING = "whatsapp_business_messaging", "whatsapp_business_management"
_NUMBER = "verified_name,quality_rating,webhook_configuration"
_DAY = 86_400
_PERMANENT = "make one that never expires: Business settings, System users, Generate token"
_NETWORK = "see whether this machine may reach it: firewall, proxy (HTTPS_PROXY), DNS"
_OTHER = "look the number up on Meta's page of Cloud API error codes"


async def check(
    settings: Mapping[str, Any] | None, environment: Mapping[str, str]
) -> list[Finding]:
    """All that can be found out from here."""
    if not any(environment.get(name) or environment.get(f"{name}_FILE") for name in SECRETS):
        names = ", ".join(SECRETS)
        return [note("not used", f"to use it, see docs/channels/whatsapp.md and set {names}")]
    try:
        chosen = read_settings(settings, "credentials.yml: WhatsAppChannel")
        credentials = read_credentials(environment)
    except (MissingSecret, WrongSetting) as fault:
        return [wrong("it is disabled", str(fault))]
    address = environment.get(ADDRESS, "").strip().rstrip("/")
    webhook = f"{address}{WEBHOOK_PATH}" if address else ""
    found = [ok("the secrets are set"), *await _ask_meta(chosen, credentials, webhook)]
    if webhook:
        found += [await _ask_to_verify(webhook, credentials), await _bring(webhook, credentials)]
    else:
        found.append(note(f"{ADDRESS} is not set: the way of a message was not tried"))
    return found


async def _ask_meta(
    settings: WhatsAppSettings, credentials: Credentials, webhook: str
) -> list[Finding]:
    api = Api(settings.base, credentials.token)
    try:
        number = await api.get(f"/{credentials.phone_id}", fields=_NUMBER)
        token = (await api.get("/debug_token", input_token=credentials.token)).get("data") or {}
        return [
            *_number(number),
            *_token(token),
            *await _subscribed(api, token),
            _hooked(number, webhook),
        ]
    except GraphError as fault:
        return [wrong(f"Meta refuses ({fault})", to_mend(fault) or _OTHER)]
    except httpx.HTTPError as fault:
        return [wrong(f"{settings.api} does not answer ({type(fault).__name__})", _NETWORK)]
    finally:
        await api.close()


def _number(number: Mapping[str, Any]) -> list[Finding]:
    name, quality = number.get("verified_name"), number.get("quality_rating", "UNKNOWN")
    found = [ok(f"Meta knows the number: {name or 'its name is still under review'}")]
    if quality in ("YELLOW", "RED"):
        mend = "people block or report it: see WhatsApp Manager, Phone numbers, Insights"
        found.append(note(f"its quality is {quality}", mend))
    return found


def _token(token: Mapping[str, Any]) -> list[Finding]:
    found = []
    ends = token.get("expires_at") or 0
    if ends:
        days = max(0, int(ends - time.time())) / _DAY
        found.append(note(f"the token ends in {days:.1f} days", _PERMANENT))
    lacking = [scope for scope in (_SENDING, _MANAGING) if scope not in token.get("scopes", ())]
    if lacking:
        mend = "generate it again and tick them: Business settings, System users, Generate token"
        found.append(wrong(f"the token lacks {', '.join(lacking)}", mend))
    return found or [ok("the token may send, and does not end")]


async def _subscribed(api: Api, token: Mapping[str, Any]) -> list[Finding]:
    """Whether Meta brings the accounts' messages to the token's app."""
    accounts = [
        account
        for granted in token.get("granular_scopes", ())
        if granted.get("scope") == _MANAGING
        for account in granted.get("target_ids", ())
    ]
    if not accounts:
        return [note("the token does not name its account: not asked whether it brings messages")]
    app = str(token.get("app_id", ""))
    return [await _subscription(api, account, app) for account in accounts]


async def _subscription(api: Api, account: str, app: str) -> Finding:
    given = (await api.get(f"/{account}/subscribed_apps")).get("data", ())
    known = [(entry.get("whatsapp_business_api_data") or {}).get("id") for entry in given]
    if app in known:
        return ok(f"the app is subscribed to the account {account}")
    mend = f"POST /{account}/subscribed_apps with the token (docs/channels/whatsapp.md, 5)"
    return wrong(f"the app is not subscribed to the account {account}: nothing is brought", mend)


def _hooked(number: Mapping[str, Any], webhook: str) -> Finding:
    """Whether Meta brings to the guide; an address of the number counts before the account's."""
    set_up = number.get("webhook_configuration") or {}
    levels = ("phone_number", "whatsapp_business_account", "application")
    there = next(filter(None, map(set_up.get, levels)), "")
    console = "App Dashboard, WhatsApp, Configuration, Callback URL: Edit"
    if not there:
        return wrong("Meta does not know where the guide is", f"{console}; subscribe to messages")
    if there == webhook or (there.endswith(WEBHOOK_PATH) and not webhook):
        return ok(f"Meta brings messages to {there}")
    wanted = webhook or f"an address that ends with {WEBHOOK_PATH}"
    return wrong(f"Meta brings messages to {there}, not to {wanted}", console)


async def _ask_to_verify(webhook: str, credentials: Credentials) -> Finding:
    """Ask as Meta does when it is told the address."""
    word = secrets.token_hex(8)
    query = {
        "hub.mode": "subscribe",
        "hub.verify_token": credentials.verify_token,
        "hub.challenge": word,
    }
    response = await _knock("GET", webhook, params=query)
    if isinstance(response, Finding):
        return response
    if response.text == word:
        return ok("the guide answers there and knows the verify token")
    return _unexpected(response, webhook, VERIFY_TOKEN)


async def _bring(webhook: str, credentials: Credentials) -> Finding:
    """Go the way of a message, with an empty one: a guide that knows the secret says 400."""
    body = b"{}"
    headers = {HEADER: sign(body, credentials.app_secret)}
    response = await _knock("POST", webhook, content=body, headers=headers)
    if isinstance(response, Finding):
        return response
    if response.status_code == httpx.codes.BAD_REQUEST:
        return ok("the guide knows the app secret")
    return _unexpected(response, webhook, APP_SECRET)


async def _knock(method: str, webhook: str, **request: Any) -> httpx.Response | Finding:
    try:
        async with httpx.AsyncClient(timeout=_PATIENCE) as client:
            return await client.request(method, webhook, **request)
    except httpx.HTTPError as fault:
        return wrong(f"{webhook} does not answer ({type(fault).__name__})", _proxy())


def _unexpected(response: httpx.Response, webhook: str, secret: str) -> Finding:
    if response.status_code == httpx.codes.FORBIDDEN:
        return wrong(f"the guide runs with another {secret}", "start it again with this one")
    return wrong(f"{webhook} answers {response.status_code}", _proxy())


def _proxy() -> str:
    return f"see that the guide runs and the proxy passes {WEBHOOK_PATH}"
