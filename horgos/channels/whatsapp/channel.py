"""``/webhooks/whatsapp/webhook`` as Rasa's InputChannel."""

from __future__ import annotations

from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, empty, text

from horgos.channels.gate import OnNewMessage
from horgos.channels.messaging.accounts import Accounts
from horgos.channels.messaging.answering import Answering
from horgos.channels.messaging.channel import MessagingChannel, app_words, live
from horgos.channels.messaging.webhook import Refused, query_of, refuse
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
from horgos.project import this_project

_STATUS_WITHIN = 8.0
"""Seconds within which Meta tells of a message it has taken; usually it is one."""


class WhatsAppChannel(MessagingChannel[WhatsAppSettings, Credentials]):
    """One business number."""

    channel = "whatsapp"
    prefix = "wa"
    read_settings = staticmethod(read_settings)
    read_credentials = staticmethod(read_credentials)

    def open(
        self,
        routes: Blueprint,
        credentials: Credentials,
        accounts: Accounts,
        on_new_message: OnNewMessage,
    ) -> None:
        """Add the webhook; ask Meta whether it knows the guide."""
        guide, words = this_project().guide, app_words()
        api = Api(self._settings.base, credentials.token)
        caller, receipts = Caller(self.state), Receipts(_STATUS_WITHIN)
        sender = Sender(api, caller, receipts, credentials.phone_id, words, self.state)
        answering = Answering(guide, words, on_new_message, self.channel)
        reader = Reader(guide, accounts, credentials.phone_id)
        desk = Desk(reader, answering, sender, receipts, self.state)
        self._verify(routes, credentials.verify_token)
        self._receive(routes, credentials.app_secret, desk)
        live(routes, desk, api, lambda: [introduce(api, caller, credentials.phone_id)])

    def _verify(self, routes: Blueprint, verify_token: str) -> None:
        @routes.get("/webhook", name="verify")
        async def verify(request: Request) -> HTTPResponse:
            try:
                return text(
                    challenge(query_of(request), verify_token),
                    headers={"X-Content-Type-Options": "nosniff"},
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
