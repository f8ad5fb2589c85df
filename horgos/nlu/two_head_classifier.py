"""Rasa component: the intents of a message, by a cheap head first and the encoder in doubt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from horgos.answers.topics import load_topics
from horgos.language.reading import readings
from horgos.language.spelling import Spelling
from horgos.nlu.clauses import ClauseSplitter, clause_splitter
from horgos.nlu.decision import UNANSWERABLE, Decision, Scores, decide
from horgos.nlu.encoder import Encoder
from horgos.nlu.fields import INTENTS, readings_of, spelling_of
from horgos.nlu.heads import CharacterHead, EncoderHead, Readings
from horgos.nlu.onnx.encoder import OnnxEncoder
from horgos.nlu.vector_store import StoredVectors
from horgos.project import ROOT

SURE_FROM = 0.6
"""From here on the character head is not asked twice (right in 99 of 100 on validation)."""
CHARACTER_SHARE = 0.65
"""Weight of the character head when both are asked; chosen on validation."""

_ENCODER = ROOT / "models" / "encoder"
_STORES = ROOT / ".rasa"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class TwoHeadClassifier(GraphComponent, IntentClassifier):
    """Sets ``intent``, ``intent_ranking`` and ``intents`` (everything asked) on a message.

    Learns from the readings the components before it have made. "Nothing of mine" is the
    intent ``nlu_fallback``.
    """

    def __init__(
        self,
        model_storage: ModelStorage,
        resource: Resource,
        encoder: Encoder,
        heads: tuple[CharacterHead, EncoderHead] | None = None,
    ) -> None:
        self._storage = model_storage
        self._resource = resource
        self._encoder = encoder
        self._heads = heads
        self._splitter: ClauseSplitter = clause_splitter(ROOT / "lexicon" / "clauses.yml")
        self._splittable = frozenset((*load_topics(ROOT / "topics.yml"), UNANSWERABLE))

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> TwoHeadClassifier:
        """Creates an untrained classifier (see parent class)."""
        encoder = OnnxEncoder(_ENCODER)
        stored = StoredVectors(encoder, _STORES / f"vectors-{encoder.weights}.sqlite")
        return cls(model_storage, resource, stored)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> TwoHeadClassifier:
        """Loads a trained classifier (see parent class)."""
        encoder = OnnxEncoder(_ENCODER)
        with model_storage.read_from(resource) as folder:
            heads = CharacterHead.load(folder), EncoderHead.load(folder, encoder)
        return cls(model_storage, resource, encoder, heads)

    def train(self, training_data: TrainingData) -> Resource:
        """Teaches both heads and keeps them."""
        examples = training_data.intent_examples
        read = [readings_of(message) for message in examples]
        intents = [message.get_full_intent() for message in examples]
        character = CharacterHead.learn(read, intents)
        vectors = EncoderHead.learn(read, intents, self._encoder)
        self._heads = character, vectors
        with self._storage.write_to(self._resource) as folder:
            character.save(folder)
            vectors.save(folder)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Understands messages."""
        for message in messages:
            if self._heads is not None:
                self._understand(message)
        return messages

    def _understand(self, message: Message) -> None:
        spelling = spelling_of(message)
        whole = self._scores([readings_of(message)])[0]
        parts = self._splitter.split(readings_of(message)[0])
        clauses = self._clause_scores(parts, spelling, whole)
        decision = decide(whole, clauses, self._splittable)
        _note(message, decision, whole)

    def _clause_scores(
        self, parts: Sequence[str], spelling: Spelling, whole: Scores
    ) -> Sequence[Scores]:
        """Scores of the clauses, when the cheap head hears more than one topic in them."""
        if len(parts) < 2:
            return ()
        read = [readings(part, spelling) for part in parts]
        assert self._heads is not None
        character = self._heads[0]
        rows = character.probabilities(read)
        cheap = [Scores.of(character.classes, row) for row in rows]
        heard = {intent for s in (whole, *cheap) for intent in s.narrower(s.best()[0])}
        return self._scores(read) if len(heard) > 1 else ()

    def _scores(self, read: Sequence[Readings]) -> list[Scores]:
        """Scores of texts: of the character head where it is sure, else of both heads."""
        assert self._heads is not None
        character, vectors = self._heads
        rows = character.probabilities(read)
        for index, row in enumerate(rows):
            if Scores.of(character.classes, row).best()[1] < SURE_FROM:
                second = vectors.probabilities([read[index]])[0]
                rows[index] = CHARACTER_SHARE * row + (1 - CHARACTER_SHARE) * second
        return [Scores.of(character.classes, np.asarray(row)) for row in rows]


def _note(message: Message, decision: Decision, whole: Scores) -> None:
    topic = decision.intents[0].partition("/")[0]
    ranking = [
        {"name": name, "confidence": probability}
        for name, probability in list(whole.topics().items())[:5]
    ]
    intent = {"name": topic, "confidence": decision.confidence}
    message.set("intent", intent, add_to_output=True)
    message.set("intent_ranking", ranking, add_to_output=True)
    message.set(INTENTS, list(decision.intents), add_to_output=True)
