"""Telegram's Bot API played by a server of our own, as https://core.telegram.org/bots/api says.

Kept to here, with the section of that page or of the server's source (github.com/tdlib/
telegram-bot-api, ``Client.cpp``) that says so:

- "Making requests": ``/bot<token>/METHOD_NAME``, parameters as JSON, form or query; errors as
  ``{"ok": false, "error_code", "description", "parameters"?}`` with the same HTTP status; a token
  nobody has is 401, one that is no token 404.
- "getUpdates", "Getting updates": offsets, 409 beside a webhook or another asker, updates kept
  until they are confirmed.
- "setWebhook": HTTPS, ports 443, 80, 88, 8443; ``secret_token`` 1-256 of ``A-Za-z0-9_-``.
- "sendMessage": 1-4096 characters, counted in UTF-16 units as entities are ("MessageEntity");
  "InlineKeyboardButton": ``callback_data`` 1-64 bytes; 100 buttons, 8 a row.
- "answerCallbackQuery": a query is answered once and soon.
- "ResponseParameters": ``retry_after``, ``migrate_to_chat_id``.
- "setMyCommands", "setMyDescription", "setMyShortDescription": their lengths and language codes.
- Descriptions of errors as the server words them (``Client.cpp``: "bot was blocked by the user",
  "message is not modified", "message to edit not found" and so on).
"""

from __future__ import annotations

import asyncio
import json
import re
import threading
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.running import free_port
from tests.stand_ins.troubles import Troubles, cut
from tests.stand_ins.utf16 import units

TOKEN = "123456789:AAStandInTokenThatNobodyElseHas_0123456"
BOT_ID, USERNAME = 123456789, "HorgosGuideBot"
SUPERGROUP_MOVED = "Bad Request: group chat was upgraded to a supergroup chat"
_PORTS = (None, "443", "80", "88", "8443")
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_LANGUAGE = re.compile(r"[a-z]{2}")
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


class Refusal(Exception):
    """An error that Telegram answers."""

    def __init__(self, code: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.code, self.description, self.parameters = code, description, parameters

    def response(self) -> web.Response:
        body: dict[str, Any] = {
            "ok": False,
            "error_code": self.code,
            "description": self.description,
        }
        if self.parameters:
            body["parameters"] = self.parameters
        return web.json_response(body, status=self.code)


FLOOD = Refusal(429, "Too Many Requests: retry after 1", retry_after=1)
BLOCKED = Refusal(403, "Forbidden: bot was blocked by the user")
GATEWAY = Refusal(502, "Bad Gateway")
INTERNAL = Refusal(500, "Internal Server Error: restart")
CUT_BEFORE, CUT_AFTER = "cut before", "cut after"
"""The connection breaks before Telegram has obeyed, or when it has and has not said so yet."""
Trouble = Refusal | str


@dataclass
class Message:
    """A message of the bot on somebody's screen."""

    number: int
    chat: int
    text: str
    entities: list[dict[str, Any]]
    keyboard: list[list[dict[str, Any]]]
    reply_to: int | None
    thread: int | None

    def covered(self, entity: Mapping[str, Any]) -> str:
        """The words of an entity, whose place is counted in UTF-16 units."""
        start, end = entity["offset"], entity["offset"] + entity["length"]
        return self.text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


@dataclass
class TelegramStandIn:
    """The server; everything a test looks at or changes.

    Attributes:
        calls: Method and parameters of every call, in order.
        chats: Messages of the bot by chat.
        known: Chats the bot may write to; any other is not found.
        blocked: Chats whose person has blocked the bot.
        moved: Groups that became supergroups, with their new id.
        refusals: Answers that were errors of the caller (400, and 403 is not one).
        updates: What getUpdates gives until it is confirmed.
        webhook: As set; empty without.
        secret: As set with the webhook.
        queries: Ids of button presses that wait to be answered.
        profile: Commands and descriptions by language code.
        troubles: What happens to the calls, by method.
        last_error: Why the last update could not be delivered.
        sees_all: Whether the bot's privacy mode is off.
    """

    port: int
    calls: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    chats: dict[int, list[Message]] = field(default_factory=lambda: defaultdict(list))
    known: set[int] = field(default_factory=set)
    blocked: set[int] = field(default_factory=set)
    moved: dict[int, int] = field(default_factory=dict)
    refusals: list[str] = field(default_factory=list)
    updates: deque[dict[str, Any]] = field(default_factory=deque)
    webhook: str = ""
    secret: str = ""
    queries: set[str] = field(default_factory=set)
    profile: dict[tuple[str, str], Any] = field(default_factory=dict)
    troubles: dict[str, Troubles[Trouble]] = field(default_factory=lambda: defaultdict(Troubles))
    last_error: str = ""
    sees_all: bool = False
    _next_message: int = 1000
    _asker: int = 0

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def called(self, method: str) -> list[dict[str, Any]]:
        """Parameters of the calls of a method."""
        return [parameters for name, parameters in list(self.calls) if name == method]

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """One call."""
        method = request.match_info["method"]
        try:
            self._check_token(request.match_info["token"])
            parameters = await _parameters(request)
            trouble = self.troubles[method].draw(str(parameters.get("chat_id", "")))
            if trouble == CUT_BEFORE:
                return cut(request)
            if isinstance(trouble, Refusal):
                raise trouble
            result = await self._obey(method, parameters)
            self.calls.append((method, parameters))
            if trouble == CUT_AFTER:
                return cut(request)
            return web.json_response({"ok": True, "result": result})
        except Refusal as refusal:
            if refusal.code == 400:
                self.refusals.append(f"{method}: {refusal.description}")
            return refusal.response()

    def _check_token(self, token: str) -> None:
        if not re.fullmatch(r"\d+:[A-Za-z0-9_-]+", token):
            raise Refusal(404, "Not Found")
        if token != TOKEN:
            raise Refusal(401, "Unauthorized")

    async def _obey(self, method: str, given: dict[str, Any]) -> Any:
        if method == "getUpdates":
            return await self._get_updates(given)
        obey = getattr(self, f"_{_snake(method)}", None)
        if obey is None:
            raise Refusal(404, "Not Found: method not found")
        return obey(given)

    # Methods

    def _get_me(self, given: Mapping[str, Any]) -> Any:
        return {
            "id": BOT_ID,
            "is_bot": True,
            "first_name": "Guide",
            "username": USERNAME,
            "can_join_groups": True,
            "can_read_all_group_messages": self.sees_all,
            "supports_inline_queries": False,
        }

    def _set_webhook(self, given: Mapping[str, Any]) -> Any:
        url, secret = str(given.get("url", "")), str(given.get("secret_token", ""))
        match = re.fullmatch(r"https://[^/:]+(?::(\d+))?/.*", url)
        if url and not match:
            raise Refusal(
                400, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook"
            )
        if match and match[1] not in _PORTS:
            raise Refusal(
                400,
                "Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
            )
        if secret and not _SECRET.fullmatch(secret):
            raise Refusal(400, "Bad Request: secret token contains unallowed characters")
        self.webhook, self.secret = url, secret
        return True

    def _delete_webhook(self, given: Mapping[str, Any]) -> Any:
        self.webhook = self.secret = ""
        return True

    def _get_webhook_info(self, given: Mapping[str, Any]) -> Any:
        return {
            "url": self.webhook,
            "has_custom_certificate": False,
            "pending_update_count": len(self.updates),
            **(
                {"last_error_date": 1795780000, "last_error_message": self.last_error}
                if self.last_error
                else {}
            ),
        }

    async def _get_updates(self, given: Mapping[str, Any]) -> Any:
        if self.webhook:
            raise Refusal(
                409,
                "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook"
                " to delete the webhook first",
            )
        self._asker += 1
        mine = self._asker
        offset = int(given.get("offset", 0))
        while self.updates and self.updates[0]["update_id"] < offset:
            self.updates.popleft()
        end = asyncio.get_running_loop().time() + int(given.get("timeout", 0))
        while not self.updates and asyncio.get_running_loop().time() < end:
            await asyncio.sleep(0.02)
            if self._asker != mine:
                raise Refusal(
                    409,
                    "Conflict: terminated by other getUpdates request; make sure that only one bot"
                    " instance is running",
                )
        return list(self.updates)[: int(given.get("limit", 100))]

    def _send_message(self, given: Mapping[str, Any]) -> Any:
        chat = self._chat(given)
        text = str(given.get("text", ""))
        if not text.strip():
            raise Refusal(400, "Bad Request: message text is empty")
        if units(text) > 4096:
            raise Refusal(400, "Bad Request: message is too long")
        entities = _structure(given, "entities", [])
        for entity in entities:
            if not 0 <= entity["offset"] < entity["offset"] + entity["length"] <= units(text):
                raise Refusal(400, "Bad Request: ENTITY_BOUNDS_INVALID")
            if entity["type"] == "text_link" and not entity.get("url", "").startswith("http"):
                raise Refusal(400, "Bad Request: ENTITY_URL_INVALID")
        thread = given.get("message_thread_id")
        if thread is not None and int(thread) == 404:
            raise Refusal(400, "Bad Request: message thread not found")
        reply = _structure(given, "reply_parameters", {})
        if reply.get("message_id") == 404 and not reply.get("allow_sending_without_reply"):
            raise Refusal(400, "Bad Request: message to be replied not found")
        keyboard = _keyboard(_structure(given, "reply_markup", {}))
        self._next_message += 1
        sent = Message(
            self._next_message, chat, text, entities, keyboard, reply.get("message_id"), thread
        )
        self.chats[chat].append(sent)
        return self._shown(sent)

    def _edit_message_reply_markup(self, given: Mapping[str, Any]) -> Any:
        chat, number = self._chat(given), int(given.get("message_id", 0))
        found = [message for message in self.chats[chat] if message.number == number]
        if not found:
            raise Refusal(400, "Bad Request: message to edit not found")
        keyboard = _keyboard(_structure(given, "reply_markup", {}))
        if keyboard == found[0].keyboard:
            raise Refusal(
                400,
                "Bad Request: message is not modified: specified new message content and reply"
                " markup are exactly the same as a current content and reply markup of the message",
            )
        found[0].keyboard = keyboard
        return self._shown(found[0])

    def _answer_callback_query(self, given: Mapping[str, Any]) -> Any:
        if given.get("callback_query_id") not in self.queries:
            raise Refusal(
                400,
                "Bad Request: query is too old and response timeout expired or query ID is invalid",
            )
        self.queries.discard(str(given["callback_query_id"]))
        return True

    def _send_chat_action(self, given: Mapping[str, Any]) -> Any:
        self._chat(given)
        return True

    def _set_my_commands(self, given: Mapping[str, Any]) -> Any:
        commands = _structure(given, "commands", [])
        for command in commands:
            if not _COMMAND.fullmatch(command["command"]):
                raise Refusal(400, "Bad Request: BOT_COMMAND_INVALID")
            if not 1 <= len(command["description"]) <= 256:
                raise Refusal(400, "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID")
        return self._set(given, "commands", commands, 100)

    def _set_my_description(self, given: Mapping[str, Any]) -> Any:
        return self._set(given, "description", given.get("description", ""), 512)

    def _set_my_short_description(self, given: Mapping[str, Any]) -> Any:
        return self._set(given, "short_description", given.get("short_description", ""), 120)

    def _set(self, given: Mapping[str, Any], name: str, value: Any, longest: int) -> bool:
        language = str(given.get("language_code", ""))
        if language and not _LANGUAGE.fullmatch(language):
            raise Refusal(400, "Bad Request: language code is invalid")
        if len(value) > longest:
            raise Refusal(400, f"Bad Request: {name} is too long")
        self.profile[(name, language)] = value
        return True

    def _chat(self, given: Mapping[str, Any]) -> int:
        chat = int(given.get("chat_id", 0))
        if chat in self.blocked:
            raise Refusal(403, "Forbidden: bot was blocked by the user")
        if chat in self.moved:
            raise Refusal(400, SUPERGROUP_MOVED, migrate_to_chat_id=self.moved[chat])
        if chat not in self.known:
            raise Refusal(400, "Bad Request: chat not found")
        return chat

    def _shown(self, message: Message) -> Any:
        kind = "private" if message.chat > 0 else "supergroup"
        return {
            "message_id": message.number,
            "date": 1795780000,
            "chat": {"id": message.chat, "type": kind},
            "from": self._get_me({}),
            "text": message.text,
        }


@contextmanager
def telegram_stand_in(port: int | None = None) -> Iterator[TelegramStandIn]:
    """Serve on a port, a free one if not given; ended after the block."""
    stand_in = TelegramStandIn(port or free_port())
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()

    async def start() -> web.AppRunner:
        application = web.Application(client_max_size=10**7)
        application.router.add_route("*", "/bot{token}/{method}", stand_in.handle)
        runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", stand_in.port).start()
        return runner

    runner = asyncio.run_coroutine_threadsafe(start(), loop).result(10)
    try:
        yield stand_in
    finally:
        asyncio.run_coroutine_threadsafe(runner.cleanup(), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


async def _parameters(request: web.Request) -> dict[str, Any]:
    parameters: dict[str, Any] = dict(request.query)
    if request.content_type == "application/json":
        parameters.update(await request.json())
    else:
        parameters.update(await request.post())
    return parameters


def _structure(given: Mapping[str, Any], name: str, otherwise: Any) -> Any:
    """A parameter that is JSON in JSON or JSON in a form."""
    value = given.get(name, otherwise)
    return json.loads(value) if isinstance(value, str) else value


def _keyboard(markup: Mapping[str, Any]) -> list[list[dict[str, Any]]]:
    rows: list[list[dict[str, Any]]] = markup.get("inline_keyboard", [])
    if sum(map(len, rows)) > 100 or any(len(row) > 8 for row in rows):
        raise Refusal(400, "Bad Request: reply markup is too long")
    for button in (button for row in rows for button in row):
        if not button.get("text"):
            raise Refusal(400, "Bad Request: inline keyboard button text is empty")
        if not 1 <= len(button.get("callback_data", "").encode()) <= 64:
            raise Refusal(400, "Bad Request: BUTTON_DATA_INVALID")
    return rows


def _snake(name: str) -> str:
    return re.sub(r"[A-Z]", lambda letter: f"_{letter[0].lower()}", name)
