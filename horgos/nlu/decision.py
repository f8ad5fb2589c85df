"""From probabilities to what was asked: one thing, two things, or nothing of ours.

Thresholds were chosen on ``data/validation``, never on the test set.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from horgos.nlu.evidence import Evidence, Weights
from horgos.nlu.heads import Probabilities

NOTHING_OF_MINE = "nlu_fallback"
UNANSWERABLE = "unanswerable"
POLITE = ("greet", "thanks", "goodbye")
"""What is said beside a question without being one."""

MINE_FROM = 0.26
"""Below this the best topic is no answer."""
NARROW_CLAUSE_FROM = 0.6
"""A clause tells which narrower question it asks from here on."""
NARROW_FROM = 0.3
"""Share of a topic's probability from which a narrower question counts as asked."""


@dataclass(frozen=True)
class Scores:
    """Probabilities of one text, that share one question among them.

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
class Clause:
    """A clause as it was scored.

    Attributes:
        scores: Its scores.
        length: Letters, see ``clauses.length``.
        asks: Whether it has the words of a question.
    """

    scores: Scores
    length: float
    asks: bool


@dataclass(frozen=True)
class Heard:
    """A message as it was scored.

    Attributes:
        whole: Scores of the whole message.
        clauses: Its clauses; empty or one for a message of one clause.
        length: Letters, see ``clauses.length``.
        each: By topic, how probably the message asks it, whatever else it asks; empty for a
            message of one clause.
    """

    whole: Scores
    clauses: Sequence[Clause]
    length: float
    each: Mapping[str, float]


@dataclass(frozen=True)
class Splitting:
    """Topics a message may ask beside another.

    Attributes:
        topics: All of them.
        in_passing: Those whose words are also named in passing.
        weights: What makes it probable that a clause asks its topic.
    """

    topics: frozenset[str]
    in_passing: frozenset[str]
    weights: Weights


def by_topic(classes: Sequence[str], row: Probabilities) -> dict[str, float]:
    """How probably one of a topic's intents is asked, each of them by itself."""
    none: dict[str, float] = {}
    for intent, probability in zip(classes, map(float, row), strict=True):
        topic = intent.partition("/")[0]
        none[topic] = none.get(topic, 1.0) * (1.0 - probability)
    return {topic: 1.0 - probability for topic, probability in none.items()}


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
    weights = splitting.weights
    probable: dict[str, float] = {}
    for evidence in evidence_of(heard, splitting):
        probability = weights.probability(evidence)
        probable[evidence.topic] = max(probability, probable.get(evidence.topic, 0.0))
    asked = [topic for topic, probability in probable.items() if probability >= weights.asked_from]
    kept = not asked or probable.get(best, 1.0) >= weights.kept_from
    if best in splitting.topics and best not in asked and kept:
        asked.insert(0, best)
    if not set(asked) - {UNANSWERABLE}:
        return asked[:1] if best in POLITE and asked else [best]
    return asked


def evidence_of(heard: Heard, splitting: Splitting) -> Iterator[Evidence]:
    """Of each clause whose best topic a message may ask beside another, in their order."""
    whole = heard.whole.topics()
    best, confidence = heard.whole.best()
    for clause in heard.clauses:
        topic, probability = clause.scores.best()
        if topic in splitting.topics:
            yield Evidence(
                topic=topic,
                heard=probability,
                in_whole=whole.get(topic, 0.0),
                whatever_else=heard.each.get(topic, 0.0),
                best_of_whole=topic == best,
                whole_confidence=confidence,
                asks=clause.asks,
                length=clause.length,
                message_length=heard.length,
                clauses=len(heard.clauses),
                in_passing=topic in splitting.in_passing,
                unanswerable=topic == UNANSWERABLE,
            )


def _narrower(topic: str, whole: Scores, clauses: Sequence[Clause]) -> list[str]:
    found = list(whole.narrower(topic))
    if len(clauses) > 1:
        for clause in clauses:
            best, probability = clause.scores.best()
            if best == topic and probability >= NARROW_CLAUSE_FROM:
                found.append(clause.scores.narrower(topic)[0])
    return found
