"""From probabilities to what was asked: one thing, two things, or nothing of ours.

Thresholds were chosen on ``data/validation``, never on the test set.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from horgos.nlu.heads import Probabilities

NOTHING_OF_MINE = "nlu_fallback"
UNANSWERABLE = "unanswerable"

MINE_FROM = 0.28
"""Below this the best topic is no answer."""
CLAUSE_FROM = 0.4
"""A clause of its own asks a topic from here on."""
WHOLE_FROM = 0.08
"""A clause's topic must be heard in the whole message at least this much."""
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
        intents: Full intents, the best first; ``nlu_fallback`` alone for nothing of ours.
        confidence: Probability of the first one's topic.
    """

    intents: tuple[str, ...]
    confidence: float


def decide(whole: Scores, clauses: Sequence[Scores], splittable: frozenset[str]) -> Decision:
    """What a message asks.

    Args:
        whole: Scores of the whole message.
        clauses: Scores of its clauses; empty or one for a message of one clause.
        splittable: Topics of which a message may ask more than one.
    """
    best, confidence = whole.best()
    if confidence < MINE_FROM:
        return Decision((NOTHING_OF_MINE,), confidence)
    topics = [best]
    if len(clauses) > 1:
        topics = _several(best, whole, clauses, splittable)
    intents = [intent for topic in topics for intent in _narrower(topic, whole, clauses)]
    return Decision(tuple(dict.fromkeys(intents)), confidence)


def _several(
    best: str, whole: Scores, clauses: Sequence[Scores], splittable: frozenset[str]
) -> list[str]:
    """Topics the clauses ask, in their order, when there are two; else the best."""
    heard = whole.topics()
    asked = [
        topic
        for topic, probability in (clause.best() for clause in clauses)
        if topic in splittable
        and probability >= CLAUSE_FROM
        and heard.get(topic, 0.0) >= WHOLE_FROM
    ]
    if best in splittable and best not in asked:
        asked.insert(0, best)
    if not set(asked) - {UNANSWERABLE}:
        return [best]
    return list(dict.fromkeys(asked))


def _narrower(topic: str, whole: Scores, clauses: Sequence[Scores]) -> list[str]:
    found = list(whole.narrower(topic))
    if len(clauses) > 1:
        for clause in clauses:
            best, probability = clause.best()
            if best == topic and probability >= CLAUSE_FROM:
                found.append(clause.narrower(topic)[0])
    return found
