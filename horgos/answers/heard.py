"""What understanding made of a message, and which way it leans."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar, get_args

from horgos.answers.topics import Topics
from horgos.entities.values import Citizenship, Money, Nationality, Side, When

NARROWED_FROM = 0.03
"""Probability of a narrower question from which a follow-up asks for it ("since when?")."""
_NARROWED_SHARE = 0.7
"""Its least share of the topic's probability."""
_T = TypeVar("_T")


@dataclass(frozen=True)
class Heard:
    """What understanding made of one message.

    Attributes:
        intents: Full intents (``about_zone/area``), in the order of the message.
        citizenships: ISO 3166 codes or ``other``.
        nationalities: ISO 3166 codes of peoples and countries named by themselves.
        money: Amounts.
        whens: Days and clock times.
        sides: Sides of the zone.
        leanings: Probability of full intents, of those that are not negligible.
    """

    intents: tuple[str, ...]
    citizenships: tuple[str, ...] = ()
    nationalities: tuple[str, ...] = ()
    money: tuple[Money, ...] = ()
    whens: tuple[When, ...] = ()
    sides: tuple[str, ...] = ()
    leanings: Mapping[str, float] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        intents: Iterable[str],
        entities: Iterable[object],
        leanings: Mapping[str, float] | None = None,
    ) -> Heard:
        """Sort the values of entities by kind."""
        values = list(entities)
        return cls(
            intents=tuple(intents),
            citizenships=tuple(dict.fromkeys(v.country for v in _only(Citizenship, values))),
            nationalities=tuple(dict.fromkeys(v.country for v in _only(Nationality, values))),
            money=tuple(_only(Money, values)),
            whens=tuple(v for v in values if isinstance(v, get_args(When))),
            sides=tuple(dict.fromkeys(v.country for v in _only(Side, values))),
            leanings=leanings or {},
        )

    @property
    def has_circumstances(self) -> bool:
        """Whether it names anybody, any amount, any time or any side."""
        return bool(self.citizenships or self.money or self.whens or self.sides)

    def leaning_to(self, topic: str) -> float:
        """Probability of a topic, its narrower questions together."""
        return sum(p for intent, p in self.leanings.items() if intent.partition("/")[0] == topic)

    def leaning_to_any(self, topic: str, asked: tuple[str, ...]) -> float:
        """Probability of these narrower questions of a topic."""
        return sum(self.leanings.get(f"{topic}/{narrower}", 0.0) for narrower in asked)

    def narrowed(self, topic: str) -> tuple[str, ...]:
        """The narrower question of a topic that the message leans to; empty for none."""
        of_topic = [i for i in self.leanings if i.startswith(f"{topic}/")]
        best = max(of_topic, key=lambda intent: self.leanings[intent], default=None)
        if best is None or self.leanings[best] < NARROWED_FROM:
            return ()
        if self.leanings[best] < _NARROWED_SHARE * self.leaning_to(topic):
            return ()
        return narrower_of(best)

    def asks_any_of(self, topics: Topics) -> bool:
        """Whether it asks a topic of its own."""
        return any(intent.partition("/")[0] in topics for intent in self.intents)


def narrower_of(intent: str) -> tuple[str, ...]:
    """The narrower question of a full intent; empty for its topic as a whole."""
    narrower = intent.partition("/")[2]
    return (narrower,) if narrower and narrower != "overview" else ()


def _only(kind: type[_T], values: list[object]) -> list[_T]:
    return [value for value in values if isinstance(value, kind)]
