"""The network's parts by layer, unpacked: what is multiplied, added and normalised."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from horgos.nlu.onnx.weights import Floats, Weights


@dataclass(frozen=True)
class Linear:
    """A product with a bias: ``x @ weights + bias``, weights of shape (inputs, outputs)."""

    weights: Floats
    bias: Floats


@dataclass(frozen=True)
class Norm:
    """A layer norm's gain and offset."""

    gain: Floats
    offset: Floats


@dataclass(frozen=True)
class Layer:
    """One of the twelve layers of multilingual-e5-small (a post-norm BERT layer).

    Attributes:
        attend: To queries, keys and values, side by side.
        gather: From what attention found, back to the hidden size.
        after_attention: Normalises the sum of the layer's input and ``gather``.
        widen: To the inner size; GELU (the exact one) follows.
        narrow: Back to the hidden size.
        after_all: Normalises the sum of ``widen``'s input and ``narrow``.
    """

    attend: Linear
    gather: Linear
    after_attention: Norm
    widen: Linear
    narrow: Linear
    after_all: Norm


def layer(weights: Weights, number: int) -> Layer:
    """Unpack a layer, 0 to 11; 7 MB of floats."""
    name = f"l{number}."
    hidden, inner = weights.shape.hidden, weights.shape.inner
    parts = [_linear(weights, f"{name}{part}", hidden) for part in "qkv"]
    attend = Linear(
        np.concatenate([part.weights for part in parts], axis=1),
        np.concatenate([part.bias for part in parts]),
    )
    return Layer(
        attend=attend,
        gather=_linear(weights, f"{name}ao", hidden),
        after_attention=norm(weights, f"{name}aln"),
        widen=_linear(weights, f"{name}fi", hidden),
        narrow=_linear(weights, f"{name}fo", inner),
        after_all=norm(weights, f"{name}oln"),
    )


def norm(weights: Weights, name: str) -> Norm:
    """A layer norm: ``emb.ln``, ``l0.aln`` and so on."""
    return Norm(weights.vector(f"{name}.w"), weights.vector(f"{name}.b"))


def _linear(weights: Weights, name: str, inputs: int) -> Linear:
    stored = weights.matrix(f"{name}.w", inputs)
    return Linear(np.ascontiguousarray(stored.T), weights.vector(f"{name}.b"))
