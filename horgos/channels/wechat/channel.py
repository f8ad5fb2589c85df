"""``/webhooks/wechat/webhook``: where WeChat's server asks, as Rasa's InputChannel."""

from __future__ import annotations

import secrets
import time

from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, raw, text

from horgos.channels.gate import OnNewMessage
from horgos.channels.messaging.accounts import Accounts
from horgos.channels.messaging.answering import Answering
from horgos.channels.messaging.channel import MessagingChannel, app_words, live
from horgos.channels.messaging.webhook import Refused, query_of, read_body, refuse
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
from horgos.project import this_project

_XML = "application/xml; charset=utf-8"
_SUCCESS = "success"
"""All is well, and no reply comes this way."""


class WeChatChannel(MessagingChannel[WeChatSettings, Credentials]):
    """One Official Account.

    Attributes:
        pusher: Sends what is late; None when the account may not, or the channel is disabled.
    """

    channel = "wechat"
    prefix = "wx"
    pusher: Pusher | None = None
    read_settings = staticmethod(read_settings)
    read_credentials = staticmethod(read_credentials)

    def open(
        self,
        routes: Blueprint,
        credentials: Credentials,
        accounts: Accounts,
        on_new_message: OnNewMessage,
    ) -> None:
        """Add the webhook."""
        door = Door(credentials.signer, credentials.safe)
        client = WeChatClient(credentials.account, self._settings.api)
        self.pusher = Pusher(client, self.state) if credentials.may_push else None
        guide, words = this_project().guide, app_words()
        answering = Answering(guide, words, on_new_message, self.name(), guide.forms[USUAL])
        listing = Listing(answering, words, guide.forms)
        desk = Desk(listing, accounts, self.state, self.pusher, self._settings.wait)

        @routes.get("/webhook", name="verify")
        async def verify(request: Request) -> HTTPResponse:
            try:
                return text(door.echo(query_of(request)))
            except Refused as refusal:
                return refuse(refusal, self.state)

        @routes.post("/webhook", name="receive", stream=True)
        async def receive(request: Request) -> HTTPResponse:
            try:
                message = door.message(query_of(request), await read_body(request, MAX_BODY))
            except Refused as refusal:
                return refuse(refusal, self.state)
            said = await desk.reply(message)
            if said is None:
                return text(_SUCCESS)
            return raw(_passive(message, said, credentials).encode(), content_type=_XML)

        live(routes, desk, client)


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
