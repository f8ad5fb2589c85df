"""Meta's Cloud API played by a server of our own, and the people of WhatsApp before it.

Kept to here, with the page below developers.facebook.com/documentation/business-messaging/whatsapp
that says so, unless another source is named:

- "Messages API" (``POST /<version>/<phone number id>/messages``): ``messaging_product``, ``to`` or,
  for people without a number, ``recipient`` (page "Business-scoped user IDs"), ``recipient_type``,
  ``biz_opaque_callback_data`` of at most 512 characters, which comes back with every status.
- "Text messages": a body of 1-4096 characters, ``preview_url``.
- "Interactive reply buttons messages": a body of 1-1024, 1-3 buttons, titles of 1-20 that differ,
  ids of 1-256 that differ.
- "Interactive list messages": a body of 1-1024 (4096 since 2024: the stricter of both is kept), a
  button of 1-20, 1-10 rows in all sections, titles of 1-24 that differ, descriptions of 1-72, ids
  of 1-200 that differ; more than one section needs titles.
- "Groups API": no interactive messages to a group.
- "Mark messages as read", "Typing indicators": ``status: read`` with the id of a message that came.
- "Error codes": codes, titles and HTTP statuses; the body of an error as "Graph API: Handle errors"
  shows it. Limits broken are 131009, missing fields 131008, unknown fields of the Graph API 100;
  130429, 80007 and 4 are rates of number, account and app; 131056 is that of one pair.
- "Messaging limits and throughput": one message every six seconds to one person, 45 in a burst;
  kept only when a test sets ``pair_burst``, and then within ``pair_seconds``.
- "Customer service windows": 24 hours after the person's last message, then 131047.
- "Webhooks": ``X-Hub-Signature-256``, statuses ``sent``, ``delivered``, ``read``, ``failed``; the
  shapes under "Webhook reference: messages". They are also read by pywa's types in the tests.
- Graph API reference: ``/debug_token``, ``/<WABA id>/subscribed_apps``, the fields of a number.
"""

from __future__ import annotations

import asyncio
import json
import random
import threading
import time
from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from aiohttp import ClientError, ClientSession, TCPConnector, web

from horgos.channels.whatsapp.signature import HEADER, sign
from tests.running import free_port

TOKEN = "EAAStandInTokenThatNobodyElseHas0123456789"
PHONE_ID, ACCOUNT_ID, APP_ID = "106540352242922", "102290129340398", "670843887433847"
APP_SECRET = "0123456789abcdef0123456789abcdef"
VERSION = "v26.0"
WINDOW = 24 * 3600.0
_NAMES = {
    1: "API Unknown",
    2: "API Service",
    4: "API Too Many Calls",
    10: "Permission Denied",
    33: "Parameter value is not valid",
    100: "Invalid parameter",
    131000: "Something went wrong",
    131008: "Required parameter is missing",
    131009: "Parameter value is not valid",
    131016: "Service unavailable",
    131026: "Message undeliverable",
    131031: "Account has been locked",
    131047: "Re-engagement message",
    131051: "Unsupported message type",
    131056: "Pair rate limit hit",
    130429: "Rate limit hit",
    190: "Access token has expired",
    368: "Temporarily blocked for policies violations",
    80007: "Rate limit issues",
}
_STATUS = {
    1: 400, 2: 503, 4: 429, 10: 403, 190: 401, 368: 403, 131000: 500, 131016: 500, 131031: 403,
    131056: 400, 130429: 429, 80007: 429,
}  # fmt: skip
"""HTTP statuses of "Error codes"; all others are 400."""


class Refusal(Exception):
    """An error that Meta answers."""

    def __init__(self, code: int, details: str = "", status: int | None = None) -> None:
        super().__init__(f"{code} {details}")
        self.code, self.details = code, details or _NAMES[code]
        self.status = status or _STATUS.get(code, 400)

    def body(self) -> dict[str, Any]:
        """As the Graph API words it; Meta's own details may hold the person's number."""
        return {
            "error": {
                "message": f"(#{self.code}) {_NAMES[self.code]}",
                "type": "OAuthException",
                "code": self.code,
                "error_subcode": 2494055,
                "error_data": {"messaging_product": "whatsapp", "details": self.details},
                "fbtrace_id": "Az8or2yhqkZfEZ-_4Qn_Bam",
            }
        }

    def response(self) -> web.Response:
        return web.json_response(self.body(), status=self.status)


CUT_BEFORE, CUT_AFTER, SLOW, GATEWAY = "cut before", "cut after", "slow", "gateway"
"""The connection breaks before Meta has obeyed, or when it has and has not said so yet; Meta takes
a second; a proxy of Meta's answers for it, without an error of the API."""
Trouble = Refusal | str


@dataclass(frozen=True)
class Sent:
    """A message of the guide on somebody's screen.

    Attributes:
        identity: Its wamid.
        text: As it is read.
        buttons: Ids of buttons or rows, in order.
        labels: What stands on them.
        kind: ``text``, ``button`` or ``list``.
        content: As it was sent.
    """

    identity: str
    text: str
    buttons: tuple[str, ...]
    labels: tuple[str, ...]
    kind: str
    content: Mapping[str, Any]


@dataclass
class WhatsAppStandIn:
    """The server; everything a test looks at or changes.

    Attributes:
        port: Of the server.
        webhook: Where statuses are brought; nowhere if empty.
        calls: Path and content of every call that was obeyed, in order.
        screens: Messages of the guide by person or group.
        wrote: When each person or group wrote last, in seconds since 1970.
        taken: Ids of messages that people wrote.
        refusals: Errors of the caller's making: limits, shapes, unknown fields.
        statuses: States told of each message.
        injected: How often each trouble happened.
        read: Messages marked as read; those with "typing" again in ``typing``.
        pair_burst: Messages that one person may get within ``pair_seconds``; None for any number.
        token: What ``/debug_token`` says of the token.
        number: What the number's node says.
        subscribed: Apps subscribed to the account.
        fails_later: Error by person whose messages are taken and then fail.
        is_silent: Whether statuses are kept back.
    """

    port: int
    webhook: str = ""
    calls: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    screens: dict[str, list[Sent]] = field(default_factory=lambda: defaultdict(list))
    wrote: dict[str, float] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)
    refusals: list[str] = field(default_factory=list)
    statuses: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    injected: Counter[str] = field(default_factory=Counter)
    read: list[str] = field(default_factory=list)
    typing: list[str] = field(default_factory=list)
    pair_burst: int | None = None
    pair_seconds: float = 6.0
    token: dict[str, Any] = field(default_factory=dict)
    number: dict[str, Any] = field(default_factory=dict)
    subscribed: list[str] = field(default_factory=lambda: [APP_ID])
    fails_later: dict[str, int] = field(default_factory=dict)
    is_silent: bool = False
    _troubles: deque[Trouble] = field(default_factory=deque)
    _dice: random.Random | None = None
    _share: float = 0.0
    _choices: tuple[Trouble, ...] = ()
    _pairs: dict[str, deque[float]] = field(default_factory=lambda: defaultdict(deque))
    _number: int = 0
    _telling: set[asyncio.Task[None]] = field(default_factory=set)
    _client: ClientSession | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def fail_next(self, *troubles: Trouble) -> None:
        """What happens to the next messages sent."""
        self._troubles.extend(troubles)

    def fail_share(self, share: float, seed: int, *troubles: Trouble) -> None:
        """What happens to a share of all messages sent from now on, by the dice."""
        self._share, self._dice, self._choices = share, random.Random(seed), troubles

    def close_window(self, person: str) -> None:
        """A day and a minute go by since somebody wrote."""
        self.wrote[person] -= WINDOW + 60

    async def messages(self, request: web.Request) -> web.StreamResponse:
        """``POST /<version>/<phone number id>/messages``."""
        try:
            self._check(request)
            given = await _json(request)
            if request.match_info["node"] != PHONE_ID:
                raise Refusal(100, "Object with this ID does not exist", 400)
            if given.get("status") == "read":
                return web.json_response(self._mark(given))
            trouble = self._trouble()
            if trouble == CUT_BEFORE:
                return _cut(request)
            if trouble == GATEWAY:
                return web.Response(status=502, text="<html>Bad gateway</html>")
            if isinstance(trouble, Refusal):
                return trouble.response()
            if trouble == SLOW:
                await asyncio.sleep(1.0)
            result = self._send(given)
            if trouble == CUT_AFTER:
                return _cut(request)
            return web.json_response(result)
        except Refusal as refusal:
            if refusal.code in (100, 131008, 131009, 131051):
                self.refusals.append(str(refusal))
            return refusal.response()

    async def node(self, request: web.Request) -> web.StreamResponse:
        """``GET /<version>/<id>``: the business number."""
        try:
            self._check(request)
            if request.match_info["node"] != PHONE_ID:
                raise Refusal(100, "Unsupported get request. Object with this ID does not exist")
            wanted = request.query.get("fields", "id").split(",")
            known = {"id": PHONE_ID, **self.number}
            return web.json_response(
                {"id": PHONE_ID, **{k: known[k] for k in wanted if k in known}}
            )
        except Refusal as refusal:
            return refusal.response()

    async def debug_token(self, request: web.Request) -> web.StreamResponse:
        """``GET /<version>/debug_token``."""
        try:
            self._check(request)
            return web.json_response({"data": self.token})
        except Refusal as refusal:
            return refusal.response()

    async def subscribed_apps(self, request: web.Request) -> web.StreamResponse:
        """``GET /<version>/<WABA id>/subscribed_apps``."""
        try:
            self._check(request)
            apps = [
                {"whatsapp_business_api_data": {"id": app, "name": "Guide", "link": "https://x"}}
                for app in self.subscribed
            ]
            return web.json_response({"data": apps})
        except Refusal as refusal:
            return refusal.response()

    def _check(self, request: web.Request) -> None:
        if request.headers.get("Authorization") != f"Bearer {TOKEN}":
            raise Refusal(190, "Error validating access token: Session has expired")
        if request.match_info["version"] != VERSION:
            raise Refusal(2, "An unknown error has occurred", 500)

    def _trouble(self) -> Trouble | None:
        if self._troubles:
            trouble: Trouble = self._troubles.popleft()
        elif self._dice and self._dice.random() < self._share:
            trouble = self._dice.choice(self._choices)
        else:
            return None
        self.injected[str(trouble)] += 1
        return trouble

    def _mark(self, given: Mapping[str, Any]) -> dict[str, Any]:
        identity = given.get("message_id")
        if identity not in self.taken:
            raise Refusal(100, "Invalid parameter: message_id", 400)
        self.read.append(str(identity))
        if given.get("typing_indicator") == {"type": "text"}:
            self.typing.append(str(identity))
        return {"success": True}

    def _send(self, given: Mapping[str, Any]) -> dict[str, Any]:
        if given.get("messaging_product") != "whatsapp":
            raise Refusal(100, "The parameter messaging_product is required.")
        to = given.get("to") or given.get("recipient")
        if not isinstance(to, str) or not to:
            raise Refusal(100, "The parameter to is required.")
        marker = given.get("biz_opaque_callback_data", "")
        if _units(marker) > 512:
            raise Refusal(131009, "biz_opaque_callback_data")
        group = given.get("recipient_type") == "group"
        shown = _shown(given, group)
        if time.time() - self.wrote.get(to, 0.0) > WINDOW:
            raise Refusal(131047, f"More than 24 hours have passed since {to} last replied")
        self._hold_to_rate(to)
        self._number += 1
        sent = Sent(f"wamid.HBgGuide{self._number}", *shown, content=dict(given))
        self.calls.append(("messages", dict(given)))
        failure = self.fails_later.get(to)
        if failure is None:
            self.screens[to].append(sent)
        self._tell(sent, to, marker, failure)
        return {
            "messaging_product": "whatsapp",
            "contacts": [{"input": to, "wa_id": to}],
            "messages": [{"id": sent.identity}],
        }

    def _hold_to_rate(self, to: str) -> None:
        if self.pair_burst is None:
            return
        recent, now = self._pairs[to], time.monotonic()
        while recent and now - recent[0] > self.pair_seconds:
            recent.popleft()
        if len(recent) >= self.pair_burst:
            raise Refusal(131056)
        recent.append(now)

    def _tell(self, sent: Sent, to: str, marker: str, failure: int | None) -> None:
        """Statuses go their own way, soon after the answer or before it."""
        if not self.webhook:
            return
        bodies = [("failed",)] if failure else [("sent",), ("delivered", "read")]

        async def tell() -> None:
            assert self._client is not None
            for states in bodies:
                while self.is_silent:
                    await asyncio.sleep(0.05)
                statuses = [_status(sent.identity, to, state, marker, failure) for state in states]
                told_of = batch(statuses=statuses, contacts=[contact(to)])
                body = json.dumps(told_of).encode()
                headers = {HEADER: sign(body, APP_SECRET), "content-type": "application/json"}
                with suppress(ClientError):
                    async with self._client.post(self.webhook, data=body, headers=headers) as told:
                        if told.status == 200:
                            self.statuses[sent.identity] += states

        task = asyncio.get_running_loop().create_task(tell())
        self._telling.add(task)
        task.add_done_callback(self._telling.discard)


def batch(
    messages: list[Any] | None = None,
    statuses: list[Any] | None = None,
    contacts: list[Any] | None = None,
    **changes: Any,
) -> dict[str, Any]:
    """A body of the webhook about our number; ``changes`` to its value."""
    value = {
        "messaging_product": "whatsapp",
        "metadata": {"display_phone_number": "15550783881", "phone_number_id": PHONE_ID},
    }
    parts = {"contacts": contacts, "messages": messages, "statuses": statuses}
    value |= {name: part for name, part in parts.items() if part is not None}
    value |= changes
    change = {"value": value, "field": "messages"}
    entry = {"id": ACCOUNT_ID, "changes": [change]}
    return {"object": "whatsapp_business_account", "entry": [entry]}


def contact(person: str) -> dict[str, Any]:
    """Somebody, as Meta tells of them: by number and by an id for this business alone."""
    return {"profile": {"name": "Aigerim"}, "wa_id": person, "user_id": f"KZ.{person}abc"}


def _status(identity: str, to: str, state: str, marker: str, failure: int | None) -> dict[str, Any]:
    status: dict[str, Any] = {
        "id": identity,
        "status": state,
        "timestamp": str(int(time.time())),
        "recipient_id": to,
    }
    if marker:
        status["biz_opaque_callback_data"] = marker
    if failure:
        title = _NAMES[failure]
        error = {"code": failure, "title": title, "message": title}
        status["errors"] = [{**error, "error_data": {"details": f"{title}: {to}"}}]
    else:
        status["pricing"] = {"billable": True, "pricing_model": "PMP", "category": "service"}
    return status


def _shown(
    given: Mapping[str, Any], group: bool
) -> tuple[str, tuple[str, ...], tuple[str, ...], str]:
    """The text, ids, labels and kind of a message that keeps to the limits."""
    kind = given.get("type")
    known = {"messaging_product", "recipient_type", "to", "recipient", "type", "context",
             "biz_opaque_callback_data", str(kind)}  # fmt: skip
    if set(given) - known:
        raise Refusal(100, f"Unexpected key {sorted(set(given) - known)} on param root")
    content = given.get(str(kind))
    if not isinstance(content, dict):
        raise Refusal(131008, f"{kind} is required")
    if kind == "text":
        if set(content) - {"body", "preview_url"}:
            raise Refusal(100, "Unexpected key on param text")
        return _within(content.get("body"), 4096, "text.body"), (), (), "text"
    if kind != "interactive":
        raise Refusal(131051, f"Message type {kind} is not supported")
    if group:
        raise Refusal(131051, "Interactive messages are not supported in groups")
    text = _within((content.get("body") or {}).get("text"), 1024, "interactive.body.text")
    action = content.get("action") or {}
    if content.get("type") == "button":
        return text, *_buttons(action), "button"
    if content.get("type") == "list":
        return text, *_rows(action), "list"
    raise Refusal(131009, f"interactive.type {content.get('type')}")


def _buttons(action: Mapping[str, Any]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    buttons = action.get("buttons") or []
    if not 1 <= len(buttons) <= 3:
        raise Refusal(131009, f"Invalid buttons count: {len(buttons)}. Min: 1, Max: 3")
    if any(button.get("type") != "reply" for button in buttons):
        raise Refusal(131009, "Button type must be reply")
    replies = [button["reply"] for button in buttons]
    ids = [_within(reply.get("id"), 256, "button id") for reply in replies]
    titles = [_within(reply.get("title"), 20, "Button title") for reply in replies]
    _differ(ids, "button id")
    _differ(titles, "Duplicated title among buttons")
    return tuple(ids), tuple(titles)


def _rows(action: Mapping[str, Any]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    _within(action.get("button"), 20, "action.button")
    sections = action.get("sections") or []
    if len(sections) > 1:
        for section in sections:
            _within(section.get("title"), 24, "section title")
    rows = [row for section in sections for row in section.get("rows") or []]
    if not 1 <= len(rows) <= 10:
        raise Refusal(131009, f"Total row count exceed max allowed count: 10, got {len(rows)}")
    for row in rows:
        if set(row) - {"id", "title", "description"}:
            raise Refusal(100, "Unexpected key on param row")
        if "description" in row:
            _within(row["description"], 72, "row description")
    ids = [_within(row.get("id"), 200, "row id") for row in rows]
    titles = [_within(row.get("title"), 24, "row title") for row in rows]
    _differ(ids, "row id")
    _differ(titles, "Duplicated title")
    return tuple(ids), tuple(titles)


def _within(text: Any, longest: int, what: str) -> str:
    if not isinstance(text, str) or not text.strip():
        raise Refusal(131008, f"{what} is required")
    if _units(text) > longest:
        raise Refusal(131009, f"{what} length invalid. Min length: 1, Max length: {longest}")
    return text


def _differ(values: list[str], what: str) -> None:
    if len(set(values)) < len(values):
        raise Refusal(131009, f"{what} duplicated")


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


async def _json(request: web.Request) -> dict[str, Any]:
    try:
        given = await request.json()
    except ValueError:
        given = None
    if not isinstance(given, dict):
        raise Refusal(100, "The body is no JSON object")
    return given


def _cut(request: web.Request) -> web.Response:
    assert request.transport is not None
    request.transport.abort()
    return web.Response()


@contextmanager
def whatsapp_stand_in() -> Iterator[WhatsAppStandIn]:
    """Serve on a free port; ended after the block."""
    stand_in = WhatsAppStandIn(free_port())
    stand_in.token = {
        "app_id": APP_ID, "type": "SYSTEM_USER", "is_valid": True, "expires_at": 0,
        "scopes": ["whatsapp_business_management", "whatsapp_business_messaging"],
        "granular_scopes": [
            {"scope": "whatsapp_business_management", "target_ids": [ACCOUNT_ID]},
            {"scope": "whatsapp_business_messaging", "target_ids": [ACCOUNT_ID]},
        ],
    }  # fmt: skip
    stand_in.number = {"verified_name": "Horgos Guide", "quality_rating": "GREEN"}
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()

    async def start() -> web.AppRunner:
        # No connection is kept: the guide of a test may end before this server does.
        stand_in._client = ClientSession(connector=TCPConnector(force_close=True))
        application = web.Application(client_max_size=10**7)
        routes = application.router
        routes.add_post("/{version}/{node}/messages", stand_in.messages)
        routes.add_get("/{version}/debug_token", stand_in.debug_token)
        routes.add_get("/{version}/{node}/subscribed_apps", stand_in.subscribed_apps)
        routes.add_get("/{version}/{node}", stand_in.node)
        runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", stand_in.port).start()
        return runner

    async def stop(runner: web.AppRunner) -> None:
        for task in list(stand_in._telling):
            task.cancel()
        await runner.cleanup()
        assert stand_in._client is not None
        await stand_in._client.close()

    runner = asyncio.run_coroutine_threadsafe(start(), loop).result(10)
    try:
        yield stand_in
    finally:
        asyncio.run_coroutine_threadsafe(stop(runner), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()
