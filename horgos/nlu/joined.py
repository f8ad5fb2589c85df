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

from horgos.language.reading import readings
from horgos.language.yaml_files import load_mapping, mapping_at, words_at
from horgos.nlu.examples import Example, Pool, languages_drawn, pools_of

Joins = Mapping[str, Sequence[str]]
"""By language: what stands between two parts of a message."""

FOR_EACH = 4
"""Single questions for each joined one; more joined ones cost training time and gain little."""
_OF_ONE_TOPIC = 0.15
"""Share of the pairs that ask one topic twice."""
_SEED = 3
_ENDS = "?？؟.! "


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
        pools = pools_of(examples, self.joins, self.topics)
        pools = {language: pool for language, pool in pools.items() if len(pool) > 1}
        dice = random.Random(_SEED)
        for language in languages_drawn(pools, len(examples) // FOR_EACH, dice):
            yield self._pair(pools[language], self.joins[language], dice)

    def _pair(self, pool: Pool, joins: Sequence[str], dice: random.Random) -> Example:
        topics = dice.sample(sorted(pool), 2)
        if dice.random() < _OF_ONE_TOPIC:
            topics[1] = topics[0]
        first, second = (dice.choice(pool[topic]) for topic in topics)
        begin = first.readings.spelled.rstrip(_ENDS)
        text = begin + dice.choice(joins) + second.readings.spelled
        intents = tuple(dict.fromkeys((*first.intents, *second.intents)))
        return Example(readings(text, first.spelling), first.spelling, intents)


def load_joins(path: Path, key: str) -> Joins:
    """Read a part of ``lexicon/joins.yml``.

    Args:
        path: The file.
        key: ``questions``, what stands between two of them, or ``told``, between what is told
            and a question.

    Raises:
        DataFileError: The file is malformed.
    """
    data = mapping_at(path, load_mapping(path), key)
    return {language: words_at(path, data, language) for language in data}
