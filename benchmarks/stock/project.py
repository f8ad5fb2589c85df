"""The files of the stock project: configuration, domain, rules, stories, and our questions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from benchmarks.plan import Extent
from benchmarks.rasa_files import (
    VERSION,
    nlu_files,
    shipped_configuration,
    training_blocks,
    written,
)

TEMPLATE = Path(__file__).with_name("template")
FALLBACK = "nlu_fallback"


def stock_files(root: Path, extent: Extent) -> dict[str, bytes]:
    """The whole project, by path.

    Args:
        root: Our project, of which it takes the questions of ``data/nlu``.
        extent: Which of them, and the epochs of every neural part.
    """
    blocks = training_blocks(root, extent.learnt)
    intents = sorted({block["intent"] for found in blocks.values() for block in found})
    topics = sorted({intent.partition("/")[0] for intent in intents})
    return {
        **_template(),
        **nlu_files(blocks),
        "config.yml": written(shipped_configuration(extent.epochs)),
        "domain.yml": written(_domain(topics, intents)),
        "data/rules.yml": written(_rules([*topics, FALLBACK])),
        "data/stories.yml": written(_stories(topics)),
    }


def _template() -> dict[str, bytes]:
    paths = [path for path in TEMPLATE.rglob("*") if path.suffix in (".py", ".yml")]
    return {path.relative_to(TEMPLATE).as_posix(): path.read_bytes() for path in paths}


def _domain(topics: Sequence[str], intents: Sequence[str]) -> dict[str, Any]:
    """The same intents; what is narrower than a topic is chosen by the ResponseSelector."""
    narrower = [intent for intent in intents if "/" in intent]
    return {
        "version": VERSION,
        "intents": [*topics, FALLBACK],
        "responses": {f"utter_{intent}": [{"text": intent}] for intent in narrower},
        "actions": [_action(intent) for intent in (*topics, FALLBACK)],
    }


def _rules(intents: Sequence[str]) -> dict[str, Any]:
    return {
        "version": VERSION,
        "rules": [{"rule": intent, "steps": _steps([intent])} for intent in intents],
    }


def _stories(topics: Sequence[str]) -> dict[str, Any]:
    """Conversations for the policies that learn: one topic after another, greeted and thanked."""
    spoken = [["greet", first, second, "thanks", "goodbye"] for first, second in pairwise(topics)]
    return {
        "version": VERSION,
        "stories": [{"story": " ".join(intents), "steps": _steps(intents)} for intents in spoken],
    }


def _steps(intents: Sequence[str]) -> list[Mapping[str, str]]:
    pairs = [({"intent": intent}, {"action": _action(intent)}) for intent in intents]
    return [step for pair in pairs for step in pair]


def _action(intent: str) -> str:
    return f"action_{intent}"
