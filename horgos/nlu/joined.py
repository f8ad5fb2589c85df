"""Questions that ask two things, made of single ones, for the heads to learn from.

Nobody writes enough double questions to learn all pairs of topics from. Two single ones of a
language, joined as people join them, teach what both sound like in one message. Some pairs are
of one topic, so that two sentences alone make no second question.
"""

from __future__ import annotations

import random
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from horgos.language.reading import Readings, readings
from horgos.language.spelling import Spelling
from horgos.language.yaml_files import load_mapping, words_at
from horgos.nlu.clauses import length

Joins = Mapping[str, Sequence[str]]
"""By language: what stands between two questions."""

FOR_EACH = 8
"""Single questions for each joined one; more joined ones cost training time and gain little."""
_LONGEST = 110
"""Letters of a question that is joined; longer ones are stories."""
_OF_ONE_TOPIC = 0.15
"""Share of the pairs that ask one topic twice."""
_SEED = 3
_ENDS = "?？؟.! "


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


@dataclass(frozen=True)
class Joiner:
    """Makes joined questions.

    Attributes:
        joins: What stands between two questions.
        topics: What a message may ask beside something else.
    """

    joins: Joins
    topics: Collection[str]

    def join(self, examples: Sequence[Example]) -> Iterator[Example]:
        """One joined question for ``FOR_EACH`` single ones, always the same of the same examples.

        Languages come up as often as they have questions, their topics equally often.
        """
        pools = {
            language: pool for language, pool in self._pools(examples).items() if len(pool) > 1
        }
        if not pools:
            return
        dice = random.Random(_SEED)
        sizes = [sum(map(len, pool.values())) for pool in pools.values()]
        for language in dice.choices(list(pools), sizes, k=len(examples) // FOR_EACH):
            yield self._pair(pools[language], self.joins[language], dice)

    def _pools(self, examples: Sequence[Example]) -> dict[str, dict[str, list[Example]]]:
        """Questions that may be joined, by language and topic."""
        pools: dict[str, dict[str, list[Example]]] = {language: {} for language in self.joins}
        for one in examples:
            topic = one.intents[0].partition("/")[0]
            is_short = length(one.readings.spelled) <= _LONGEST
            if one.spelling.language in pools and topic in self.topics and is_short:
                pools[one.spelling.language].setdefault(topic, []).append(one)
        return pools

    def _pair(
        self, pool: Mapping[str, Sequence[Example]], joins: Sequence[str], dice: random.Random
    ) -> Example:
        topics = dice.sample(sorted(pool), 2)
        if dice.random() < _OF_ONE_TOPIC:
            topics[1] = topics[0]
        first, second = (dice.choice(pool[topic]) for topic in topics)
        begin = first.readings.spelled.rstrip(_ENDS)
        text = begin + dice.choice(joins) + second.readings.spelled
        intents = tuple(dict.fromkeys((*first.intents, *second.intents)))
        return Example(readings(text, first.spelling), first.spelling, intents)


def load_joins(path: Path) -> Joins:
    """Read ``lexicon/joins.yml``.

    Raises:
        DataFileError: The file is malformed.
    """
    data = load_mapping(path)
    return {language: words_at(path, data, language) for language in data}
