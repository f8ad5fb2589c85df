"""Whole conversations from ``dialogues/<language>.yml``, against the running guide."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from tests.running import RunningGuide

HERE = Path(__file__).resolve().parent / "dialogues"


def test_dialogues(guide: RunningGuide, language: str) -> None:
    scripts = YAML(typ="safe").load((HERE / f"{language}.yml").read_text(encoding="utf-8"))
    turns = 0
    for script in scripts:
        said = [turn["user"] for turn in script["turns"]]
        for turn, reply in zip(script["turns"], guide.talk(*said), strict=True):
            _check(f"{script['dialogue']}: {turn['user']}", turn, reply)
            turns += 1
    assert turns >= 12


def _check(where: str, turn: dict[str, Any], reply: Any) -> None:
    text = reply.text.replace("\xa0", " ")
    for key in ("topics", "facts", "status"):
        if key in turn:
            assert reply.answer[key] == turn[key], (where, reply.elements)
    if "form" in turn:
        assert reply.form == turn["form"], (where, reply.elements)
    for part in turn.get("says", []):
        assert part in text, (where, text)
    for part in turn.get("never_says", []):
        assert part not in text, (where, text)
