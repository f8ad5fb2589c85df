"""A reply in texts that WeChat takes: 2,048 bytes each, choices numbered at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from horgos.channels.messaging.splitting import cut, in_utf8, utf8_bytes

LIMIT = 2048
"""Bytes of a text (developers.weixin.qq.com, return code 45002)."""
_GAP = "\n\n"
_SHORTER = 0.85
"""How much of the longest text stays, each time something has to go."""
_SHORTEST = 60


@dataclass(frozen=True)
class _Text:
    """A text of a reply.

    Attributes:
        body: May be cut.
        closing: Its last line, where the sources stand; never cut.
    """

    body: str
    closing: str

    @classmethod
    def of(cls, text: str) -> _Text:
        body, _, closing = text.rpartition("\n")
        return cls(body, closing) if body else cls(closing, "")

    def __str__(self) -> str:
        return f"{self.body}\n{self.closing}" if self.closing else self.body


def written(texts: Sequence[str], choices: Sequence[str], most: int) -> tuple[str, ...]:
    """The reply in at most so many texts, each within the limit.

    What does not fit is cut at the ends of sentences, the longest text first; the lines of
    sources and the choices stay.

    Args:
        texts: What is said.
        choices: Lines to stand together at the end.
        most: How many texts may be sent.
    """
    said = [_Text.of(text) for text in texts]
    tail = "\n".join(choices)
    while len(parts := _packed([str(text) for text in said], tail)) > most:
        longest = max(range(len(said)), key=lambda i: utf8_bytes(said[i].body))
        size = utf8_bytes(said[longest].body)
        if size > _SHORTEST:
            body = cut(said[longest].body, int(size * _SHORTER), utf8_bytes)
            said[longest] = replace(said[longest], body=body)
        elif len(said) > 1:
            said.pop()
        else:
            return tuple(parts[:most])
    return tuple(parts)


def _packed(texts: Sequence[str], tail: str) -> list[str]:
    """As few parts as the order allows."""
    parts: list[str] = []
    pieces = [piece for text in (*texts, tail) if text for piece in in_utf8(text, LIMIT)]
    for piece in pieces:
        if parts and utf8_bytes(f"{parts[-1]}{_GAP}{piece}") <= LIMIT:
            parts[-1] = f"{parts[-1]}{_GAP}{piece}"
        else:
            parts.append(piece)
    return parts
