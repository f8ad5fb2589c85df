"""A conversation as the actions hold it, without Rasa."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from horgos.answers import Heard, Memory
from horgos.answers.acts import GOING_ON
from horgos.answers.resolving import Resolved, resolve
from horgos.entities.values import Citizenship, Day, Value, Weekday
from tests.answers.conftest import FACTS, GUIDE

FOLLOW_UP, FALLBACK = "follow_up", "nlu_fallback"
SUNDAY, TOMORROW = Weekday(7), Day(1)
CN, KZ, RU = Citizenship("CN"), Citizenship("KZ"), Citizenship("RU")


@dataclass
class Conversation:
    """Messages one after another, remembered as the actions do."""

    memory: Memory = field(default_factory=Memory)

    def hears(
        self, intents: str, *values: Value, leanings: Mapping[str, float] | None = None
    ) -> Resolved:
        heard = Heard.of(intents.split(), values, leanings)
        resolved = resolve(heard, self.memory, GUIDE.topics, FACTS)
        self.memory = Memory(
            asks=resolved.asks or self.memory.asks,
            citizenships=resolved.citizenships,
            money=resolved.money if resolved.asks else self.memory.money,
            act=resolved.act if not resolved.asks and resolved.act in GOING_ON else None,
        )
        return resolved


def topics(resolved: Resolved) -> tuple[str, ...]:
    return tuple(ask.topic for ask in resolved.asks)


Turn = tuple[str, tuple[Value, ...]]
