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
NARROW_FROM = 0.5
"""A narrower question is asked beside the best one from this probability of its own on."""
NARROW_CLAUSE_FROM = 0.6
"""A clause tells which narrower question it asks from here on,"""
NARROW_HINT_FROM = 0.1
"""if the whole message gives that one as much."""


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

    def best_of(self, topic: str) -> str:
        """The best full intent of a topic."""
        mine = [intent for intent in self.intents if intent.partition("/")[0] == topic]
        return max(mine, key=lambda intent: self.intents[intent])


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
        each: By full intent, how probably the message asks it, whatever else it asks.
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


def _by_topic(each: Mapping[str, float]) -> dict[str, float]:
    """How probably one of a topic's intents is asked, each of them by itself."""
    none: dict[str, float] = {}
    for intent, probability in each.items():
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
    intents = [intent for topic in topics for intent in _narrower(topic, heard)]
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
    whole, each = heard.whole.topics(), _by_topic(heard.each)
    best, confidence = heard.whole.best()
    for clause in heard.clauses:
        topic, probability = clause.scores.best()
        if topic in splitting.topics:
            yield Evidence(
                topic=topic,
                heard=probability,
                in_whole=whole.get(topic, 0.0),
                whatever_else=each.get(topic, 0.0),
                best_of_whole=topic == best,
                whole_confidence=confidence,
                asks=clause.asks,
                length=clause.length,
                message_length=heard.length,
                clauses=len(heard.clauses),
                in_passing=topic in splitting.in_passing,
                unanswerable=topic == UNANSWERABLE,
            )


def _narrower(topic: str, heard: Heard) -> list[str]:
    """Full intents asked within a topic."""
    best = heard.whole.best_of(topic)
    mine = {i: p for i, p in heard.each.items() if i.partition("/")[0] == topic}
    found = [i for i, p in mine.items() if i == best or p >= NARROW_FROM]
    for clause in heard.clauses:
        leading, probability = clause.scores.best()
        intent = clause.scores.best_of(topic)
        is_heard = leading == topic and probability >= NARROW_CLAUSE_FROM
        if is_heard and mine[intent] >= NARROW_HINT_FROM:
            found.append(intent)
    return found
