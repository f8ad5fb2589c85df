"""The files of the stock project: configuration, domain, rules, stories, and our questions."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

TEMPLATE = Path(__file__).with_name("template")
FALLBACK = "nlu_fallback"
_VERSION = "3.1"


def stock_files(root: Path, epochs: int) -> dict[str, bytes]:
    """The whole project, by path.

    Args:
        root: Our project, of which it takes ``data/nlu`` unchanged.
        epochs: Of every neural part.
    """
    questions = {
        str(path.relative_to(root)): path.read_bytes() for path in sorted(_questions(root))
    }
    intents = sorted({intent for content in questions.values() for intent in _intents(content)})
    topics = sorted({intent.partition("/")[0] for intent in intents})
    return {
        **_template(),
        **questions,
        "config.yml": _written(_configuration(epochs)),
        "domain.yml": _written(_domain(topics, intents)),
        "data/rules.yml": _written(_rules([*topics, FALLBACK])),
        "data/stories.yml": _written(_stories(topics)),
    }


def _template() -> dict[str, bytes]:
    paths = [path for path in TEMPLATE.rglob("*") if path.suffix in (".py", ".yml")]
    return {path.relative_to(TEMPLATE).as_posix(): path.read_bytes() for path in paths}


def _configuration(epochs: int) -> dict[str, Any]:
    """Rasa's defaults, from the file it ships: what trains a project of ``rasa init``."""
    shipped = files("rasa.engine.recipes") / "config_files" / "default_config.yml"
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


def _intents(content: bytes) -> list[str]:
    return [block["intent"] for block in YAML(typ="safe").load(content)["nlu"]]


def _written(data: Mapping[str, Any]) -> bytes:
    stream = io.BytesIO()
    YAML(typ="safe", pure=True).dump(data, stream)
    return stream.getvalue()
