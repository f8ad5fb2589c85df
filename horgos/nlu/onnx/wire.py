"""Writes protocol-buffer messages, so that no builder library has to be installed for two files.

The wire format (https://protobuf.dev/programming-guides/encoding/) is a row of fields: a key,
number x 8 + wire type, then the value. The Python type of a value says how it is written: int
as varint, float as 32 bits, str and bytes (a message is bytes) with their length before them.
A sequence is a repeated field, not packed, which every reader accepts.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import TypeAlias

One: TypeAlias = int | float | str | bytes
Value: TypeAlias = One | Sequence[int] | Sequence[float] | Sequence[str] | Sequence[bytes]

_VARINT, _LENGTH, _FIXED32 = 0, 2, 5


class Message:
    """A message type: the numbers of its fields by name; calling it writes a message."""

    def __init__(self, **numbers: int) -> None:
        self._numbers = numbers

    def __call__(self, **values: Value) -> bytes:
        """The message in wire format, fields in the order given.

        Raises:
            KeyError: The type has no such field.
        """
        parts: list[bytes] = []
        for name, value in values.items():
            number = self._numbers[name]
            many = (value,) if isinstance(value, int | float | str | bytes) else value
            parts.extend(_field(number, one) for one in many)
        return b"".join(parts)


def varint(number: int) -> bytes:
    """An integer of 64 bits, seven a byte, lowest first; negative ones as two's complement."""
    rest, written = number & 0xFFFF_FFFF_FFFF_FFFF, bytearray()
    while rest > 0x7F:
        written.append(rest & 0x7F | 0x80)
        rest >>= 7
    written.append(rest)
    return bytes(written)


def _field(number: int, value: One) -> bytes:
    if isinstance(value, float):
        return varint(number << 3 | _FIXED32) + struct.pack("<f", value)
    if isinstance(value, int):
        return varint(number << 3 | _VARINT) + varint(value)
    content = value.encode() if isinstance(value, str) else value
    return varint(number << 3 | _LENGTH) + varint(len(content)) + content
