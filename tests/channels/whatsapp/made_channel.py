"""The channel on a server of its own, with no guide behind it: the reply is the apology."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import httpx

from horgos.channels.messaging.accounts import Accounts
from horgos.channels.messaging.state import ChannelState
from horgos.channels.whatsapp.channel import WhatsAppChannel
from horgos.channels.whatsapp.settings import (
    WEBHOOK_PATH,
    WhatsAppSettings,
    read_credentials,
)
from horgos.channels.whatsapp.signature import HEADER, sign
from tests.channels.serving import serving
from tests.stand_ins.whatsapp import (
    APP_SECRET,
    PHONE_ID,
    TOKEN,
    Sent,
    WhatsAppStandIn,
    batch,
    whatsapp_stand_in,
)

VERIFY_TOKEN = "a-word-of-the-tests_0123456789"
SECRETS = {
    "WHATSAPP_TOKEN": TOKEN,
    "WHATSAPP_PHONE_ID": PHONE_ID,
    "WHATSAPP_APP_SECRET": APP_SECRET,
    "WHATSAPP_VERIFY_TOKEN": VERIFY_TOKEN,
}
PERSON = "77010000001"


def made_channel(api: str, **more: str) -> WhatsAppChannel:
    """The channel before an API, with other secrets where given."""
    credentials = read_credentials({**SECRETS, **more})
    accounts = Accounts("wa", b"k" * 32)
    return WhatsAppChannel(WhatsAppSettings(api), credentials, accounts, ChannelState())


@dataclass
class Alone:
    """A channel, its stand-in and a client."""

    channel: WhatsAppChannel
    server: WhatsAppStandIn
    client: httpx.Client
    number: int = 0

    @property
    def state(self) -> ChannelState:
        return self.channel.state

    def say(self, text: str = "?", person: str = PERSON) -> None:
        """Somebody writes."""
        self.number += 1
        identity = f"wamid.HBgAlone{self.number}"
        self.server.taken.add(identity)
        self.server.wrote.setdefault(person, time.time())
        message = {
            "from": person, "id": identity, "timestamp": str(int(time.time())),
            "type": "text", "text": {"body": text},
        }  # fmt: skip
        assert self.post(batch(messages=[message])) == 200

    def post(self, body: Any) -> int:
        """A signed body; the status."""
        content = json.dumps(body).encode()
        headers = {HEADER: sign(content, APP_SECRET)}
        return self.client.post(WEBHOOK_PATH, content=content, headers=headers).status_code

    def screen(self, messages: int, person: str = PERSON, seconds: float = 20.0) -> list[Sent]:
        """What somebody reads once there are so many messages."""
        wait_until(lambda: len(self.server.screens[person]) >= messages, seconds)
        return self.server.screens[person]


def wait_until(is_so: Any, seconds: float = 20.0) -> None:
    """Wait for something; fails when it does not come."""
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end, "it did not come"
        time.sleep(0.02)


@contextmanager
def alone() -> Iterator[Alone]:
    """A channel before a fresh stand-in."""
    with whatsapp_stand_in() as server:
        channel = made_channel(server.address)
        with serving(channel) as client:
            server.webhook = f"{str(client.base_url).rstrip('/')}{WEBHOOK_PATH}"
            yield Alone(channel, server, client)
