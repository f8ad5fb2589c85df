"""The training questions as the heads learn them."""

from __future__ import annotations

from pathlib import Path

from benchmarks.baseline import training_intents
from horgos.language.detection import detect
from horgos.language.reading import readings
from horgos.nlu.examples import Example


def taught_examples(root: Path) -> list[Example]:
    """Every question of a project's ``data/nlu``, read."""
    return [_example(text, intent) for text, intent in training_intents(root)]


def _example(text: str, intent: str) -> Example:
    spelling = detect(text)
    return Example(readings(text, spelling), spelling, (intent,))
