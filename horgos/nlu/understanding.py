"""What a message asks, from its readings: the two heads, the clauses and the decision.

Knows no Rasa; ``TwoHeadClassifier`` carries its results into Rasa messages.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from horgos.language.reading import readings
from horgos.language.spelling import Spelling
from horgos.nlu.clauses import ClauseSplitter, asking_part, length
from horgos.nlu.decision import Decision, Heard, Scores, Splitting, decide
from horgos.nlu.heads import CharacterHead, EncoderHead, Readings

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
        splittable: Topics of which a message may ask more than one.
    """

    character: CharacterHead
    encoder: EncoderHead
    splitter: ClauseSplitter
    splittable: frozenset[str]

    def of(self, read: Readings, spelling: Spelling) -> Understood:
        """What a message asks.

        Args:
            read: Its readings, the canonical one first.
            spelling: How it is written.
        """
        whole = self._scores([read], 0.0, SURE_FROM)[0]
        asking = asking_part(read[0])
        if asking is not None and whole.best()[1] < SURE_FROM:
            part = self._scores([readings(asking, spelling)], 0.0, SURE_FROM)[0]
            whole = whole.blended(part, ASKING_SHARE)
        clauses = self._clauses(self.splitter.split(read[0]), spelling, whole)
        heard = Heard(whole, clauses, length(read[0]))
        splitting = Splitting(self.splittable, self.splitter.in_passing)
        return Understood(decide(heard, splitting), whole)

    def _clauses(self, parts: Sequence[str], spelling: Spelling, whole: Scores) -> Sequence[Scores]:
        """Scores of the clauses, when the cheap head hears more than one question in them."""
        if len(parts) < 2:
            return ()
        read = [readings(part, spelling) for part in parts]
        rows = self.character.probabilities(read)
        cheap = [Scores.of(self.character.classes, row) for row in rows]
        heard = {intent for s in (whole, *cheap) for intent in s.narrower(s.best()[0])}
        return self._scores(read, *CLAUSE_UNSURE) if len(heard) > 1 else ()

    def _scores(self, read: Sequence[Readings], low: float, high: float) -> list[Scores]:
        """Scores of texts: of both heads where the character head's best is between the bounds."""
        rows = self.character.probabilities(read)
        for index, row in enumerate(rows):
            if low <= Scores.of(self.character.classes, row).best()[1] < high:
                second = self.encoder.probabilities([read[index]])[0]
                rows[index] = CHARACTER_SHARE * row + (1 - CHARACTER_SHARE) * second
        return [Scores.of(self.character.classes, np.asarray(row)) for row in rows]
