"""Reads a QR code from its modules, by ISO/IEC 18004 and independently of what drew it.

Small codes in byte mode only (versions 1 to 6), and without error correction: a code drawn on a
screen has no damage, so what is read is exactly what was drawn.
"""

from __future__ import annotations

from collections.abc import Iterator

Modules = list[list[bool]]

# Per version: all codewords, then per level L, M, Q, H the error-correcting codewords of a block
# and the number of blocks.
CODEWORDS = {
    1: (26, {"L": (7, 1), "M": (10, 1), "Q": (13, 1), "H": (17, 1)}),
    2: (44, {"L": (10, 1), "M": (16, 1), "Q": (22, 1), "H": (28, 1)}),
    3: (70, {"L": (15, 1), "M": (26, 1), "Q": (18, 2), "H": (22, 2)}),
    4: (100, {"L": (20, 1), "M": (18, 2), "Q": (26, 2), "H": (16, 4)}),
    5: (134, {"L": (26, 1), "M": (24, 2), "Q": (18, 4), "H": (22, 4)}),
    6: (172, {"L": (18, 2), "M": (16, 4), "Q": (24, 4), "H": (28, 4)}),
}
LEVELS = {0b01: "L", 0b00: "M", 0b11: "Q", 0b10: "H"}
FORMAT_MASK = 0b101010000010010
BYTE_MODE = 0b0100
MASKS = [
    lambda row, column: (row + column) % 2 == 0,
    lambda row, column: row % 2 == 0,
    lambda row, column: column % 3 == 0,
    lambda row, column: (row + column) % 3 == 0,
    lambda row, column: (row // 2 + column // 3) % 2 == 0,
    lambda row, column: row * column % 2 + row * column % 3 == 0,
    lambda row, column: (row * column % 2 + row * column % 3) % 2 == 0,
    lambda row, column: ((row + column) % 2 + row * column % 3) % 2 == 0,
]


def read(modules: Modules) -> str:
    """The text of a code whose modules (True: dark) are given without the quiet zone.

    Raises:
        ValueError: It is no code of a kind read here.
    """
    version, rest = divmod(len(modules) - 17, 4)
    if rest or version not in CODEWORDS or any(len(row) != len(modules) for row in modules):
        raise ValueError(f"{len(modules)} modules: no code of version 1 to 6")
    _check_finders(modules)
    level, mask = _format(modules)
    bits = [
        modules[row][column] ^ MASKS[mask](row, column) for row, column in _places(len(modules))
    ]
    total, levels = CODEWORDS[version]
    words = [_number(bits[start : start + 8]) for start in range(0, total * 8, 8)]
    correcting, blocks = levels[level]
    return _text(_in_order(words, total, correcting, blocks))


def _check_finders(modules: Modules) -> None:
    size = len(modules)
    ring = [True, False, True, True, True, False, True]
    rows = (modules[3][:7], modules[3][size - 7 :], modules[size - 4][:7])
    if any(row != ring for row in rows):
        raise ValueError("the three corner marks are not where they belong")


def _format(modules: Modules) -> tuple[str, int]:
    across = [modules[8][column] for column in (0, 1, 2, 3, 4, 5, 7, 8)]
    up = [modules[row][8] for row in (7, 5, 4, 3, 2, 1, 0)]
    value = _number(across + up) ^ FORMAT_MASK
    return LEVELS[value >> 13], value >> 10 & 0b111


def _places(size: int) -> Iterator[tuple[int, int]]:
    """Where data stands, in reading order: pairs of columns from the right, up and down in turn."""
    upwards = True
    for right in (column - (column <= 6) for column in range(size - 1, 0, -2)):
        for step in range(size):
            row = size - 1 - step if upwards else step
            for column in (right, right - 1):
                if not _is_pattern(row, column, size):
                    yield row, column
        upwards = not upwards


def _is_pattern(row: int, column: int, size: int) -> bool:
    corner = (row < 9 and (column < 9 or column >= size - 8)) or (row >= size - 8 and column < 9)
    alignment = size > 21 and abs(row - (size - 7)) <= 2 and abs(column - (size - 7)) <= 2
    return corner or alignment or row == 6 or column == 6


def _in_order(words: list[int], total: int, correcting: int, blocks: int) -> list[int]:
    """The data codewords, block after block; they stand interleaved in the code."""
    data = total - correcting * blocks
    short, longer = divmod(data, blocks)
    sizes = [short + (number >= blocks - longer) for number in range(blocks)]
    parts: list[list[int]] = [[] for _ in sizes]
    source = iter(words)
    for place in range(max(sizes)):
        for number, size in enumerate(sizes):
            if place < size:
                parts[number].append(next(source))
    return [word for part in parts for word in part]


def _text(words: list[int]) -> str:
    bits = "".join(f"{word:08b}" for word in words)
    if int(bits[:4], 2) != BYTE_MODE:
        raise ValueError(f"mode {bits[:4]}: only bytes are read here")
    length = int(bits[4:12], 2)
    content = bits[12 : 12 + 8 * length]
    return bytes(int(content[at : at + 8], 2) for at in range(0, len(content), 8)).decode()


def _number(bits: list[bool]) -> int:
    return int("".join("1" if bit else "0" for bit in bits), 2)
