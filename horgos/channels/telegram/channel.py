"""``/webhooks/telegram/webhook``, or long polling, as Rasa's InputChannel."""

from __future__ import annotations

from collections.abc import Iterator

from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, empty

from horgos.channels.gate import OnNewMessage
from horgos.channels.messaging.accounts import Accounts
from horgos.channels.messaging.answering import Answering
from horgos.channels.messaging.channel import MessagingChannel, Work, app_words, live
from horgos.channels.messaging.state import Refusal
from horgos.channels.messaging.webhook import (
    Refused,
    parse_json,
    read_body,
    refuse,
    same_secret,
)
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
from horgos.project import this_project

MAX_BODY = 1_000_000
"""Bytes of an update; Telegram's largest are a tenth of it."""


class TelegramChannel(MessagingChannel[TelegramSettings, Credentials]):
    """One bot."""

    channel = "telegram"
    prefix = "tg"
    methods = ("POST",)
    read_settings = staticmethod(read_settings)
    read_credentials = staticmethod(read_credentials)

    def open(
        self,
        routes: Blueprint,
        credentials: Credentials,
        accounts: Accounts,
        on_new_message: OnNewMessage,
    ) -> None:
        """Add the webhook, or begin to poll; tell Telegram how to reach the guide."""
        guide, words = this_project().guide, app_words()
        api = Api(credentials.token, self._settings.api)
        caller = Caller(self.state)
        own = Bot(credentials.bot_id)
        answering = Answering(guide, words, on_new_message, self.channel)
        sender = Sender(api.bot, caller, self.state)
        desk = Desk(Reader(guide, accounts, own), answering, sender, self.state)

        def work() -> Iterator[Work]:
            yield arrange(api.bot, caller, own, credentials, guide, words)
            if credentials.mode is Mode.POLLING:
                yield Poller(api, caller, desk, self.state).run()

        if credentials.mode is Mode.WEBHOOK:
            self._receive(routes, credentials.secret, desk)
        live(routes, desk, api, work)

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
