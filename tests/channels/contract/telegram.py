"""Telegram in front of the guide: its webhook calls and its people."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from horgos.channels.telegram.settings import SECRET_HEADER, WEBHOOK_PATH
from tests.channels.contract.driver import Driver, Received
from tests.stand_ins.telegram import TOKEN, TelegramStandIn, telegram_stand_in

SECRET = "a-secret-of-the-tests_0123456789"
# Tests press on messages that never were, too late, or whose buttons have gone; fuzzed accounts
# are nobody's. Each breaks no limit.
_EXPECTED = (
    "query is too old",
    "message to edit not found",
    "message is not modified",
    "chat not found",
)
MEDIA: Mapping[str, Any] = {
    "voice": {"voice": {"file_id": "f", "file_unique_id": "u", "duration": 3}},
    "photo": {"photo": [{"file_id": "f", "file_unique_id": "u", "width": 9, "height": 9}]},
    "location": {"location": {"latitude": 44.2, "longitude": 80.4}},
    "document": {"document": {"file_id": "f", "file_unique_id": "u", "file_name": "visa.pdf"}},
}


class TelegramDriver(Driver):
    """A bot whose webhook is the guide's.

    Attributes:
        server: The stand-in.
    """

    channel = "telegram"
    prefix = "tg"
    credentials_key = "horgos.channels.telegram.TelegramChannel"
    has_commands = True

    def __init__(self, server: TelegramStandIn) -> None:
        self.server = server
        self._numbers = itertools.count(700_000_001)
        self._by_identity: dict[str, int] = {}
        self._languages: dict[str, str | None] = {}
        self._dice = random.Random(5)

    @classmethod
    @contextmanager
    def standing_in(cls) -> Iterator[Driver]:
        with telegram_stand_in() as server:
            yield cls(server)

    @property
    def settings(self) -> Mapping[str, Any]:
        return {"api": self.server.address}

    @property
    def environment(self) -> Mapping[str, str]:
        return {
            "TELEGRAM_TOKEN": TOKEN,
            "TELEGRAM_SECRET": SECRET,
            "TELEGRAM_MODE": "webhook",
            "PUBLIC_ADDRESS": "https://guide.example",
        }

    def person(self, language: str | None = None) -> str:
        account = self._dice.randrange(10**12, 10**13)
        self.server.known.add(account)
        self._languages[str(account)] = language
        return str(account)

    def say(self, person: str, text: str, identity: str | None = None) -> None:
        self.deliver(message=self.message(person, text=text[:4096]), identity=identity)

    def press(self, person: str, button: str) -> None:
        shown = [m for m in self.server.chats[int(person)] if m.keyboard][-1]
        data = [b["callback_data"] for row in shown.keyboard for b in row]
        assert button in data
        self.deliver(callback_query=self.query(person, button, shown.number))

    def send_medium(self, person: str, kind: str) -> None:
        self.deliver(message=self.message(person, **MEDIA[kind]))

    def forge(self, person: str, text: str) -> int:
        update = {"update_id": next(self._numbers), "message": self.message(person, text=text)}
        return self.post(json=update, headers={SECRET_HEADER: "not the secret"})

    def send_raw(self, body: bytes) -> int:
        headers = {SECRET_HEADER: SECRET, "content-type": "application/json"}
        return self.post(content=body, headers=headers)

    def received(self, person: str) -> Sequence[Received]:
        return [
            Received(
                message.text,
                tuple(b["callback_data"] for row in message.keyboard for b in row),
                tuple(b["text"] for row in message.keyboard for b in row),
                tuple((message.covered(entity), entity["url"]) for entity in message.entities),
            )
            for message in list(self.server.chats[int(person)])
        ]

    @property
    def violations(self) -> Sequence[str]:
        return [
            refusal
            for refusal in self.server.refusals
            if not any(expected in refusal for expected in _EXPECTED)
        ]

    def post(self, **request: Any) -> int:
        """Anything to the webhook; the status."""
        return self.guide.client.post(WEBHOOK_PATH, **request).status_code

    def deliver(self, identity: str | None = None, **update: Any) -> None:
        """An update, with the number that belongs to an identity, or a new one."""
        number = next(self._numbers)
        if identity is not None:
            number = self._by_identity.setdefault(identity, number)
        status = self.post(json={"update_id": number, **update}, headers={SECRET_HEADER: SECRET})
        assert status == 200, status

    def message(self, person: str, **content: Any) -> dict[str, Any]:
        """A message in somebody's private chat."""
        chat = {"id": int(person), "type": "private", "first_name": "Aigerim"}
        return {
            "message_id": next(self._numbers),
            "date": 1795780000,
            "chat": chat,
            "from": self.user(person),
            **content,
        }

    def user(self, person: str) -> dict[str, Any]:
        """Somebody, as Telegram tells of them."""
        user = {"id": int(person), "is_bot": False, "first_name": "Aigerim"}
        language = self._languages.get(person)
        return {**user, "language_code": language} if language else user

    def query(self, person: str, data: str, shown: int) -> dict[str, Any]:
        """A pressed button, waiting to be answered."""
        identity = str(next(self._numbers))
        self.server.queries.add(identity)
        message = self.message(person, text="...")
        return {
            "id": identity,
            "from": self.user(person),
            "message": {**message, "message_id": shown},
            "chat_instance": "1",
            "data": data,
        }
