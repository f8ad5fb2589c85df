"""What a trained model understands, without a server: asked in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.rasa_command import environment

_SCRIPT = Path(__file__).with_name("inside") / "parse_texts.py"


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


@dataclass(frozen=True)
class Parsing:
    """A model that was loaded and asked.

    Attributes:
        load_seconds: Until it could be asked, imports not counted.
        parses: One a text.
    """

    load_seconds: float
    parses: tuple[Parse, ...]


class ParsingFailed(Exception):
    """The process ended badly; the text holds its last words."""


def parse(model: Path, folder: Path, texts: Sequence[str]) -> Parsing:
    """Ask a model.

    Args:
        model: Its file.
        folder: The project it belongs to; components are imported from there.
        texts: The messages, each in a conversation of its own.

    Raises:
        ParsingFailed: The model could not be loaded or asked.
    """
    with tempfile.TemporaryDirectory() as scratch:
        result = Path(scratch) / "parses.json"
        ended = subprocess.run(
            [sys.executable, str(_SCRIPT), str(model), str(result)],
            cwd=folder,
            env=environment({"PYTHONPATH": str(folder), "PYTHONWARNINGS": "ignore"}),
            input=json.dumps(list(texts)).encode(),
            capture_output=True,
        )
        if ended.returncode != 0:
            raise ParsingFailed(f"{model}: {ended.stderr.decode(errors='replace')[-2000:]}")
        found = json.loads(result.read_text(encoding="utf-8"))
    return Parsing(
        found["load_seconds"],
        tuple(
            Parse(_topics(raw["intents"]), raw["confidence"], raw["milliseconds"])
            for raw in found["parses"]
        ),
    )


def _topics(intents: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(intent.partition("/")[0] for intent in intents))
