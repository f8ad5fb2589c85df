"""``/webhooks/wechat/webhook``: where WeChat's server asks, as Rasa's InputChannel."""

from __future__ import annotations

import logging
import os
import secrets
import time
from collections.abc import Mapping
from typing import Any

from rasa.core.channels.channel import InputChannel
from sanic import Blueprint, Sanic
from sanic.request import Request
from sanic.response import HTTPResponse, raw, text

from horgos.channels.gate import OnNewMessage
from horgos.channels.messaging.accounts import Accounts, accounts_of
from horgos.channels.messaging.answering import Answering
from horgos.channels.messaging.secrets import MissingSecret
from horgos.channels.messaging.settings import place_of
from horgos.channels.messaging.state import ChannelState, state_of
from horgos.channels.messaging.webhook import Refused, closed, read_body, refuse
from horgos.channels.messaging.words import load_words
from horgos.channels.wechat.aes import SafeMode
from horgos.channels.wechat.answering import USUAL, Listing
from horgos.channels.wechat.client import WeChatClient
from horgos.channels.wechat.desk import Desk
from horgos.channels.wechat.door import MAX_BODY, Door
from horgos.channels.wechat.incoming import Incoming
from horgos.channels.wechat.pushing import Pusher
from horgos.channels.wechat.settings import (
    Credentials,
    WeChatSettings,
    read_credentials,
    read_settings,
)
from horgos.channels.wechat.signature import signature
from horgos.channels.wechat.xml import write
from horgos.project import ROOT, this_project

logger = logging.getLogger(__name__)

CHANNEL = "wechat"
"""Name of the channel."""
_LAST_MOMENTS = 10.0
"""Seconds for the work under way when the guide ends."""
_XML = "application/xml; charset=utf-8"
_SUCCESS = "success"
"""All is well, and no reply comes this way."""


class WeChatChannel(InputChannel):
    """One Official Account.

    Attributes:
        state: How it is doing.
        pusher: Sends what is late; None when the account may not, or the channel is disabled.
    """

    def __init__(
        self,
        settings: WeChatSettings,
        credentials: Credentials | None,
        accounts: Accounts | None,
        state: ChannelState,
    ) -> None:
        """Set up the channel; without credentials or accounts it answers 503."""
        self.state = state
        self.pusher: Pusher | None = None
        self._settings, self._credentials, self._accounts = settings, credentials, accounts

    @classmethod
    def name(cls) -> str:
        """Part of the address."""
        return CHANNEL

    @classmethod
    def from_credentials(cls, credentials: Mapping[str, Any] | None) -> WeChatChannel:
        """The channel with an operator's settings; disabled when a secret is missing.

        Raises:
            WrongSetting: One of the settings cannot be used.
        """
        settings = read_settings(credentials, place_of(cls))
        state = state_of(CHANNEL)
        try:
            secrets_given = read_credentials(os.environ)
            accounts = accounts_of("wx", os.environ)
        except MissingSecret as fault:
            state.disable(str(fault))
            return cls(settings, None, None, state)
        state.run()
        return cls(settings, secrets_given, accounts, state)

    def blueprint(self, on_new_message: OnNewMessage) -> Blueprint:
        """The routes."""
        routes = Blueprint(f"horgos_{self.name()}")
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
        door = Door(credentials.signer, credentials.safe)
        client = WeChatClient(credentials.account, self._settings.api)
        self.pusher = Pusher(client, self.state) if credentials.may_push else None
        guide = this_project().guide
        words = load_words(ROOT / "locales" / "messaging", guide.forms, guide.topics)
        usual = guide.forms[USUAL]
        answering = Answering(guide, words, on_new_message, CHANNEL, usual)
        listing = Listing(answering, words, guide.forms)
        desk = Desk(listing, accounts, self.state, self.pusher, self._settings.wait)

        @routes.get("/webhook", name="verify")
        async def verify(request: Request) -> HTTPResponse:
            try:
                return text(door.echo(_query(request)))
            except Refused as refusal:
                return refuse(refusal, self.state)

        @routes.post("/webhook", name="receive", stream=True)
        async def receive(request: Request) -> HTTPResponse:
            try:
                message = door.message(_query(request), await read_body(request, MAX_BODY))
            except Refused as refusal:
                return refuse(refusal, self.state)
            said = await desk.reply(message)
            if said is None:
                return text(_SUCCESS)
            return raw(_passive(message, said, credentials).encode(), content_type=_XML)

        async def stop(app: Sanic, _: object) -> None:
            cut_off = await desk.close(_LAST_MOMENTS)
            if cut_off:
                logger.warning("%d people of WeChat were cut off at the end", cut_off)
            await client.close()

        routes.listener("before_server_stop")(stop)


def _query(request: Request) -> dict[str, str]:
    return {name: values[0] for name, values in request.args.items()}


def _passive(message: Incoming, said: str, credentials: Credentials) -> str:
    now = str(int(time.time()))
    reply = write(
        {
            "ToUserName": message.account,
            "FromUserName": message.ours,
            "CreateTime": now,
            "MsgType": "text",
            "Content": said,
        }
    )
    if credentials.safe is None:
        return reply
    return _sealed(reply, now, credentials.signer.token, credentials.safe)


def _sealed(reply: str, now: str, token: str, safe: SafeMode) -> str:
    encrypted, nonce = safe.encrypt(reply), secrets.token_hex(8)
    return write(
        {
            "Encrypt": encrypted,
            "MsgSignature": signature(token, now, nonce, encrypted),
            "TimeStamp": now,
            "Nonce": nonce,
        }
    )
