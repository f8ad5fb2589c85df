"""A visitor of the real guide over the web channel."""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass
from typing import Any

import httpx
import jwt

from tests.running import RunningGuide

WEB = "/webhooks/web"


@dataclass(frozen=True)
class WebReply:
    """A whole reply; taking it apart checks what holds for every one.

    Attributes:
        raw: The bytes as received.
        parts: The lines.
    """

    raw: bytes
    parts: list[dict[str, Any]]

    @classmethod
    def of(cls, response: httpx.Response) -> WebReply:
        assert response.status_code == 200, response.text
        assert response.headers["content-type"] == "application/x-ndjson; charset=utf-8"
        raw = response.content
        assert raw.endswith(b"\n")
        reply = cls(raw, [json.loads(line) for line in raw.split(b"\n")[:-1]])
        types = [part["type"] for part in reply.parts]
        assert types[0] == "text"
        assert types[-1] == "end" and types.count("end") == 1
        assert types.count("answer") == 1 and types.count("buttons") <= 1
        assert set(types) <= {"text", "buttons", "answer", "end"}
        assert reply.parts[-1] == {"type": "end", "ok": True}
        assert reply.text.strip()
        return reply

    @property
    def text(self) -> str:
        return "\n".join(part["text"] for part in self.parts if part["type"] == "text")

    @property
    def answer(self) -> dict[str, Any]:
        (answer,) = [part for part in self.parts if part["type"] == "answer"]
        return answer

    @property
    def form(self) -> str:
        return f"{self.answer['language']}-{self.answer['script']}"

    @property
    def buttons(self) -> list[str]:
        found = [part["buttons"] for part in self.parts if part["type"] == "buttons"]
        return [button["id"] for buttons in found for button in buttons]


class Visitor:
    """One session."""

    def __init__(self, guide: RunningGuide, place: str = "web", form: str | None = None) -> None:
        self.guide = guide
        body = {"place": place, **({"form": form} if form else {})}
        response = guide.client.post(f"{WEB}/session", json=body)
        assert response.status_code == 200, response.text
        self.begun = response.json()
        self.token: str = self.begun["session"]

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    @property
    def sender(self) -> str:
        claims = jwt.decode(self.token, options={"verify_signature": False})
        return f"{claims['place']}-{claims['sid']}"

    def send(self, **body: Any) -> httpx.Response:
        """A message with an id of its own unless one is given."""
        content = json.dumps({"id": uuid.uuid4().hex, **body}).encode("ascii")
        headers = {**self.headers, "content-type": "application/json"}
        return self.guide.client.post(f"{WEB}/message", content=content, headers=headers)

    def say(self, text: str, **body: Any) -> WebReply:
        return WebReply.of(self.send(text=text, **body))

    def press(self, button: str, **body: Any) -> WebReply:
        return WebReply.of(self.send(button=button, **body))

    def turns(self) -> list[dict[str, Any]]:
        """What the conversation store holds of this visitor's messages."""
        return self.guide.turns(self.sender)


def error_of(response: httpx.Response) -> tuple[int, str]:
    """Status and code of a refusal, whose shape is checked."""
    body = response.json()
    assert response.headers["content-type"] == "application/json"
    assert set(body) == {"error"} and set(body["error"]) == {"code", "message"}
    return response.status_code, body["error"]["code"]
