"""From probabilities to what was asked: one thing, two things, or nothing of ours.

Thresholds were chosen on ``data/validation``, never on the test set.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from horgos.nlu.heads import Probabilities

NOTHING_OF_MINE = "nlu_fallback"
UNANSWERABLE = "unanswerable"
POLITE = ("greet", "thanks", "goodbye")
"""What is said beside a question without being one."""

MINE_FROM = 0.26
"""Below this the best topic is no answer."""
CLAUSE_FROM = 0.6
"""A clause asks a topic from here on, when the whole message is heard to ask it too."""
PLAIN_CLAUSE_FROM = 0.9
"""A clause asks a topic from here on, whatever the whole message sounds like."""
STORY_CLAUSE_FROM = 0.9
"""The same in a long message, where most clauses tell and only one asks."""
ALWAYS_MORE = 1.1
"""More than any probability."""
STORY_LENGTH = 120
"""Letters from which on a message is a long one."""
IN_PASSING = 0.15
"""Added to these for topics whose words are also named in passing."""
REFUSED_TOO = 0.1
"""Added for what cannot be answered: "and I do not know the rest" beside an answer must be sure."""
WHOLE_FROM = 0.05
"""The whole message is heard to ask a topic from here on."""
NARROW_FROM = 0.3
"""Share of a topic's probability from which a narrower question counts as asked."""


@dataclass(frozen=True)
class Scores:
    """Probabilities of one text.

    Attributes:
        intents: Full intents (``about_zone/area``) with their probability.
    """

    intents: dict[str, float]

    @classmethod
    def of(cls, classes: Sequence[str], row: Probabilities) -> Scores:
        """One row of a head's probabilities."""
        return cls(dict(zip(classes, map(float, row), strict=True)))

    def blended(self, other: Scores, share: float) -> Scores:
        """These scores with a share of another's."""
        return Scores(
            {i: (1 - share) * p + share * other.intents[i] for i, p in self.intents.items()}
        )

    def topics(self) -> dict[str, float]:
        """Probability by topic, best first."""
        sums: dict[str, float] = {}
        for intent, probability in self.intents.items():
            topic = intent.partition("/")[0]
            sums[topic] = sums.get(topic, 0.0) + probability
        return dict(sorted(sums.items(), key=lambda item: -item[1]))

    def best(self) -> tuple[str, float]:
        """The best topic and its probability."""
        return next(iter(self.topics().items()))

    def narrower(self, topic: str) -> tuple[str, ...]:
        """Full intents asked within a topic: the best, and all with a good share."""
        mine = {i: p for i, p in self.intents.items() if i.partition("/")[0] == topic}
        total = sum(mine.values()) or 1.0
        best = max(mine, key=lambda intent: mine[intent])
        return tuple(i for i, p in mine.items() if i == best or p / total >= NARROW_FROM)


@dataclass(frozen=True)
class Decision:
    """What a message asks.

    Attributes:
        intents: Full intents in the order of the message; ``nlu_fallback`` alone for nothing of
            ours.
        confidence: Probability of the topic the message as a whole asks most probably.
    """

    intents: tuple[str, ...]
    confidence: float


@dataclass(frozen=True)
class Heard:
    """A message as it was scored.

    Attributes:
        whole: Scores of the whole message.
        clauses: Scores of its clauses; empty or one for a message of one clause.
        length: Letters, see ``clauses.length``.
    """

    whole: Scores
    clauses: Sequence[Scores]
    length: float


@dataclass(frozen=True)
class Splitting:
    """Topics a message may ask beside another.

    Attributes:
        topics: All of them.
        in_passing: Those whose words are also named in passing.
    """

    topics: frozenset[str]
    in_passing: frozenset[str]


def decide(heard: Heard, splitting: Splitting) -> Decision:
    """What a message asks."""
    best, confidence = heard.whole.best()
    if confidence < MINE_FROM:
        return Decision((NOTHING_OF_MINE,), confidence)
    topics = [best]
    if len(heard.clauses) > 1:
        topics = _several(best, heard, splitting)
    intents = [i for topic in topics for i in _narrower(topic, heard.whole, heard.clauses)]
    return Decision(tuple(dict.fromkeys(intents)), confidence)


def _several(best: str, heard: Heard, splitting: Splitting) -> list[str]:
    """Topics the clauses ask, in their order, when there are two; else the best."""
    asked = [
        topic
        for topic, probability in (clause.best() for clause in heard.clauses)
        if topic in splitting.topics and probability >= _needed(topic, heard, splitting)
    ]
    if best in splitting.topics and best not in asked:
        asked.insert(0, best)
    if not set(asked) - {UNANSWERABLE}:
        return asked[:1] if best in POLITE and asked else [best]
    return list(dict.fromkeys(asked))


def _needed(topic: str, heard: Heard, splitting: Splitting) -> float:
    """Probability from which a clause of a message counts as asking a topic."""
    heard_in_whole = heard.whole.topics().get(topic, 0.0) >= WHOLE_FROM
    if heard.length >= STORY_LENGTH:
        needed = STORY_CLAUSE_FROM if heard_in_whole else ALWAYS_MORE
    else:
        needed = CLAUSE_FROM if heard_in_whole else PLAIN_CLAUSE_FROM
    if topic == UNANSWERABLE:
        return needed + REFUSED_TOO
    return needed + (IN_PASSING if topic in splitting.in_passing else 0.0)


def _narrower(topic: str, whole: Scores, clauses: Sequence[Scores]) -> list[str]:
    found = list(whole.narrower(topic))
    if len(clauses) > 1:
        for clause in clauses:
            best, probability = clause.best()
            if best == topic and probability >= CLAUSE_FROM:
                found.append(clause.narrower(topic)[0])
    return found
