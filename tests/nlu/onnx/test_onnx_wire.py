"""The wire format, against the bytes its specification gives and a reader of its own."""

import struct
from collections.abc import Iterator

import numpy as np
import onnxruntime
import pytest
from hypothesis import given
from hypothesis import strategies as st

from horgos.nlu.onnx import messages
from horgos.nlu.onnx.wire import Message, Value, varint

ANY = Message(a=1, b=2, c=3, d=4, far=2047)


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (0, "00"),
        (1, "01"),
        (127, "7f"),
        (128, "80 01"),
        (150, "96 01"),
        (300, "ac 02"),
        (2**63 - 1, "ff ff ff ff ff ff ff ff 7f"),
        (-1, "ff ff ff ff ff ff ff ff ff 01"),
    ],
)
def test_varints_are_those_of_the_specification(number: int, written: str) -> None:
    assert varint(number) == bytes.fromhex(written)


@pytest.mark.parametrize(
    ("values", "written"),
    [
        ({"a": 150}, "08 96 01"),
        ({"b": "testing"}, "12 07 74 65 73 74 69 6e 67"),
        ({"c": ANY(a=150)}, "1a 03 08 96 01"),
        ({"d": [3, 270]}, "20 03 20 8e 02"),
        ({"a": 1.0}, "0d 00 00 80 3f"),
        ({"a": True, "b": ""}, "08 01 12 00"),
        ({"b": "қ"}, "12 02 d2 9b"),
        ({"far": 1}, "f8 7f 01"),
        ({"a": []}, ""),
    ],
)
def test_messages_are_those_of_the_specification(values: dict[str, Value], written: str) -> None:
    assert ANY(**values) == bytes.fromhex(written)


def test_a_field_the_type_does_not_have_is_refused() -> None:
    with pytest.raises(KeyError):
        ANY(colour=1)


@given(
    st.lists(
        st.one_of(
            st.integers(0, 2**64 - 1),
            st.floats(width=32, allow_nan=False),
            st.binary(max_size=300),
        ),
        max_size=8,
    )
)
def test_a_reader_finds_what_was_written(values: list[int | float | bytes]) -> None:
    written = b"".join(ANY(far=value) for value in values)
    assert list(read(written)) == [(2047, value) for value in values]


def test_onnx_runtime_reads_a_model_so_written() -> None:
    constants = [messages.tensor("two", np.array([2, 3], dtype=np.float32))]
    nodes = [messages.node("Mul", ("x", "two"), ("y",), "")]
    shape = ("n", 2)
    written = messages.model(
        nodes, constants, messages.value("x", shape), messages.value("y", shape)
    )
    session = onnxruntime.InferenceSession(written, providers=["CPUExecutionProvider"])
    (found,) = session.run(None, {"x": np.array([[1, 1], [4, 5]], dtype=np.float32)})
    assert found.tolist() == [[2, 3], [8, 15]]


def read(message: bytes) -> Iterator[tuple[int, int | float | bytes]]:
    """Field numbers and values, by the specification's rules."""
    at = 0
    while at < len(message):
        key, at = read_varint(message, at)
        if key & 7 == 0:
            number, at = read_varint(message, at)
            yield key >> 3, number
        elif key & 7 == 5:
            yield key >> 3, struct.unpack_from("<f", message, at)[0]
            at += 4
        else:
            assert key & 7 == 2
            length, at = read_varint(message, at)
            yield key >> 3, message[at : at + length]
            at += length


def read_varint(message: bytes, at: int) -> tuple[int, int]:
    number = shift = 0
    while True:
        number |= (message[at] & 0x7F) << shift
        if message[at] < 0x80:
            return number, at + 1
        at, shift = at + 1, shift + 7
