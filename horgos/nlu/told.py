"""Questions with something told beside them, made of both, for the heads to learn from.

Visitors tell of their papers, their car and their day while they ask for something else. A head
that has learnt from bare questions hears what is told as asked.
"""

from __future__ import annotations

import random
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from horgos.language.detection import detect
from horgos.language.reading import readings, spelled
from horgos.language.yaml_files import load_mapping, words_at
from horgos.nlu.examples import Example, languages_drawn, pools_of
from horgos.nlu.joined import Joins

Told = Mapping[str, Sequence[str]]
"""By language: what is told, as it is ``spelled``."""

FOR_EACH = 8
"""Questions for each that something is told beside."""
_AFTER = 0.25
"""Share of what is told behind the question."""
_SEED = 5
_STOPS = tuple(",，،.。!！?？؟")


@dataclass(frozen=True)
class Teller:
    """Puts what is told beside questions.

    Attributes:
        told: What is told.
        joins: What stands between the two where no mark does already.
        topics: What may be asked.
    """

    told: Told
    joins: Joins
    topics: Collection[str]

    def tell(self, examples: Sequence[Example]) -> Iterator[Example]:
        """One for ``FOR_EACH`` questions, always the same of the same examples."""
        pools = pools_of(examples, self.told, self.topics)
        dice = random.Random(_SEED)
        for language in languages_drawn(pools, len(examples) // FOR_EACH, dice):
            topic = dice.choice(sorted(pools[language]))
            yield self._beside(dice.choice(pools[language][topic]), language, dice)

    def _beside(self, question: Example, language: str, dice: random.Random) -> Example:
        parts = [dice.choice(self.told[language]), question.readings.spelled]
        if dice.random() < _AFTER:
            parts.reverse()
        join = " " if parts[0].endswith(_STOPS) else dice.choice(self.joins[language])
        text = readings(join.join(parts), question.spelling)
        return Example(text, question.spelling, question.intents)


def load_told(folder: Path) -> Told:
    """Read ``data/told``: a file a language, texts by the topic they mention.

    Raises:
        DataFileError: A file is malformed.
    """
    return {path.stem: tuple(_texts(path)) for path in sorted(folder.glob("*.yml"))}


def _texts(path: Path) -> Iterator[str]:
    data = load_mapping(path)
    for topic in data:
        for text in words_at(path, data, topic):
            yield spelled(text, detect(text))
