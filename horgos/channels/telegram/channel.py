"""``/webhooks/telegram/webhook``, or long polling, as Rasa's InputChannel."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Mapping
from typing import Any

from rasa.core.channels.channel import InputChannel
from sanic import Blueprint, Sanic
from sanic.request import Request
from sanic.response import HTTPResponse, empty

from horgos.channels.gate import OnNewMessage
from horgos.channels.messaging.accounts import Accounts, accounts_of
from horgos.channels.messaging.answering import Answering
from horgos.channels.messaging.secrets import MissingSecret
from horgos.channels.messaging.settings import place_of
from horgos.channels.messaging.state import ChannelState, Refusal, state_of
from horgos.channels.messaging.webhook import (
    Refused,
    closed,
    parse_json,
    read_body,
    refuse,
    same_secret,
)
from horgos.channels.messaging.words import load_words
from horgos.channels.telegram.api import Api
from horgos.channels.telegram.calling import Caller
from horgos.channels.telegram.desk import Desk
from horgos.channels.telegram.incoming import Bot, Reader
from horgos.channels.telegram.polling import Poller
from horgos.channels.telegram.sending import Sender
from horgos.channels.telegram.settings import (
    SECRET_HEADER,
    Credentials,
    Mode,
    TelegramSettings,
    read_credentials,
    read_settings,
)
from horgos.channels.telegram.starting import arrange
from horgos.project import ROOT, this_project

logger = logging.getLogger(__name__)

MAX_BODY = 1_000_000
"""Bytes of an update; Telegram's largest are a tenth of it."""
_CHANNEL = "telegram"
_LAST_MOMENTS = 10.0
"""Seconds for the work under way when the guide ends."""


class TelegramChannel(InputChannel):
    """One bot.

    Attributes:
        state: How it is doing.
    """

    def __init__(
        self,
        settings: TelegramSettings,
        credentials: Credentials | None,
        accounts: Accounts | None,
        state: ChannelState,
    ) -> None:
        """Set up the channel; without credentials or accounts it answers 503."""
        self.state = state
        self._settings, self._credentials, self._accounts = settings, credentials, accounts
        self._background: list[asyncio.Task[None]] = []

    @classmethod
    def name(cls) -> str:
        """Part of the address."""
        return _CHANNEL

    @classmethod
    def from_credentials(cls, credentials: Mapping[str, Any] | None) -> TelegramChannel:
        """The channel with an operator's settings; disabled when a secret is missing.

        Raises:
            WrongSetting: One of the settings cannot be used.
        """
        settings = read_settings(credentials, place_of(cls))
        state = state_of(_CHANNEL)
        try:
            given = read_credentials(os.environ)
            accounts = accounts_of("tg", os.environ)
        except MissingSecret as fault:
            state.disable(str(fault))
            return cls(settings, None, None, state)
        state.run()
        return cls(settings, given, accounts, state)

    def blueprint(self, on_new_message: OnNewMessage) -> Blueprint:
        """The route, and what happens at the start and at the end."""
        routes = Blueprint("horgos_telegram")
        if self._credentials is None or self._accounts is None:
            closed(routes, "POST")
        else:
            self._open(routes, self._credentials, self._accounts, on_new_message)
        return routes

    def _open(
        self,
        routes: Blueprint,
        credentials: Credentials,
        accounts: Accounts,
        on_new_message: OnNewMessage,
    ) -> None:
        guide = this_project().guide
        words = load_words(ROOT / "locales" / "messaging", guide.forms, guide.topics)
        api = Api(credentials.token, self._settings.api)
        caller = Caller(self.state)
        own = Bot(credentials.bot_id)
        answering = Answering(guide, words, on_new_message, _CHANNEL)
        sender = Sender(api.bot, caller)
        desk = Desk(Reader(guide, accounts, own), answering, sender, self.state)

        if credentials.mode is Mode.WEBHOOK:
            self._receive(routes, credentials.secret, desk)

        async def start(_: Sanic, __: object) -> None:
            work = [arrange(api.bot, caller, own, credentials, guide, words)]
            if credentials.mode is Mode.POLLING:
                work.append(Poller(api, caller, desk, self.state).run())
            self._background = [asyncio.get_running_loop().create_task(each) for each in work]

        async def stop(_: Sanic, __: object) -> None:
            for task in self._background:
                task.cancel()
            await asyncio.gather(*self._background, return_exceptions=True)
            cut_off = await desk.close(_LAST_MOMENTS)
            if cut_off:
                logger.warning("%d conversations of Telegram were cut off at the end", cut_off)
            await api.close()

        routes.listener("after_server_start")(start)
        routes.listener("before_server_stop")(stop)

    def _receive(self, routes: Blueprint, secret: str, desk: Desk) -> None:
        @routes.post("/webhook", stream=True)
        async def receive(request: Request) -> HTTPResponse:
            try:
                if not same_secret(request.headers.get(SECRET_HEADER), secret):
                    raise Refused(Refusal.FORGED)
                desk.take(parse_json(await read_body(request, MAX_BODY)))
            except Refused as refusal:
                return refuse(refusal, self.state)
            return empty(status=200)
