"""The ONNX messages a model file is made of, written by hand (field numbers: onnx.proto)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from numpy.typing import NDArray

from horgos.nlu.onnx.wire import Message

IR_VERSION = 9
OPSETS = {"": 18, "com.microsoft": 1}
"""Versions that ONNX Runtime 1.23 and many before it read."""

_FLOAT = 1
_ELEMENT = {"float32": _FLOAT, "uint8": 2, "int8": 3, "int64": 7}
_AS_FLOAT, _AS_INT = 1, 2

_ATTRIBUTE = Message(name=1, f=2, i=3, type=20)
_DIMENSION = Message(dim_value=1, dim_param=2)
_GRAPH = Message(node=1, name=2, initializer=5, input=11, output=12)
_MODEL = Message(ir_version=1, producer_name=2, graph=7, opset_import=8)
_NODE = Message(input=1, output=2, name=3, op_type=4, attribute=5, domain=7)
_OPSET = Message(domain=1, version=2)
_SHAPE = Message(dim=1)
_TENSOR = Message(dims=1, data_type=2, name=8, raw_data=9)
_TENSOR_TYPE = Message(elem_type=1, shape=2)
_TYPE = Message(tensor_type=1)
_VALUE = Message(name=1, type=2)


def tensor(name: str, values: NDArray[Any]) -> bytes:
    """A constant of the graph; KeyError for an element type that is not in the table."""
    element = _ELEMENT[values.dtype.name]
    return _TENSOR(dims=values.shape, data_type=element, name=name, raw_data=values.tobytes())


def node(
    operator: str,
    inputs: Sequence[str],
    outputs: Sequence[str],
    domain: str,
    **attributes: int | float,
) -> bytes:
    """One step of the graph, named after its first output."""
    written = [_attribute(name, value) for name, value in attributes.items()]
    return _NODE(
        input=inputs,
        output=outputs,
        name=outputs[0],
        op_type=operator,
        attribute=written,
        domain=domain,
    )


def value(name: str, shape: Sequence[int | str]) -> bytes:
    """A float input or output; a word in the shape is a size known only at run time."""
    sizes = [
        _DIMENSION(dim_param=size) if isinstance(size, str) else _DIMENSION(dim_value=size)
        for size in shape
    ]
    tensor_type = _TENSOR_TYPE(elem_type=_FLOAT, shape=_SHAPE(dim=sizes))
    return _VALUE(name=name, type=_TYPE(tensor_type=tensor_type))


def model(nodes: Sequence[bytes], constants: Sequence[bytes], given: bytes, result: bytes) -> bytes:
    """A whole model file with one input and one output."""
    graph = _GRAPH(node=nodes, name="encoder", initializer=constants, input=given, output=result)
    opsets = [_OPSET(domain=domain, version=version) for domain, version in OPSETS.items()]
    return _MODEL(ir_version=IR_VERSION, producer_name="horgos", graph=graph, opset_import=opsets)


def _attribute(name: str, value: int | float) -> bytes:
    if isinstance(value, float):
        return _ATTRIBUTE(name=name, f=value, type=_AS_FLOAT)
    return _ATTRIBUTE(name=name, i=value, type=_AS_INT)
