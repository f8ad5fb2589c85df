"""What a message asks, from its readings: the two heads, the clauses and the decision.

Knows no Rasa; ``TwoHeadClassifier`` carries its results into Rasa messages.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from horgos.language.reading import Readings, readings
from horgos.language.spelling import Spelling
from horgos.nlu.clauses import ClauseSplitter, Part, asking_part, length
from horgos.nlu.decision import Clause, Decision, Heard, Scores, Splitting, decide
from horgos.nlu.heads import CALM, CharacterHead, EncoderHead, Probabilities, shares

SURE_FROM = 0.75
"""From here on the character head needs no second opinion on a message."""
CLAUSE_UNSURE = (0.4, 0.75)
"""Between these it needs one on a clause: below, no second opinion makes a question of it."""
CHARACTER_SHARE = 0.65
"""Weight of the character head when both are asked; chosen on validation."""
ASKING_SHARE = 0.25
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
class _Text:
    """A text and what the heads say of it, each asked once and only when needed.

    Attributes:
        readings: As the heads read it.
        character: The cheap head.
        encoder: The other one.
    """

    readings: Readings
    character: CharacterHead
    encoder: EncoderHead

    @cached_property
    def typed(self) -> Probabilities:
        """Of each intent, by the character head."""
        row: Probabilities = self.character.probabilities([self.readings])[0]
        return row

    @cached_property
    def encoded(self) -> Probabilities:
        """Of each intent, by the encoder's head."""
        row: Probabilities = self.encoder.probabilities([self.readings])[0]
        return row


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
        message = self._text(read)
        whole = self._whole(message, spelling)
        clauses = self._clauses(self.splitter.split(read.spelled), spelling, whole)
        row = message.typed
        if clauses or self._scores(message).best()[1] < SURE_FROM:
            row = (row + message.encoded) / 2
        each = dict(zip(self.character.classes, map(float, row), strict=True))
        return Heard(whole, clauses, length(read.spelled), each)

    def _whole(self, message: _Text, spelling: Spelling) -> Scores:
        """Of the whole message, with an ear for the sentence that asks."""
        whole = self._weighed(message, 0.0, SURE_FROM)
        asking = asking_part(message.readings.spelled)
        if asking is None or whole.best()[1] >= SURE_FROM:
            return whole
        part = self._text(readings(asking, spelling))
        return whole.blended(self._weighed(part, 0.0, SURE_FROM), ASKING_SHARE)

    def _clauses(
        self, parts: Sequence[Part], spelling: Spelling, whole: Scores
    ) -> Sequence[Clause]:
        """The clauses, when the cheap head hears more than one question in them."""
        if len(parts) < 2:
            return ()
        texts = [self._text(readings(part.text, spelling)) for part in parts]
        heard = (whole, *map(self._scores, texts))
        if len({scores.best_of(scores.best()[0]) for scores in heard}) < 2:
            return ()
        return [
            Clause(self._weighed(text, *CLAUSE_UNSURE), length(part.text), part.asks)
            for part, text in zip(parts, texts, strict=True)
        ]

    def _text(self, read: Readings) -> _Text:
        return _Text(read, self.character, self.encoder)

    def _scores(self, text: _Text) -> Scores:
        """Of a text, by the character head alone."""
        return Scores.of(self.character.classes, shares(text.typed, CALM))

    def _weighed(self, text: _Text, low: float, high: float) -> Scores:
        """Of a text: by both heads where the character head's best is between the bounds."""
        scores = self._scores(text)
        if not low <= scores.best()[1] < high:
            return scores
        second = Scores.of(self.encoder.classes, shares(text.encoded))
        return scores.blended(second, 1 - CHARACTER_SHARE)
