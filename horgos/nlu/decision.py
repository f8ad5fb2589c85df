"""From probabilities to what was asked: one thing, two things, or nothing of ours.

Thresholds were chosen on ``data/validation``, never on the test set.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from horgos.answers.beside import REFUSALS
from horgos.nlu.evidence import Evidence, NarrowEvidence
from horgos.nlu.heads import Probabilities
from horgos.nlu.weights import Weights

NOTHING_OF_MINE = "nlu_fallback"
UNANSWERABLE, OUT_OF_SCOPE = "unanswerable", "out_of_scope"
POLITE = ("greet", "thanks", "goodbye")
"""What is said beside a question without being one."""

MINE_FROM = 0.26
"""Below this the best topic is no answer."""
BESIDE_FROM = 0.6
"""From here on a topic heard in the whole message is asked although no clause asks it alone: "when
do the shops and the port close"."""


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

    @cached_property
    def each_topic(self) -> Mapping[str, float]:
        """How probably one of a topic's intents is asked, each of them by itself."""
        none: dict[str, float] = {}
        for intent, probability in self.each.items():
            topic = intent.partition("/")[0]
            none[topic] = none.get(topic, 1.0) * (1.0 - probability)
        return {topic: 1.0 - probability for topic, probability in none.items()}


@dataclass(frozen=True)
class Splitting:
    """Topics a message may ask beside another.

    Attributes:
        topics: All of them.
        weights: What makes it probable that a clause asks its topic, a message a narrower
            question.
    """

    topics: frozenset[str]
    weights: Weights


def decide(heard: Heard, splitting: Splitting) -> Decision:
    """What a message asks."""
    best, confidence = heard.whole.best()
    if confidence < MINE_FROM:
        return Decision((NOTHING_OF_MINE,), confidence)
    topics = _asked(best, heard, splitting)
    intents = [intent for topic in topics for intent in _narrower(topic, heard, splitting.weights)]
    return Decision(tuple(dict.fromkeys(intents)), confidence)


def _asked(best: str, heard: Heard, splitting: Splitting) -> list[str]:
    """Topics the clauses ask, in their order, then those heard in the whole; else the best."""
    weighed = splitting.weights.clause
    probable: dict[str, float] = {}
    for evidence in evidence_of(heard, splitting) if len(heard.clauses) > 1 else ():
        probability = weighed.probability(evidence)
        probable[evidence.topic] = max(probability, probable.get(evidence.topic, 0.0))
    asked = [topic for topic, probability in probable.items() if probability >= weighed.asked_from]
    if best in splitting.topics and best not in (probable if asked else ()):
        asked.insert(0, best)
    asked += [topic for topic in _beside(heard, splitting) if topic not in asked]
    if not set(asked).difference(REFUSALS):
        return asked[:1] if best in POLITE and asked else [best]
    return asked


def _beside(heard: Heard, splitting: Splitting) -> Iterator[str]:
    """Topics heard beside whatever else the whole message asks."""
    for topic, probability in heard.each_topic.items():
        if topic in splitting.topics and probability >= BESIDE_FROM:
            yield topic


def evidence_of(heard: Heard, splitting: Splitting) -> Iterator[Evidence]:
    """Of each clause whose best topic a message may ask beside another, in their order."""
    whole, each = heard.whole.topics(), heard.each_topic
    best, confidence = heard.whole.best()
    for clause in heard.clauses:
        heard_here = clause.scores.topics()
        topic, probability = next(iter(heard_here.items()))
        if topic in splitting.topics:
            yield Evidence(
                topic=topic,
                heard=probability,
                in_whole=whole.get(topic, 0.0),
                whatever_else=each.get(topic, 0.0),
                best_of_whole=topic == best,
                whole_confidence=confidence,
                whole_in_clause=heard_here[best],
                asks=clause.asks,
                length=clause.length,
                message_length=heard.length,
                clauses=len(heard.clauses),
                unanswerable=topic == UNANSWERABLE,
                out_of_scope=topic == OUT_OF_SCOPE,
            )


def _narrower(topic: str, heard: Heard, weights: Weights) -> list[str]:
    """Full intents asked within a topic: its best, and those that are probably asked beside."""
    weighed = weights.narrower
    return [
        evidence.intent
        for evidence in narrow_evidence_of(topic, heard)
        if evidence.best or weighed.probability(evidence) >= weighed.asked_from
    ]


def narrow_evidence_of(topic: str, heard: Heard) -> Iterator[NarrowEvidence]:
    """Of each narrower question of a topic, in the order of the intents."""
    whole, best = heard.whole.intents, heard.whole.best_of(topic)
    together = heard.whole.topics()[topic]
    texts = [clause.scores for clause in heard.clauses] or [heard.whole]
    leading = [(scores.best_of(topic), scores.topics()[topic]) for scores in texts]
    for intent, probability in heard.each.items():
        if intent.partition("/")[0] == topic:
            yield NarrowEvidence(
                intent=intent,
                whatever_else=probability,
                share=whole[intent] / together if together else 0.0,
                best=intent == best,
                in_clause=max(scores.intents[intent] for scores in texts),
                leads_clause=max((p for lead, p in leading if lead == intent), default=0.0),
                several=len(heard.clauses) > 1,
            )
