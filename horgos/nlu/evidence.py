"""What is heard of a clause and its topic, and of a topic's narrower question: what is weighed.

How it is weighed stands in ``evidence.yml``, see ``horgos.nlu.weights``.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from horgos.nlu.regression import Features, odds


@dataclass(frozen=True)
class Evidence:
    """What is heard of a clause and its best topic.

    Attributes:
        topic: The clause's best topic.
        heard: Its probability in the clause.
        in_whole: Its probability in the whole message, if that asked one thing only.
        whatever_else: Its probability in the whole message, whatever else that asks.
        best_of_whole: Whether it is the best topic of the whole message.
        whole_confidence: Probability of the best topic of the whole message.
        whole_in_clause: Probability of that topic in the clause: what is only another way to put
            the same question speaks of both.
        asks: Whether the clause has the words or the mark of a question.
        length: Letters of the clause.
        message_length: Letters of the message.
        clauses: How many clauses the message has.
        unanswerable: Whether the topic is what the facts cannot answer.
        out_of_scope: Whether it is what has nothing to do with the place.
    """

    topic: str
    heard: float
    in_whole: float
    whatever_else: float
    best_of_whole: bool
    whole_confidence: float
    whole_in_clause: float
    asks: bool
    length: float
    message_length: float
    clauses: int
    unanswerable: bool
    out_of_scope: bool


FEATURES: Features[Evidence] = {
    "heard": lambda e: odds(e.heard),
    "in_whole": lambda e: odds(e.in_whole),
    "whatever_else": lambda e: odds(e.whatever_else),
    "best_of_whole": lambda e: float(e.best_of_whole),
    "whole_confidence": lambda e: odds(e.whole_confidence),
    "whole_in_clause": lambda e: odds(e.whole_in_clause),
    "asks": lambda e: float(e.asks),
    "length": lambda e: math.log(max(e.length, 1.0)),
    "message_length": lambda e: math.log(max(e.message_length, 1.0)),
    "clauses": lambda e: math.log(max(e.clauses, 1)),
    "unanswerable": lambda e: float(e.unanswerable),
    "out_of_scope": lambda e: float(e.out_of_scope),
}
"""What is weighed of a clause, by name: probabilities as log odds, lengths as logarithms."""


@dataclass(frozen=True)
class NarrowEvidence:
    """What is heard of a topic's narrower question.

    Attributes:
        intent: The full intent.
        whatever_else: Its probability in the whole message, whatever else that asks.
        share: Its part of the topic in the whole message.
        best: Whether it is the topic's best in the whole message.
        in_clause: Its probability in the clause that speaks of it most.
        leads_clause: The topic's probability in clauses whose best of the topic it is.
        several: Whether the message has several clauses.
    """

    intent: str
    whatever_else: float
    share: float
    best: bool
    in_clause: float
    leads_clause: float
    several: bool


NARROW_FEATURES: Features[NarrowEvidence] = {
    "whatever_else": lambda e: odds(e.whatever_else),
    "share": lambda e: odds(e.share),
    "best": lambda e: float(e.best),
    "in_clause": lambda e: odds(e.in_clause),
    "leads_clause": lambda e: odds(e.leads_clause),
    "several": lambda e: float(e.several),
}
"""What is weighed of a narrower question, in the same way."""
