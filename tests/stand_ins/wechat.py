"""WeChat played by a server of our own: both its sides, with its limits and its bad days.

Towards the account's server (what an Official Account's webhook gets):

- ``GET`` with ``signature, timestamp, nonce, echostr`` must be answered by the echostr
  (developers.weixin.qq.com, "Access Overview").
- A message is posted as XML; a server that does not answer within five seconds is cut off and
  asked again, three times in all, each with the same ``MsgId`` (or ``FromUserName`` and
  ``CreateTime`` of an event); then the person reads that the service is not available
  ("Passive User Reply Message").
- An answer is ``success``, nothing, or a reply in XML, encrypted in safe mode ("Message
  Encryption and Decryption"); the encryption here is wechatpy's, not the one under test.

Towards the account's server as a client of the API ("Customer Service Messages", "Global Return
Codes", "stable_token"):

- ``/cgi-bin/stable_token``: 40013 wrong AppID, 40125 wrong secret, 40164 address not on the
  white-list.
- ``/cgi-bin/message/custom/send``: 40001 wrong token, 42001 token is over, 40003 wrong OpenID,
  45002 more than 2,048 bytes, 45015 no message of the person within 48 hours (or unsubscribed),
  45047 more than allowed: 5 after a message of the person, 3 within a minute after following, a
  scan or a click on the menu; 48001 the account may not.

What it cannot tell: how WeChat's app draws a text, whether the console takes the address, and
how fast WeChat really is.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import threading
import time
from collections import Counter, deque
from collections.abc import Awaitable, Callable, Coroutine, Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha1
from typing import Any, TypeVar
from xml.sax.saxutils import escape

import aiohttp
from aiohttp import web
from defusedxml.ElementTree import fromstring
from wechatpy.crypto import WeChatCrypto

from tests.running import free_port
from tests.stand_ins.wechat_account import AccountOf, Delivery, Line
from tests.stand_ins.wechat_limits import LIMIT, Windows

PATIENCE = 5.0
"""Seconds until WeChat cuts a connection."""
TRIES = 3
OURS = "gh_zone"
APOLOGY = "该公众号提供的服务出现故障，请稍后再试"
"""What WeChat shows when nothing comes of three tries."""

Result = TypeVar("Result")


class WeChat:
    """The stand-in; its methods may be called from any thread."""

    def __init__(
        self, account: AccountOf, loop: asyncio.AbstractEventLoop, patience: float = PATIENCE
    ) -> None:
        self.account, self.patience = account, patience
        self.webhook = ""
        self.lines: list[Line] = []
        self.violations: list[str] = []
        self._shown: set[str] = set()
        self.pushed: list[tuple[str, str]] = []
        self.refused: Counter[int] = Counter()
        self.tokens_given = 0
        self.token_life = 7200
        self.bad_days: deque[int] = deque()
        """What the next pushes get: an error code, or 0 for a connection that is cut."""
        self.every_nth_push_fails = 0
        self.silent_losses = 0
        self.white_list = True
        self.crypto = (
            WeChatCrypto(account.token, account.aes_key, account.app_id)
            if account.aes_key
            else None
        )
        self._loop = loop
        self._windows = Windows()
        self._tokens: dict[str, float] = {}
        self._sends = 0
        self._numbers = itertools.count(1)
        self._session: aiohttp.ClientSession | None = None

    # What a person does.

    def write(self, person: str, text: str, **how: Any) -> Delivery:
        self.lines.append(Line(person, "person", text))
        return self.run(self.deliver(self.message(person, "text", Content=text), **how))

    def click(self, person: str, key: str) -> Delivery:
        self.lines.append(Line(person, "person", f"[menu: {key}]"))
        return self.run(self.deliver(self.event(person, "CLICK", key)))

    def follow(self, person: str, scene: str = "") -> Delivery:
        key = f"qrscene_{scene}" if scene else ""
        self.lines.append(Line(person, "person", f"[follows {key}]"))
        return self.run(self.deliver(self.event(person, "subscribe", key)))

    def scan(self, person: str, scene: str) -> Delivery:
        self.lines.append(Line(person, "person", f"[scans {scene}]"))
        return self.run(self.deliver(self.event(person, "SCAN", scene)))

    def leave(self, person: str) -> Delivery:
        self.lines.append(Line(person, "person", "[leaves]"))
        return self.run(self.deliver(self.event(person, "unsubscribe", "")))

    def send_medium(self, person: str, sort: str, **elements: str) -> Delivery:
        self.lines.append(Line(person, "person", f"[{sort}]"))
        return self.run(self.deliver(self.message(person, sort, **elements)))

    # How WeChat tells it.

    def message(self, person: str, sort: str, **elements: str) -> dict[str, str]:
        return {
            **self._envelope(person, sort),
            **elements,
            "MsgId": str(7_000_000_000_000 + next(self._numbers)),
        }

    def event(self, person: str, event: str, key: str) -> dict[str, str]:
        return {**self._envelope(person, "event"), "Event": event, "EventKey": key}

    def _envelope(self, person: str, sort: str) -> dict[str, str]:
        return {
            "ToUserName": OURS,
            "FromUserName": person,
            "CreateTime": str(int(time.time())),
            "MsgType": sort,
        }

    async def deliver(
        self, elements: Mapping[str, str], cut: int = 0, at_once: int = 1
    ) -> Delivery:
        """Tell the account's server of a message, as often as it takes.

        Args:
            elements: The message.
            cut: So many answers are lost on their way, though the server gave them.
            at_once: So many copies are sent at the same time (a duplicate in the network).
        """
        self._windows.reckon(elements)
        delivery = Delivery()
        for number in range(TRIES):
            answers = await asyncio.gather(*(self._try(elements, delivery) for _ in range(at_once)))
            if number < cut:
                delivery.statuses[-1] = 0
                continue
            given = [answer for answer in answers if answer is not None]
            if given:
                self._read(elements["FromUserName"], _identity(elements), given[0], delivery)
                return delivery
        delivery.text, delivery.is_apology = APOLOGY, True
        self.lines.append(Line(elements["FromUserName"], "WeChat", APOLOGY))
        return delivery

    async def _try(self, elements: Mapping[str, str], delivery: Delivery) -> str | None:
        query, body = self.signed(self.xml(elements))
        since = time.monotonic()
        try:
            status, answer = await self.post(query, body, self.patience)
        except (asyncio.TimeoutError, aiohttp.ClientError):
            delivery.statuses.append(0)
            return None
        finally:
            delivery.seconds = time.monotonic() - since
        delivery.statuses.append(status)
        delivery.raw.append(answer)
        return answer if status == 200 else None

    @staticmethod
    def xml(elements: Mapping[str, str]) -> str:
        inner = "".join(f"<{name}>{escape(text)}</{name}>" for name, text in elements.items())
        return f"<xml>{inner}</xml>"

    def signed(self, message: str, timestamp: int | None = None) -> tuple[dict[str, str], bytes]:
        """Query and body of a request, encrypted in safe mode."""
        stamp, nonce = str(timestamp or int(time.time())), str(next(self._numbers))
        query = {"signature": self.signature(stamp, nonce), "timestamp": stamp, "nonce": nonce}
        if self.crypto is None:
            return query, message.encode()
        envelope = self.crypto.encrypt_message(message, nonce, stamp)
        signature = fromstring(envelope).findtext("MsgSignature") or ""
        query |= {"encrypt_type": "aes", "msg_signature": signature}
        return query, envelope.encode()

    def signature(self, *parts: str) -> str:
        return sha1("".join(sorted((self.account.token, *parts))).encode()).hexdigest()

    async def post(
        self, query: Mapping[str, str], body: bytes, patience: float = PATIENCE
    ) -> tuple[int, str]:
        """One request of anybody."""
        assert self._session is not None
        timeout = aiohttp.ClientTimeout(total=patience)
        async with self._session.post(
            self.webhook, params=query, data=body, timeout=timeout
        ) as response:
            return response.status, await response.text()

    async def get(self, query: Mapping[str, str]) -> tuple[int, str]:
        """One question whether the address is the account's."""
        assert self._session is not None
        async with self._session.get(self.webhook, params=query) as response:
            return response.status, await response.text()

    def _read(self, person: str, identity: str, answer: str, delivery: Delivery) -> None:
        if answer in ("success", ""):
            return
        reply = fromstring(answer)
        if self.crypto is not None:
            given = {child.tag: child.text or "" for child in reply}
            plain = self.crypto.decrypt_message(
                answer, given["MsgSignature"], given["TimeStamp"], given["Nonce"]
            )
            reply = fromstring(plain)
        found = {child.tag: child.text or "" for child in reply}
        self._examine(person, found)
        delivery.text = found["Content"]
        if identity not in self._shown:
            # A message is answered once on the phone, however often it was told.
            self._shown.add(identity)
            self.lines.append(Line(person, "passive", delivery.text))

    def _examine(self, person: str, found: Mapping[str, str]) -> None:
        if found["ToUserName"] != person or found["FromUserName"] != OURS:
            self.violations.append("a reply goes to somebody else")
        if not found["CreateTime"].isdecimal() or found["MsgType"] != "text":
            self.violations.append("a reply is no text")
        if not 0 < len(found["Content"].encode()) <= LIMIT:
            self.violations.append(f"a reply has {len(found['Content'].encode())} bytes")

    # The API.

    def routes(self) -> list[web.RouteDef]:
        return [
            web.post("/cgi-bin/stable_token", self._stable_token),
            web.post("/cgi-bin/message/custom/send", self._send),
        ]

    async def _stable_token(self, request: web.Request) -> web.Response:
        asked = await request.json()
        if not self.white_list:
            return self._error(40164, "invalid ip 203.0.113.7, not in whitelist")
        if asked.get("appid") != self.account.app_id:
            return self._error(40013, "invalid appid")
        if asked.get("secret") != self.account.secret:
            return self._error(40125, "invalid appsecret")
        self.tokens_given += 1
        token = f"token-{self.tokens_given}"
        self._tokens[token] = time.monotonic() + self.token_life
        return web.json_response({"access_token": token, "expires_in": self.token_life})

    async def _send(self, request: web.Request) -> web.Response:
        self._sends += 1
        if self.bad_days:
            code = self.bad_days.popleft()
            if code == 0:
                return self._cut(request)
            self.refused[code] += 1
            return web.json_response({"errcode": code, "errmsg": "bad day"})
        if self.every_nth_push_fails and self._sends % self.every_nth_push_fails == 0:
            self.silent_losses += 1
            return self._cut(request)
        asked = json.loads(await request.read())
        code = self._fault(request.query.get("access_token", ""), asked)
        if code:
            return self._error(code, "refused")
        person, text = asked["touser"], asked["text"]["content"]
        self._windows.take(person)
        self.pushed.append((person, text))
        self.lines.append(Line(person, "push", text))
        return web.json_response({"errcode": 0, "errmsg": "ok"})

    def _fault(self, token: str, asked: Mapping[str, Any]) -> int:
        if token not in self._tokens:
            return 40001
        if time.monotonic() > self._tokens[token]:
            return 42001
        if not self.account.verified:
            return 48001
        if len(asked["text"]["content"].encode()) > LIMIT:
            return 45002
        return self._windows.fault(asked["touser"])

    def _error(self, code: int, message: str) -> web.Response:
        self.refused[code] += 1
        if code in (40003, 45002, 45015, 45047):
            self.violations.append(f"a push was refused with {code}")
        return web.json_response({"errcode": code, "errmsg": message})

    @staticmethod
    def _cut(request: web.Request) -> web.Response:
        assert request.transport is not None
        request.transport.close()
        return web.Response()

    # Bad days.

    def spoil_tokens(self) -> None:
        """Somebody else fetched a token: those given count no more."""
        self._tokens.clear()

    def forget_window(self, person: str) -> None:
        """The person's last message is more than 48 hours ago."""
        self._windows.shut(person)

    def left(self, person: str) -> int:
        """How many pushes the person may still get."""
        return self._windows.left(person)

    # For tests.

    def run(self, work: Coroutine[Any, Any, Result]) -> Result:
        """Do something on the stand-in's loop and wait for it."""
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(120)

    def wait_for(self, what: Callable[[], bool], seconds: float = 20.0) -> None:
        """Wait until something is so."""
        end = time.monotonic() + seconds
        while not what():
            assert time.monotonic() < end, f"not within {seconds} s"
            time.sleep(0.02)

    def seen_by(self, person: str) -> list[tuple[str, str]]:
        """Who said what on a person's phone."""
        return [(line.who, line.text) for line in self.lines if line.person == person]

    async def open(self) -> None:
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=0, force_close=True)
        )

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()


def _identity(elements: Mapping[str, str]) -> str:
    return elements.get("MsgId") or ":".join(
        elements.get(key, "") for key in ("FromUserName", "CreateTime", "Event", "EventKey")
    )


@contextmanager
def playing_wechat(account: AccountOf, patience: float = PATIENCE) -> Iterator[tuple[WeChat, str]]:
    """Play WeChat for one account; yields the stand-in and the address of its API."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    wechat = WeChat(account, loop, patience)
    app = web.Application()
    app.add_routes(wechat.routes())
    runner = web.AppRunner(app, access_log=None)
    port = free_port()

    async def start() -> None:
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", port).start()
        await wechat.open()

    async def stop() -> None:
        await wechat.close()
        await runner.cleanup()

    def do(work: Callable[[], Awaitable[None]]) -> None:
        async def run() -> None:
            await work()

        asyncio.run_coroutine_threadsafe(run(), loop).result(20)

    try:
        do(start)
        yield wechat, f"http://127.0.0.1:{port}"
        do(stop)
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()
