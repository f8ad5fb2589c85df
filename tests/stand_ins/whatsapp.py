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
import threading
import time
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from aiohttp import ClientError, ClientSession, TCPConnector, web

from horgos.channels.whatsapp.signature import HEADER, sign
from tests.running import free_port
from tests.stand_ins.troubles import Troubles, cut
from tests.stand_ins.utf16 import units
from tests.stand_ins.whatsapp_errors import NAMES, Refusal
from tests.stand_ins.whatsapp_limits import shown

TOKEN = "EAAStandInTokenThatNobodyElseHas0123456789"
PHONE_ID, ACCOUNT_ID, APP_ID = "106540352242922", "102290129340398", "670843887433847"
APP_SECRET = "0123456789abcdef0123456789abcdef"
VERSION = "v26.0"
WINDOW = 24 * 3600.0
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
        troubles: What happens to the messages sent.
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
    troubles: Troubles[Trouble] = field(default_factory=Troubles)
    read: list[str] = field(default_factory=list)
    typing: list[str] = field(default_factory=list)
    pair_burst: int | None = None
    pair_seconds: float = 6.0
    token: dict[str, Any] = field(default_factory=dict)
    number: dict[str, Any] = field(default_factory=dict)
    subscribed: list[str] = field(default_factory=lambda: [APP_ID])
    fails_later: dict[str, int] = field(default_factory=dict)
    is_silent: bool = False
    _pairs: dict[str, deque[float]] = field(default_factory=lambda: defaultdict(deque))
    _number: int = 0
    _telling: set[asyncio.Task[None]] = field(default_factory=set)
    _client: ClientSession | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

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
            trouble = self.troubles.draw(str(given.get("to", "")))
            if trouble == CUT_BEFORE:
                return cut(request)
            if trouble == GATEWAY:
                return web.Response(status=502, text="<html>Bad gateway</html>")
            if isinstance(trouble, Refusal):
                return trouble.response()
            if trouble == SLOW:
                await asyncio.sleep(1.0)
            result = self._send(given)
            if trouble == CUT_AFTER:
                return cut(request)
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
        if units(marker) > 512:
            raise Refusal(131009, "biz_opaque_callback_data")
        group = given.get("recipient_type") == "group"
        looks = shown(given, group)
        if time.time() - self.wrote.get(to, 0.0) > WINDOW:
            raise Refusal(131047, f"More than 24 hours have passed since {to} last replied")
        self._hold_to_rate(to)
        self._number += 1
        sent = Sent(f"wamid.HBgGuide{self._number}", *looks, content=dict(given))
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
        title = NAMES[failure]
        error = {"code": failure, "title": title, "message": title}
        status["errors"] = [{**error, "error_data": {"details": f"{title}: {to}"}}]
    else:
        status["pricing"] = {"billable": True, "pricing_model": "PMP", "category": "service"}
    return status


async def _json(request: web.Request) -> dict[str, Any]:
    try:
        given = await request.json()
    except ValueError:
        given = None
    if not isinstance(given, dict):
        raise Refusal(100, "The body is no JSON object")
    return given


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
