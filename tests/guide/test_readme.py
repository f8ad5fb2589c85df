"""The conversation the README begins with is one the guide really has."""

from __future__ import annotations

import re
from pathlib import Path

from tests.running import RunningGuide

README = Path(__file__).resolve().parents[2] / "README.md"
OMITTED = "…"


def conversation() -> list[tuple[str, str]]:
    """Questions with the replies as printed."""
    _, block, _ = README.read_text(encoding="utf-8").split("```", 2)
    turns = [turn.partition("\n") for turn in re.split(r"^> ", block.strip(), flags=re.M) if turn]
    return [(question, reply.strip()) for question, _, reply in turns]


def squeezed(text: str) -> str:
    return " ".join(text.split())


def test_the_guide_says_what_the_readme_prints(guide: RunningGuide) -> None:
    turns = conversation()
    assert len(turns) == 4
    replies = guide.talk(*(question for question, _ in turns))
    assert len({reply.answer["language"] for reply in replies}) == 4
    for (question, printed), reply in zip(turns, replies, strict=True):
        said = squeezed(reply.text)
        for part in filter(None, map(squeezed, printed.split(OMITTED))):
            assert part in said, question
            said = said.partition(part)[2]
