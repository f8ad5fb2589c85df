"""Rasa component: citizenship, money, time and side, found by the lexicon."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.training_data.message import Message

from horgos.entities.finder import find_all, load
from horgos.entities.serial import to_dict
from horgos.entities.values import Entity
from horgos.language.detection import detect
from horgos.language.spelling import Spelling
from horgos.nlu.fields import SPELLING, spelling_of


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class EntityFinder(GraphComponent, EntityExtractorMixin):
    """Appends what the text says to ``entities`` of a message; never removes any.

    ``entity`` is the kind, ``value`` what ``horgos.entities.serial.to_dict`` makes of the value.
    """

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> EntityFinder:
        """Creates the component (see parent class).

        Raises:
            LexiconError: a file of ``lexicon`` is wrong; names the file and the key.
        """
        load()
        return cls()

    @staticmethod
    def required_packages() -> list[str]:
        """Packages that must be installed."""
        return ["spacy", "jieba", "babel", "holidays"]

    def process(self, messages: list[Message]) -> list[Message]:
        """Finds the entities of messages."""
        for message in messages:
            text = message.get("text")
            if text:
                found = [_plain(entity) for entity in find_all(text, _spelling(message, text))]
                entities = [*message.get("entities", []), *self.add_extractor_name(found)]
                message.set("entities", entities, add_to_output=True)
        return messages


def _spelling(message: Message, text: str) -> Spelling:
    """As the language component noted it; told from the text where none did."""
    return detect(text) if message.get(SPELLING) is None else spelling_of(message)


def _plain(entity: Entity) -> dict[str, Any]:
    return {
        "entity": entity.kind,
        "start": entity.start,
        "end": entity.end,
        "value": to_dict(entity.value),
    }
