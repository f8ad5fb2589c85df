"""The reply on the wire: one JSON object a line, the end mark last."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from horgos.channels.gate import Element

CONTENT_TYPE = "application/x-ndjson; charset=utf-8"

Part = Mapping[str, Any]

END: Part = {"type": "end", "ok": True}


def parts(element: Element) -> Iterator[Part]:
    """The parts of the reply that one of Rasa's elements holds."""
    text = str(element.get("text") or "")
    if text.strip():
        yield {"type": "text", "text": text}
    if element.get("buttons"):
        buttons = [{"id": b["payload"], "title": b["title"]} for b in element["buttons"]]
        yield {"type": "buttons", "buttons": buttons}
    answer = (element.get("custom") or {}).get("answer")
    if answer:
        yield {"type": "answer", **answer}


def offered(part: Part) -> tuple[str, ...]:
    """Ids of the buttons in a part."""
    return tuple(button["id"] for button in part.get("buttons", ()))


def line(part: Part) -> bytes:
    """A part as it is sent."""
    return json.dumps(part, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
