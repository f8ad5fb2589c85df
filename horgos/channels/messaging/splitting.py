"""Long texts for apps that take short ones: parted where a reader would pause."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import regex

Measure = Callable[[str], int]

_ELLIPSIS = "…"
# After which a text may be parted, the best first: paragraphs, lines, sentences in our four
# scripts, words.
_PAUSES = tuple(
    map(
        regex.compile,
        (
            r"(?<=\n\n)",
            r"(?<=\n)",
            r"(?<=[.!?…؟۔][\"»”)]?\s)|(?<=[。！？][」』”）]?)(?![」』”）])",
            r"(?<=[\s，、；：])",
        ),
    )
)


def utf16_units(text: str) -> int:
    """Length as Telegram counts it: most emoji are two."""
    return len(text.encode("utf-16-le")) // 2


def utf8_bytes(text: str) -> int:
    """Length as WeChat counts it: a Han character is three."""
    return len(text.encode())


def split(text: str, limit: int, measure: Measure) -> list[str]:
    """The text in parts that are each within the limit; blanks at the seams are dropped.

    Nothing is lost and no character is torn, be it made of several code points.

    Raises:
        ValueError: One character alone is beyond the limit.
    """
    parts = (part.strip() for part in _parts(text.strip(), limit, measure, 0))
    return [part for part in parts if part]


def cut(text: str, limit: int, measure: Measure) -> str:
    """The text, or its beginning with an ellipsis, parted at a pause where there is one."""
    if measure(text) <= limit:
        return text
    room = limit - measure(_ELLIPSIS)
    return f"{split(text, room, measure)[0].rstrip('.,;:、，；：')}{_ELLIPSIS}"


def _parts(text: str, limit: int, measure: Measure, level: int) -> list[str]:
    if measure(text.rstrip()) <= limit:
        return [text]
    if level > len(_PAUSES):
        raise ValueError(f"{text!r} does not fit into {limit}")
    parts = [""]
    for piece in _pieces(text, level):
        for bit in _parts(piece, limit, measure, level + 1):
            if measure((parts[-1] + bit).rstrip()) <= limit:
                parts[-1] += bit
            else:
                parts.append(bit)
    return parts


def _pieces(text: str, level: int) -> list[str]:
    """The text parted at the pauses of a level; at last between what readers call characters."""
    if level < len(_PAUSES):
        return list(_PAUSES[level].split(text))
    return list(regex.findall(r"\X", text))


in_utf16 = partial(split, measure=utf16_units)
"""Part a text for Telegram: ``in_utf16(text, 4096)``."""
in_utf8 = partial(split, measure=utf8_bytes)
"""Part a text for WeChat: ``in_utf8(text, 2048)``."""
