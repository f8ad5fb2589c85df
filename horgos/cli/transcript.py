"""A reply as lines for the terminal, and what a typed number means."""

from __future__ import annotations

from collections.abc import Iterator

from horgos.cli.rest import Reply


def lines_of(reply: Reply) -> Iterator[str]:
    """The texts as they come, source line and all; then the buttons with their numbers."""
    for text in reply.texts:
        yield from text.splitlines()
    for number, button in enumerate(reply.buttons, start=1):
        yield f"  [{number}] {button.title}"


def message_for(typed: str, last: Reply) -> str:
    """The payload of the button whose number was typed, else the text itself."""
    typed = typed.strip()
    if typed.isascii() and typed.isdigit() and 1 <= int(typed) <= len(last.buttons):
        return last.buttons[int(typed) - 1].payload
    return typed
