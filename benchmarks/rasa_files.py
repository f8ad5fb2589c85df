"""Files of Rasa projects made for comparison: Rasa's own defaults, our questions, YAML."""

from __future__ import annotations

import io
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

VERSION = "3.1"
# Looked up beside Rasa: importing any part of it brings TensorFlow in.
_DEFAULTS = "engine/recipes/config_files/default_config.yml"

Blocks = list[dict[str, str]]


def shipped_configuration(epochs: int) -> dict[str, Any]:
    """Rasa's defaults, from the file it ships: what trains a project of ``rasa init``.

    Args:
        epochs: Of every neural part.
    """
    rasa = find_spec("rasa")
    if rasa is None or rasa.origin is None:
        raise FileNotFoundError("Rasa is not installed")
    shipped = Path(rasa.origin).parent / _DEFAULTS
    configuration: dict[str, Any] = YAML(typ="safe").load(shipped.read_text(encoding="utf-8"))
    for component in (*configuration["pipeline"], *configuration["policies"]):
        if "epochs" in component:
            component["epochs"] = epochs
    return configuration


def training_blocks(root: Path, every: int, language: str = "*") -> dict[str, Blocks]:
    """Each ``every``-th training question of each intent, the first one always, by file.

    Args:
        root: Our project.
        every: Which of them.
        language: Of the questions; all of them without.
    """
    paths = sorted((root / "data" / "nlu").glob(f"{language}/*.yml"))
    return {path.relative_to(root).as_posix(): _blocks(path, every) for path in paths}


def nlu_files(blocks: Mapping[str, Blocks]) -> dict[str, bytes]:
    """Training questions as files."""
    return {path: written({"version": VERSION, "nlu": found}) for path, found in blocks.items()}


def written(data: Mapping[str, Any]) -> bytes:
    """As YAML."""
    stream = io.BytesIO()
    YAML(typ="safe", pure=True).dump(data, stream)
    return stream.getvalue()


def _blocks(path: Path, every: int) -> Blocks:
    listed = YAML(typ="safe").load(path.read_text(encoding="utf-8"))["nlu"]
    return [
        {
            "intent": block["intent"],
            "examples": "".join(block["examples"].splitlines(keepends=True)[::every]),
        }
        for block in listed
    ]
