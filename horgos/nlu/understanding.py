"""What a message asks, from its readings: the two heads, the clauses and the decision.

Knows no Rasa; ``TwoHeadClassifier`` carries its results into Rasa messages.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from horgos.language.reading import Readings, readings
from horgos.language.spelling import Spelling
from horgos.nlu.clauses import ClauseSplitter, asking_part, length
from horgos.nlu.decision import Clause, Decision, Heard, Scores, Splitting, by_topic, decide
from horgos.nlu.heads import CALM, CharacterHead, EncoderHead, Probabilities, shares

SURE_FROM = 0.75
"""From here on the character head needs no second opinion on a message."""
CLAUSE_UNSURE = (0.4, 0.75)
"""Between these it needs one on a clause: below, no second opinion makes a question of it."""
CHARACTER_SHARE = 0.55
"""Weight of the character head when both are asked; chosen on validation."""
ASKING_SHARE = 0.35
"""Weight of the asking sentence beside the whole message; chosen on validation."""


@dataclass(frozen=True)
class Understood:
    """What was made of a message.

    Attributes:
        decision: What it asks.
        scores: Scores of the message as a whole.
    """

    decision: Decision
    scores: Scores


@dataclass(frozen=True)
class Understanding:
    """The trained heads and what they need to read two questions in one message.

    Attributes:
        character: The cheap head, asked first.
        encoder: The head asked in doubt.
        splitter: Finds the clauses.
        splitting: How the topics of the clauses are weighed.
    """

    character: CharacterHead
    encoder: EncoderHead
    splitter: ClauseSplitter
    splitting: Splitting

    def of(self, read: Readings, spelling: Spelling) -> Understood:
        """What a message asks.

        Args:
            read: Its readings.
            spelling: How it is written.
        """
        heard = self.heard(read, spelling)
        return Understood(decide(heard, self.splitting), heard.whole)

    def heard(self, read: Readings, spelling: Spelling) -> Heard:
        """A message as it is scored, before anything is decided; arguments as of ``of``."""
        whole = self._whole(read, spelling)
        clauses = self._clauses(self.splitter.split(read.spelled), spelling, whole)
        each = self._each(read) if clauses else {}
        return Heard(whole, clauses, length(read.spelled), each)

    def _whole(self, read: Readings, spelling: Spelling) -> Scores:
        """Of the whole message, with an ear for the sentence that asks."""
        whole = self._scores([read], 0.0, SURE_FROM)[0]
        asking = asking_part(read.spelled)
        if asking is None or whole.best()[1] >= SURE_FROM:
            return whole
        part = self._scores([readings(asking, spelling)], 0.0, SURE_FROM)[0]
        return whole.blended(part, ASKING_SHARE)

    def _clauses(self, parts: Sequence[str], spelling: Spelling, whole: Scores) -> Sequence[Clause]:
        """The clauses, when the cheap head hears more than one question in them."""
        if len(parts) < 2:
            return ()
        read = [readings(part, spelling) for part in parts]
        cheap = [Scores.of(self.character.classes, row) for row in self._cheap(read)]
        heard = {intent for s in (whole, *cheap) for intent in s.narrower(s.best()[0])}
        if len(heard) < 2:
            return ()
        scored = zip(parts, self._scores(read, *CLAUSE_UNSURE), strict=True)
        return [Clause(scores, length(part), self.splitter.asks(part)) for part, scores in scored]

    def _each(self, read: Readings) -> dict[str, float]:
        """By topic, how probably the whole message asks it, whatever else it asks."""
        heads = self.character, self.encoder
        row = np.mean([head.probabilities([read])[0] for head in heads], axis=0)
        return by_topic(self.character.classes, row)

    def _cheap(self, read: Sequence[Readings]) -> Probabilities:
        return shares(self.character.probabilities(read), CALM)

    def _scores(self, read: Sequence[Readings], low: float, high: float) -> list[Scores]:
        """Scores of texts: of both heads where the character head's best is between the bounds."""
        rows = self._cheap(read)
        for index, row in enumerate(rows):
            if low <= Scores.of(self.character.classes, row).best()[1] < high:
                second = shares(self.encoder.probabilities([read[index]])[0])
                rows[index] = CHARACTER_SHARE * row + (1 - CHARACTER_SHARE) * second
        return [Scores.of(self.character.classes, np.asarray(row)) for row in rows]
