"""What a trained model understands, without a server: asked in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.rasa_command import environment

_INSIDE = Path(__file__).with_name("inside")


@dataclass(frozen=True)
class Parse:
    """What was made of a text.

    Attributes:
        topics: What it asks, the best first.
        confidence: Of the first one, 0 to 1.
        milliseconds: Of understanding alone.
    """

    topics: tuple[str, ...]
    confidence: float
    milliseconds: float


class ParsingFailed(Exception):
    """The process ended badly; the text holds its last words."""


def parse(model: Path, folder: Path, texts: Sequence[str]) -> tuple[Parse, ...]:
    """What a model makes of texts.

    Args:
        model: Its file.
        folder: The project it belongs to; components are imported from there.
        texts: The messages, each in a conversation of its own.

    Raises:
        ParsingFailed: The model could not be loaded or asked.
    """
    found = _run("parse_texts.py", model, folder, json.dumps(list(texts)))
    return tuple(
        Parse(_topics(raw["intents"]), raw["confidence"], raw["milliseconds"]) for raw in found
    )


def load_seconds(model: Path, folder: Path) -> float:
    """How long a model takes to load, imports not counted.

    Raises:
        ParsingFailed: It could not be loaded.
    """
    return float(_run("load_model.py", model, folder, ""))


def _run(script: str, model: Path, folder: Path, given: str) -> Any:
    """What a script of ``inside/`` has found."""
    with tempfile.TemporaryDirectory() as scratch:
        result = Path(scratch) / "result.json"
        ended = subprocess.run(
            [sys.executable, str(_INSIDE / script), str(model), str(result)],
            cwd=folder,
            env=environment({"PYTHONPATH": str(folder), "PYTHONWARNINGS": "ignore"}),
            input=given.encode(),
            capture_output=True,
        )
        if ended.returncode != 0:
            raise ParsingFailed(f"{model}: {ended.stderr.decode(errors='replace')[-2000:]}")
        return json.loads(result.read_text(encoding="utf-8"))


def _topics(intents: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(intent.partition("/")[0] for intent in intents))
