"""Products in integers stay near the products in floats, peaks or not."""

import numpy as np
import pytest

from horgos.nlu.onnx.network import Linear
from horgos.nlu.onnx.smoothing import Int8Linear, smoothed
from horgos.nlu.onnx.weights import Floats


def cases(loud: float) -> tuple[Linear, Floats]:
    """A product of 64 channels, three of which are ``loud`` times the rest; and inputs."""
    random = np.random.default_rng(1)
    weights = random.normal(size=(64, 32)).astype(np.float32)
    given = random.normal(size=(50, 64)).astype(np.float32)
    given[:, :3] *= loud
    return Linear(weights, random.normal(size=32).astype(np.float32)), given


def with_one_scale(product: Int8Linear, given: Floats) -> Floats:
    """What ONNX Runtime computes: inputs in 8 bits with one scale for all."""
    small = given * product.shrink
    scale = np.abs(small).max() / 127
    rounded = np.rint(small / scale) * scale
    return np.asarray(rounded @ (product.weights * product.scales) + product.bias)


@pytest.mark.parametrize("loud", [1.0, 10.0, 40.0])
def test_the_product_stays(loud: float) -> None:
    linear, given = cases(loud)
    exact = given @ linear.weights + linear.bias
    product = smoothed(linear, np.abs(given).max(axis=0))
    assert product.weights.dtype == np.int8
    assert np.abs(product.weights).max() == 63
    error = np.abs(with_one_scale(product, given) - exact).mean() / np.abs(exact).mean()
    assert error < 0.03


def test_peaks_cost_less_than_without_smoothing() -> None:
    linear, given = cases(loud=40.0)
    exact = given @ linear.weights + linear.bias
    peak = np.abs(given).max(axis=0)
    errors = [
        np.abs(with_one_scale(smoothed(linear, assumed), given) - exact).mean()
        for assumed in (peak, np.ones_like(peak))
    ]
    assert errors[0] < errors[1] / 2


def test_channels_never_seen_and_weights_of_zero_are_borne() -> None:
    linear, given = cases(loud=1.0)
    silent = Linear(linear.weights * 0, linear.bias)
    product = smoothed(silent, np.zeros(64, dtype=np.float32))
    assert np.allclose(with_one_scale(product, given), linear.bias)
