"""WhatsApp in front of the guide: Meta's webhook calls and its people."""

from __future__ import annotations

import itertools
import json
import random
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from horgos.channels.whatsapp.settings import WEBHOOK_PATH
from horgos.channels.whatsapp.signature import HEADER, sign
from tests.channels.contract.driver import Driver, Received
from tests.running import RunningGuide
from tests.stand_ins.whatsapp import (
    APP_SECRET,
    PHONE_ID,
    TOKEN,
    WhatsAppStandIn,
    batch,
    contact,
    whatsapp_stand_in,
)

VERIFY_TOKEN = "a-word-of-the-tests_0123456789"
MEDIA: Mapping[str, Any] = {
    "voice": {"type": "audio", "audio": {"id": "1", "mime_type": "audio/ogg", "voice": True}},
    "photo": {"type": "image", "image": {"id": "1", "mime_type": "image/jpeg", "sha256": "x"}},
    "location": {"type": "location", "location": {"latitude": 44.2, "longitude": 80.4}},
    "document": {"type": "document", "document": {"id": "1", "filename": "visa.pdf"}},
}


class WhatsAppDriver(Driver):
    """A business number whose webhook is the guide's.

    Attributes:
        server: The stand-in.
    """

    channel = "whatsapp"
    prefix = "wa"
    credentials_key = "horgos.channels.whatsapp.WhatsAppChannel"

    def __init__(self, server: WhatsAppStandIn) -> None:
        self.server = server
        self._numbers = itertools.count(1)
        self._by_identity: dict[str, str] = {}
        self._dice = random.Random(6)

    @classmethod
    @contextmanager
    def standing_in(cls) -> Iterator[Driver]:
        with whatsapp_stand_in() as server:
            yield cls(server)

    @property
    def settings(self) -> Mapping[str, Any]:
        return {"api": self.server.address}

    @property
    def environment(self) -> Mapping[str, str]:
        return {
            "WHATSAPP_TOKEN": TOKEN,
            "WHATSAPP_PHONE_ID": PHONE_ID,
            "WHATSAPP_APP_SECRET": APP_SECRET,
            "WHATSAPP_VERIFY_TOKEN": VERIFY_TOKEN,
        }

    def connect(self, guide: RunningGuide) -> None:
        super().connect(guide)
        self.server.webhook = f"{guide.settings.url}{WEBHOOK_PATH}"

    def person(self, language: str | None = None) -> str:
        return str(self._dice.randrange(77 * 10**9, 78 * 10**9))

    def say(self, person: str, text: str, identity: str | None = None) -> None:
        self.deliver(self.message(person, identity, type="text", text={"body": text}))

    def press(self, person: str, button: str) -> None:
        shown = [sent for sent in self.server.screens[person] if sent.buttons][-1]
        kind = "list_reply" if shown.kind == "list" else "button_reply"
        title = shown.labels[shown.buttons.index(button)]
        reply = {"type": kind, kind: {"id": button, "title": title}}
        context = {"from": "15550783881", "id": shown.identity}
        self.deliver(self.message(person, type="interactive", interactive=reply, context=context))

    def send_medium(self, person: str, kind: str) -> None:
        self.deliver(self.message(person, **MEDIA[kind]))

    def forge(self, person: str, text: str) -> int:
        message = self.message(person, type="text", text={"body": text})
        body = json.dumps(self.batch(message)).encode()
        return self.post(body, sign(body, "f" * 32))

    def send_raw(self, body: bytes) -> int:
        return self.post(body, sign(body, APP_SECRET))

    def received(self, person: str) -> Sequence[Received]:
        return [
            Received(sent.text, sent.buttons, sent.labels)
            for sent in list(self.server.screens[person])
        ]

    @property
    def violations(self) -> Sequence[str]:
        return list(self.server.refusals)

    def post(self, body: bytes, signature: str | None) -> int:
        """Any body with any signature; the status."""
        headers = {"content-type": "application/json"}
        if signature is not None:
            headers[HEADER] = signature
        response = self.guide.client.post(WEBHOOK_PATH, content=body, headers=headers)
        return response.status_code

    def deliver(self, *messages: Mapping[str, Any]) -> None:
        """Messages in one body, as Meta brings them."""
        assert self.send_raw(json.dumps(self.batch(*messages)).encode()) == 200

    def batch(self, *messages: Mapping[str, Any]) -> dict[str, Any]:
        """A body with messages and whoever wrote them."""
        people = dict.fromkeys(str(message["from"]) for message in messages)
        return batch(messages=list(messages), contacts=[contact(each) for each in people])

    def message(self, person: str, identity: str | None = None, **content: Any) -> dict[str, Any]:
        """A message of somebody, with the id that belongs to an identity, or a new one.

        It opens their window, as any does.
        """
        wamid = f"wamid.HBgPerson{next(self._numbers)}="
        if identity is not None:
            wamid = self._by_identity.setdefault(identity, wamid)
        now = time.time()
        self.server.wrote[str(content.get("group_id", person))] = now
        self.server.taken.add(wamid)
        return {"from": person, "id": wamid, "timestamp": str(int(now)), **content}
