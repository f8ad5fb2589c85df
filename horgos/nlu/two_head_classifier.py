"""Rasa component: the intents of a message, by a cheap head first and the encoder in doubt."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from horgos.answers.beside import SAID_AFTER
from horgos.answers.topics import load_topics
from horgos.language.reading import Readings
from horgos.language.spelling import Spelling
from horgos.nlu.asked import load_asked
from horgos.nlu.clauses import clause_splitter
from horgos.nlu.decision import Splitting
from horgos.nlu.encoder import REMEMBERED, Encoder
from horgos.nlu.examples import Example
from horgos.nlu.fields import INTENTS, LEANINGS, readings_of, spelling_of
from horgos.nlu.heads import CharacterHead, EncoderHead
from horgos.nlu.joined import Joiner, load_joins
from horgos.nlu.onnx.encoder import OnnxEncoder
from horgos.nlu.told import Teller, load_told
from horgos.nlu.understanding import Understanding, Understood
from horgos.nlu.vector_store import StoredVectors
from horgos.nlu.weights import WEIGHTS, load_weights
from horgos.project import ROOT

_ENCODER = ROOT / "models" / "encoder"
_LEXICON = ROOT / "lexicon"
_TOLD = ROOT / "data" / "told"
_ASKED = ROOT / "data" / "asked"
_STORES = ROOT / ".rasa"
_RANKED = 5
_NEGLIGIBLE = 0.01


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class TwoHeadClassifier(GraphComponent, IntentClassifier):
    """Sets ``intent``, ``intent_ranking``, ``intents`` and ``leanings`` on a message.

    ``intents`` is everything asked, ``leanings`` the probability of every full intent that is
    not negligible.

    Learns from the readings the components before it have made. "Nothing of mine" is the
    intent ``nlu_fallback``.
    """

    def __init__(
        self,
        model_storage: ModelStorage,
        resource: Resource,
        encoder: Encoder,
        understanding: Understanding | None = None,
    ) -> None:
        self._storage = model_storage
        self._resource = resource
        self._encoder = encoder
        self._understanding = understanding
        self._remembered = lru_cache(maxsize=REMEMBERED)(self._understand)

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
        return cls(model_storage, resource, encoder, understanding_with(*heads))

    def train(self, training_data: TrainingData) -> Resource:
        """Teaches both heads and keeps them."""
        messages = training_data.intent_examples
        examples = [
            Example(readings_of(one), spelling_of(one), (one.get_full_intent(),))
            for one in messages
        ]
        self._understanding = understanding_learnt(examples, self._encoder)
        with self._storage.write_to(self._resource) as folder:
            self._understanding.character.save(folder)
            self._understanding.encoder.save(folder)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Understands messages."""
        for message in messages:
            if self._understanding is not None:
                _note(message, self._remembered(readings_of(message), spelling_of(message)))
        return messages

    def _understand(self, read: Readings, spelling: Spelling) -> Understood:
        """What a message asks; of texts that come again it is remembered."""
        if self._understanding is None:
            raise RuntimeError("asked before it has learnt")
        return self._understanding.of(read, spelling)


def understanding_learnt(examples: Sequence[Example], encoder: Encoder) -> Understanding:
    """Heads that have learnt from examples, and from what is made of these."""
    learnt = learnt_from(examples)
    read, asked = [one.readings for one in learnt], [one.intents for one in learnt]
    return understanding_with(
        CharacterHead.learn(read, asked), EncoderHead.learn(read, asked, encoder)
    )


def learnt_from(examples: Sequence[Example]) -> list[Example]:
    """Examples, whole messages, questions joined of the examples, some with something told."""
    topics, joins = _topics(), _LEXICON / "joins.yml"
    joiner = Joiner(load_joins(joins, "questions"), topics)
    teller = Teller(load_told(_TOLD), load_joins(joins, "told"), topics)
    taught = {intent for one in examples for intent in one.intents}
    asked = [one for one in load_asked(_ASKED) if taught.issuperset(one.intents)]
    return [*examples, *asked, *joiner.join(examples), *teller.tell(examples)]


def understanding_with(character: CharacterHead, vectors: EncoderHead) -> Understanding:
    """The heads with the project's clause words and topics."""
    splitter = clause_splitter(_LEXICON / "clauses.yml")
    splitting = Splitting(_topics(), load_weights(WEIGHTS))
    return Understanding(character, vectors, splitter, splitting)


def _topics() -> frozenset[str]:
    """What a message may ask beside another topic."""
    return frozenset((*load_topics(ROOT / "topics.yml"), *SAID_AFTER))


def _note(message: Message, understood: Understood) -> None:
    decision = understood.decision
    ranked = list(understood.scores.topics().items())[:_RANKED]
    ranking = [{"name": name, "confidence": probability} for name, probability in ranked]
    intent = {"name": decision.intents[0].partition("/")[0], "confidence": decision.confidence}
    message.set("intent", intent, add_to_output=True)
    message.set("intent_ranking", ranking, add_to_output=True)
    message.set(INTENTS, list(decision.intents), add_to_output=True)
    likely = {i: round(p, 3) for i, p in understood.scores.intents.items() if p >= _NEGLIGIBLE}
    message.set(LEANINGS, likely, add_to_output=True)
