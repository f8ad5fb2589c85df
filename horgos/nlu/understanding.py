"""What a message asks, from its readings: the two heads, the clauses and the decision.

Knows no Rasa; ``TwoHeadClassifier`` carries its results into Rasa messages.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from horgos.language.reading import Readings, readings
from horgos.language.spelling import Spelling
from horgos.nlu.clauses import ClauseSplitter, asking_part, length
from horgos.nlu.decision import Clause, Decision, Heard, Scores, Splitting, decide
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
        row = self.character.probabilities([read])[0]
        whole = self._whole(read, row, spelling)
        clauses = self._clauses(self.splitter.split(read.spelled), spelling, whole)
        if clauses or self._scores(row).best()[1] < SURE_FROM:
            row = (row + self.encoder.probabilities([read])[0]) / 2
        each = dict(zip(self.character.classes, map(float, row), strict=True))
        return Heard(whole, clauses, length(read.spelled), each)

    def _whole(self, read: Readings, row: Probabilities, spelling: Spelling) -> Scores:
        """Of the whole message, with an ear for the sentence that asks."""
        whole = self._weighed(read, row, 0.0, SURE_FROM)
        asking = asking_part(read.spelled)
        if asking is None or whole.best()[1] >= SURE_FROM:
            return whole
        part = readings(asking, spelling)
        (row,) = self.character.probabilities([part])
        return whole.blended(self._weighed(part, row, 0.0, SURE_FROM), ASKING_SHARE)

    def _clauses(self, parts: Sequence[str], spelling: Spelling, whole: Scores) -> Sequence[Clause]:
        """The clauses, when the cheap head hears more than one question in them."""
        if len(parts) < 2:
            return ()
        read = [readings(part, spelling) for part in parts]
        rows = self.character.probabilities(read)
        heard = (whole, *map(self._scores, rows))
        if len({scores.best_of(scores.best()[0]) for scores in heard}) < 2:
            return ()
        return [
            Clause(self._weighed(one, row, *CLAUSE_UNSURE), length(part), self.splitter.asks(part))
            for part, one, row in zip(parts, read, rows, strict=True)
        ]

    def _scores(self, row: Probabilities) -> Scores:
        """Of a text, by the character head alone."""
        return Scores.of(self.character.classes, shares(row, CALM))

    def _weighed(self, read: Readings, row: Probabilities, low: float, high: float) -> Scores:
        """Of a text: by both heads where the character head's best is between the bounds."""
        scores = self._scores(row)
        if not low <= scores.best()[1] < high:
            return scores
        second = shares(self.encoder.probabilities([read])[0])
        return scores.blended(Scores.of(self.encoder.classes, second), 1 - CHARACTER_SHARE)
