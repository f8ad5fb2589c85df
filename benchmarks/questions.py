"""The clean questions and dialogues with their labels, as the measurements need them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

from ruamel.yaml import YAML

from benchmarks.times import Label

CHOOSING = "choose_language"
"""Topic of a message that asks for another language than its own."""
FOLDER = Path(__file__).resolve().parent.parent / "tests" / "understanding"
Amount = tuple[Decimal, str | None]
T = TypeVar("T")


@dataclass(frozen=True)
class Question:
    """A message as labelled by its author.

    Attributes:
        text: As typed.
        language: Whose set it belongs to: en, kk, ru or zh.
        topics: What it asks.
        facts: Ids the right reply states; None where any will do.
        form: Written form of the right reply.
        style: How it is put: plain, typo, pinyin ...
        citizenship: Stated in the message itself (ISO 3166); None for none.
        money: Amount and currency (ISO 4217) stated in the message; None for none.
        time: Day or time of day stated, as labelled (see ``times``); None for none.
    """

    text: str
    language: str
    topics: frozenset[str]
    facts: frozenset[str] | None
    form: str
    style: str
    citizenship: str | None
    money: Amount | None
    time: Label | None = None


@dataclass(frozen=True)
class Dialogue:
    """A conversation.

    Attributes:
        language: Whose set it belongs to.
        turns: Its messages; their labels count what was said before.
    """

    language: str
    turns: tuple[Question, ...]


def read_questions(languages: Sequence[str], every: int, folder: Path = FOLDER) -> list[Question]:
    """Each ``every``-th question of each language."""
    return [
        _question(raw, language)
        for language in languages
        for raw in _each(_load(folder / language / "questions.yml"), every)
    ]


def read_dialogues(languages: Sequence[str], every: int, folder: Path = FOLDER) -> list[Dialogue]:
    """Each ``every``-th dialogue of each language."""
    return [
        Dialogue(language, tuple(_question(turn, language) for turn in raw["turns"]))
        for language in languages
        for raw in _each(_load(folder / language / "dialogues.yml"), every)
    ]


def _question(raw: dict[str, Any], language: str) -> Question:
    money = raw.get("money")
    return Question(
        text=raw["text"],
        language=language,
        topics=frozenset(raw["topics"]),
        facts=None if raw["facts"] == "any" else frozenset(raw["facts"] or ()),
        form=raw["form"],
        style=raw["style"],
        citizenship=raw.get("citizenship"),
        money=(Decimal(str(money["amount"])), money.get("currency")) if money else None,
        time=next(((kind, str(value)) for kind, value in (raw.get("when") or {}).items()), None),
    )


def _each(items: Sequence[T], every: int) -> Sequence[T]:
    return items[::every]


def _load(path: Path) -> list[dict[str, Any]]:
    return list(YAML(typ="safe").load(path.read_text(encoding="utf-8")))
