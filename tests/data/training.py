"""The training questions as they stand in ``data/nlu``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from ruamel.yaml import YAML

NLU = Path(__file__).resolve().parents[2] / "data" / "nlu"


@lru_cache(maxsize=1)
def training_questions() -> tuple[tuple[str, str, str], ...]:
    """Language, full intent and text of every question."""
    return tuple(_questions())


def _questions() -> Iterator[tuple[str, str, str]]:
    for path in sorted(NLU.glob("*/*.yml")):
        for block in YAML(typ="safe").load(path.read_text(encoding="utf-8"))["nlu"]:
            for line in block["examples"].splitlines():
                yield path.parent.name, block["intent"], line.removeprefix("- ").strip()
