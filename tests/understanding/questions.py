"""The clean questions and dialogues, by language; read by these tests and the benchmark only."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Item:
    """A question as labelled by its author."""

    text: str
    topics: tuple[str, ...]
    facts: tuple[str, ...] | None
    form: str
    style: str

    @classmethod
    def of(cls, raw: dict[str, Any]) -> Item:
        facts = None if raw["facts"] == "any" else tuple(raw["facts"] or ())
        return cls(raw["text"], tuple(raw["topics"]), facts, raw["form"], raw["style"])


def questions(language: str) -> list[Item]:
    return [Item.of(raw) for raw in _load(HERE / language / "questions.yml")]


def dialogues(language: str) -> list[tuple[str, list[Item]]]:
    return [
        (raw["name"], [Item.of(turn) for turn in raw["turns"]])
        for raw in _load(HERE / language / "dialogues.yml")
    ]


def normalised(text: str) -> str:
    """Letters and digits only: two texts that differ in nothing else are the same text."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(letter for letter in folded if letter.isalnum())


def _load(path: Path) -> list[dict[str, Any]]:
    return list(YAML(typ="safe").load(path.read_text(encoding="utf-8")))
