"""How hard messages are read: ``data/validation/hard``, which nothing learns from."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.asking import NOT_OURS
from benchmarks.scoring import REFUSALS
from benchmarks.tables import Share
from horgos.nlu.asked import load_asked
from horgos.nlu.decision import NOTHING_OF_MINE
from horgos.nlu.examples import Example
from horgos.nlu.understanding import Understanding

GOING_ON = "follow_up"


@dataclass(frozen=True)
class Read:
    """Topics of a message.

    Attributes:
        asked: As labelled.
        heard: As understood.
    """

    asked: frozenset[str]
    heard: frozenset[str]

    @property
    def kind(self) -> str:
        """What it asks: one topic, two, or nothing that is known."""
        if self.asked <= REFUSALS:
            return "nothing known"
        return "two topics" if len(self.asked) > 1 else "one topic"


def hard_messages(folder: Path) -> list[Example]:
    """Those that can be understood alone; second messages need what was said before.

    Raises:
        DataFileError: A file is malformed.
    """
    return [one for one in load_asked(folder) if GOING_ON not in one.intents]


def read_hard(understanding: Understanding, messages: Sequence[Example]) -> list[Read]:
    """Each message as understood."""
    return [
        Read(
            topics_of(one.intents),
            topics_of(understanding.of(one.readings, one.spelling).decision.intents),
        )
        for one in messages
    ]


def hard_shares(found: Sequence[Read]) -> dict[str, Share]:
    """Right by kind, and how often something is answered that nothing is known of."""
    kinds = sorted({one.kind for one in found})
    shares = {
        kind: Share.among(one.heard == one.asked for one in found if one.kind == kind)
        for kind in kinds
    }
    unknown = [one for one in found if one.kind == "nothing known"]
    return {
        **shares,
        "nothing known, but answered": Share.among(not one.heard <= REFUSALS for one in unknown),
    }


def topics_of(intents: Collection[str]) -> frozenset[str]:
    """Topics of what was decided; nothing of ours is out of scope."""
    return frozenset(
        NOT_OURS if intent == NOTHING_OF_MINE else intent.partition("/")[0] for intent in intents
    )
