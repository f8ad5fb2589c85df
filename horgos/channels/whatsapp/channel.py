"""``/webhooks/whatsapp/webhook`` as Rasa's InputChannel."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Mapping
from typing import Any

from rasa.core.channels.channel import InputChannel
from sanic import Blueprint, Sanic
from sanic.request import Request
from sanic.response import HTTPResponse, empty, text

from horgos.channels.gate import OnNewMessage
from horgos.channels.messaging.accounts import Accounts, accounts_of
from horgos.channels.messaging.answering import Answering
from horgos.channels.messaging.secrets import MissingSecret
from horgos.channels.messaging.settings import place_of
from horgos.channels.messaging.state import ChannelState, state_of
from horgos.channels.messaging.webhook import Refused, closed, refuse
from horgos.channels.messaging.words import load_words
from horgos.channels.whatsapp.api import Api
from horgos.channels.whatsapp.calling import Caller
from horgos.channels.whatsapp.desk import Desk
from horgos.channels.whatsapp.door import challenge, signed_content
from horgos.channels.whatsapp.incoming import Reader
from horgos.channels.whatsapp.receipts import Receipts
from horgos.channels.whatsapp.sending import Sender
from horgos.channels.whatsapp.settings import (
    Credentials,
    WhatsAppSettings,
    read_credentials,
    read_settings,
)
from horgos.channels.whatsapp.starting import introduce
from horgos.project import ROOT, this_project

logger = logging.getLogger(__name__)

_CHANNEL = "whatsapp"
_LAST_MOMENTS = 10.0
"""Seconds for the work under way when the guide ends."""
_STATUS_WITHIN = 8.0
"""Seconds within which Meta tells of a message it has taken; usually it is one."""


class WhatsAppChannel(InputChannel):
    """One business number.

    Attributes:
        state: How it is doing.
    """

    def __init__(
        self,
        settings: WhatsAppSettings,
        credentials: Credentials | None,
        accounts: Accounts | None,
        state: ChannelState,
    ) -> None:
        """Set up the channel; without credentials or accounts it answers 503."""
        self.state = state
        self._settings, self._credentials, self._accounts = settings, credentials, accounts

    @classmethod
    def name(cls) -> str:
        """Part of the address."""
        return _CHANNEL

    @classmethod
    def from_credentials(cls, credentials: Mapping[str, Any] | None) -> WhatsAppChannel:
        """The channel with an operator's settings; disabled when a secret is missing.

        Raises:
            WrongSetting: One of the settings cannot be used.
        """
        settings = read_settings(credentials, place_of(cls))
        state = state_of(_CHANNEL)
        try:
            given = read_credentials(os.environ)
            accounts = accounts_of("wa", os.environ)
        except MissingSecret as fault:
            state.disable(str(fault))
            return cls(settings, None, None, state)
        state.run()
        return cls(settings, given, accounts, state)

    def blueprint(self, on_new_message: OnNewMessage) -> Blueprint:
        """The routes, and what happens at the start and at the end."""
        routes = Blueprint("horgos_whatsapp")
        if self._credentials is None or self._accounts is None:
            closed(routes, "GET", "POST")
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
        api = Api(self._settings.base, credentials.token)
        caller, receipts = Caller(self.state), Receipts(_STATUS_WITHIN)
        sender = Sender(api, caller, receipts, credentials.phone_id, words, self.state)
        answering = Answering(guide, words, on_new_message, _CHANNEL)
        reader = Reader(guide, accounts, credentials.phone_id)
        desk = Desk(reader, answering, sender, receipts, self.state)
        self._verify(routes, credentials.verify_token)
        self._receive(routes, credentials.app_secret, desk)
        _live(routes, desk, api, caller, credentials.phone_id)

    def _verify(self, routes: Blueprint, verify_token: str) -> None:
        @routes.get("/webhook", name="verify")
        async def verify(request: Request) -> HTTPResponse:
            query = {name: values[0] for name, values in request.args.items()}
            try:
                return text(
                    challenge(query, verify_token), headers={"X-Content-Type-Options": "nosniff"}
                )
            except Refused as refusal:
                return refuse(refusal, self.state)

    def _receive(self, routes: Blueprint, app_secret: str, desk: Desk) -> None:
        @routes.post("/webhook", name="receive", stream=True)
        async def receive(request: Request) -> HTTPResponse:
            try:
                desk.take(await signed_content(request, app_secret))
            except Refused as refusal:
                return refuse(refusal, self.state)
            return empty(status=200)


def _live(routes: Blueprint, desk: Desk, api: Api, caller: Caller, phone_id: str) -> None:
    """What happens at the start and at the end."""
    background: list[asyncio.Task[None]] = []

    async def start(_: Sanic, __: object) -> None:
        work = introduce(api, caller, phone_id)
        background.append(asyncio.get_running_loop().create_task(work))

    async def stop(_: Sanic, __: object) -> None:
        for task in background:
            task.cancel()
        await asyncio.gather(*background, return_exceptions=True)
        cut_off = await desk.close(_LAST_MOMENTS)
        if cut_off:
            logger.warning("%d conversations of WhatsApp were cut off at the end", cut_off)
        await api.close()

    routes.listener("after_server_start")(start)
    routes.listener("before_server_stop")(stop)
