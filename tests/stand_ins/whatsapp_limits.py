"""What Meta takes as a message; the pages that say so are named in ``whatsapp.py``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.stand_ins.utf16 import units
from tests.stand_ins.whatsapp_errors import Refusal


def shown(
    given: Mapping[str, Any], group: bool
) -> tuple[str, tuple[str, ...], tuple[str, ...], str]:
    """The text, ids, labels and kind of a message that keeps to the limits."""
    kind = given.get("type")
    known = {"messaging_product", "recipient_type", "to", "recipient", "type", "context",
             "biz_opaque_callback_data", str(kind)}  # fmt: skip
    if set(given) - known:
        raise Refusal(100, f"Unexpected key {sorted(set(given) - known)} on param root")
    content = given.get(str(kind))
    if not isinstance(content, dict):
        raise Refusal(131008, f"{kind} is required")
    if kind == "text":
        if set(content) - {"body", "preview_url"}:
            raise Refusal(100, "Unexpected key on param text")
        return _within(content.get("body"), 4096, "text.body"), (), (), "text"
    if kind != "interactive":
        raise Refusal(131051, f"Message type {kind} is not supported")
    if group:
        raise Refusal(131051, "Interactive messages are not supported in groups")
    text = _within((content.get("body") or {}).get("text"), 1024, "interactive.body.text")
    action = content.get("action") or {}
    if content.get("type") == "button":
        return text, *_buttons(action), "button"
    if content.get("type") == "list":
        return text, *_rows(action), "list"
    raise Refusal(131009, f"interactive.type {content.get('type')}")


def _buttons(action: Mapping[str, Any]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    buttons = action.get("buttons") or []
    if not 1 <= len(buttons) <= 3:
        raise Refusal(131009, f"Invalid buttons count: {len(buttons)}. Min: 1, Max: 3")
    if any(button.get("type") != "reply" for button in buttons):
        raise Refusal(131009, "Button type must be reply")
    replies = [button["reply"] for button in buttons]
    ids = [_within(reply.get("id"), 256, "button id") for reply in replies]
    titles = [_within(reply.get("title"), 20, "Button title") for reply in replies]
    _differ(ids, "button id")
    _differ(titles, "Duplicated title among buttons")
    return tuple(ids), tuple(titles)


def _rows(action: Mapping[str, Any]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    _within(action.get("button"), 20, "action.button")
    sections = action.get("sections") or []
    if len(sections) > 1:
        for section in sections:
            _within(section.get("title"), 24, "section title")
    rows = [row for section in sections for row in section.get("rows") or []]
    if not 1 <= len(rows) <= 10:
        raise Refusal(131009, f"Total row count exceed max allowed count: 10, got {len(rows)}")
    for row in rows:
        if set(row) - {"id", "title", "description"}:
            raise Refusal(100, "Unexpected key on param row")
        if "description" in row:
            _within(row["description"], 72, "row description")
    ids = [_within(row.get("id"), 200, "row id") for row in rows]
    titles = [_within(row.get("title"), 24, "row title") for row in rows]
    _differ(ids, "row id")
    _differ(titles, "Duplicated title")
    return tuple(ids), tuple(titles)


def _within(text: Any, longest: int, what: str) -> str:
    if not isinstance(text, str) or not text.strip():
        raise Refusal(131008, f"{what} is required")
    if units(text) > longest:
        raise Refusal(131009, f"{what} length invalid. Min length: 1, Max length: {longest}")
    return text


def _differ(values: list[str], what: str) -> None:
    if len(set(values)) < len(values):
        raise Refusal(131009, f"{what} duplicated")
