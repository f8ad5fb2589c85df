"""Questions to learn from, and where further ones are made of them, drawn by language and topic."""

from __future__ import annotations

import random
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from horgos.language.reading import Readings
from horgos.language.spelling import Spelling
from horgos.nlu.clauses import length

_LONGEST = 110
"""Letters of a question that another is made of; longer ones are stories."""

Pool = Mapping[str, Sequence["Example"]]
"""Questions of a language by topic."""


@dataclass(frozen=True)
class Example:
    """A question to learn from.

    Attributes:
        readings: As the heads read it.
        spelling: How it is written.
        intents: Full intents it asks.
    """

    readings: Readings
    spelling: Spelling
    intents: tuple[str, ...]


def pools_of(
    examples: Sequence[Example], languages: Collection[str], topics: Collection[str]
) -> dict[str, Pool]:
    """Questions that another may be made of, by language; only of languages that have any.

    Args:
        examples: All questions.
        languages: Those that count.
        topics: Those that count.
    """
    pools: dict[str, dict[str, list[Example]]] = {language: {} for language in languages}
    for one in examples:
        topic = one.intents[0].partition("/")[0]
        is_short = length(one.readings.spelled) <= _LONGEST
        if one.spelling.language in pools and topic in topics and is_short:
            pools[one.spelling.language].setdefault(topic, []).append(one)
    return {language: pool for language, pool in pools.items() if pool}


def languages_drawn(pools: Mapping[str, Pool], count: int, dice: random.Random) -> list[str]:
    """Languages to make questions of: each comes up as often as it has questions."""
    if not pools:
        return []
    sizes = [sum(map(len, pool.values())) for pool in pools.values()]
    return dice.choices(list(pools), sizes, k=count)
