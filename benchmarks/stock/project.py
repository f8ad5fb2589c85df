"""The files of the stock project: configuration, domain, rules, stories, and our questions."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from benchmarks.plan import Extent

TEMPLATE = Path(__file__).with_name("template")
FALLBACK = "nlu_fallback"
_VERSION = "3.1"
# Looked up beside Rasa: importing any part of it brings TensorFlow in.
_DEFAULTS = "engine/recipes/config_files/default_config.yml"


def stock_files(root: Path, extent: Extent) -> dict[str, bytes]:
    """The whole project, by path.

    Args:
        root: Our project, of which it takes the questions of ``data/nlu``.
        extent: Which of them, and the epochs of every neural part.
    """
    blocks = {path: _blocks(path, extent.every) for path in sorted(_questions(root))}
    questions = {
        path.relative_to(root).as_posix(): _written({"version": _VERSION, "nlu": found})
        for path, found in blocks.items()
    }
    intents = sorted({block["intent"] for found in blocks.values() for block in found})
    topics = sorted({intent.partition("/")[0] for intent in intents})
    return {
        **_template(),
        **questions,
        "config.yml": _written(_configuration(extent.epochs)),
        "domain.yml": _written(_domain(topics, intents)),
        "data/rules.yml": _written(_rules([*topics, FALLBACK])),
        "data/stories.yml": _written(_stories(topics)),
    }


def _template() -> dict[str, bytes]:
    paths = [path for path in TEMPLATE.rglob("*") if path.suffix in (".py", ".yml")]
    return {path.relative_to(TEMPLATE).as_posix(): path.read_bytes() for path in paths}


def _configuration(epochs: int) -> dict[str, Any]:
    """Rasa's defaults, from the file it ships: what trains a project of ``rasa init``."""
    rasa = find_spec("rasa")
    if rasa is None or rasa.origin is None:
        raise FileNotFoundError("Rasa is not installed")
    shipped = Path(rasa.origin).parent / _DEFAULTS
    configuration: dict[str, Any] = YAML(typ="safe").load(shipped.read_text(encoding="utf-8"))
    for component in (*configuration["pipeline"], *configuration["policies"]):
        if "epochs" in component:
            component["epochs"] = epochs
    return configuration


def _domain(topics: Sequence[str], intents: Sequence[str]) -> dict[str, Any]:
    """The same intents; what is narrower than a topic is chosen by the ResponseSelector."""
    narrower = [intent for intent in intents if "/" in intent]
    return {
        "version": _VERSION,
        "intents": [*topics, FALLBACK],
        "responses": {f"utter_{intent}": [{"text": intent}] for intent in narrower},
        "actions": [_action(intent) for intent in (*topics, FALLBACK)],
    }


def _rules(intents: Sequence[str]) -> dict[str, Any]:
    return {
        "version": _VERSION,
        "rules": [{"rule": intent, "steps": _steps([intent])} for intent in intents],
    }


def _stories(topics: Sequence[str]) -> dict[str, Any]:
    """Conversations for the policies that learn: one topic after another, greeted and thanked."""
    spoken = [["greet", first, second, "thanks", "goodbye"] for first, second in pairwise(topics)]
    return {
        "version": _VERSION,
        "stories": [{"story": " ".join(intents), "steps": _steps(intents)} for intents in spoken],
    }


def _steps(intents: Sequence[str]) -> list[Mapping[str, str]]:
    pairs = [({"intent": intent}, {"action": _action(intent)}) for intent in intents]
    return [step for pair in pairs for step in pair]


def _action(intent: str) -> str:
    return f"action_{intent}"


def _questions(root: Path) -> Iterator[Path]:
    return (root / "data" / "nlu").glob("*/*.yml")


def _blocks(path: Path, every: int) -> list[dict[str, str]]:
    """Each ``every``-th question of each intent, the first one always."""
    listed = YAML(typ="safe").load(path.read_text(encoding="utf-8"))["nlu"]
    return [
        {
            "intent": block["intent"],
            "examples": "".join(block["examples"].splitlines(keepends=True)[::every]),
        }
        for block in listed
    ]


def _written(data: Mapping[str, Any]) -> bytes:
    stream = io.BytesIO()
    YAML(typ="safe", pure=True).dump(data, stream)
    return stream.getvalue()
