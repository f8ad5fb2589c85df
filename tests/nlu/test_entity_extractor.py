"""The entity finder as Rasa uses it."""

from __future__ import annotations

import json
import time
from pathlib import Path

from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.training_data.message import Message

from horgos.entities.serial import from_dict
from horgos.entities.values import Citizenship
from horgos.language.spelling import Certainty, Spelling
from horgos.nlu.entity_extractor import EntityFinder
from horgos.nlu.fields import set_spelling

TEXT = "Мы из Казахстана, купили на 6 500 юаней"


def test_entities_are_appended_in_rasas_form() -> None:
    message = Message(data={"text": TEXT, "entities": [{"entity": "old"}]})
    EntityFinder().process([message])
    old, citizenship, money = message.get("entities")
    assert old == {"entity": "old"}
    assert citizenship == {
        "entity": "citizenship",
        "start": 6,
        "end": 16,
        "value": {"type": "citizenship", "country": "KZ"},
        "extractor": "EntityFinder",
    }
    assert from_dict(citizenship["value"]) == Citizenship("KZ")
    assert money["value"] == {
        "type": "money",
        "amount": "6500",
        "currency": "CNY",
        "role": "spent",
    }
    assert TEXT[money["start"] : money["end"]] == "6 500 юаней"


def test_the_spelling_that_was_noted_is_used() -> None:
    message = Message(data={"text": "ya iz Kazahstana"})
    set_spelling(message, Spelling("ru", "Latn", True, Certainty.LIKELY, 3))
    EntityFinder().process([message])
    assert [entity["value"]["country"] for entity in message.get("entities")] == ["KZ"]


def test_values_can_be_kept_as_json_and_reach_the_actions() -> None:
    message = Message(data={"text": "tomorrow at 8 pm on the Kazakh side"})
    EntityFinder().process([message])
    kept = json.loads(json.dumps(message.as_dict(only_output_properties=True)))
    assert [entity["entity"] for entity in kept["entities"]] == ["when", "when", "side"]


def test_a_message_without_text_is_left_alone() -> None:
    message = Message(data={})
    EntityFinder().process([message])
    assert message.get("entities") is None


def test_creating_it_loads_the_lexicon_so_that_the_first_message_is_quick(
    tmp_path: Path,
) -> None:
    storage = LocalModelStorage(tmp_path)
    context = ExecutionContext(GraphSchema({}))
    component = EntityFinder.create({}, storage, Resource("finder"), context)
    message = Message(data={"text": "8000 юаней"})
    begun = time.process_time()
    component.process([message])
    assert len(message.get("entities")) == 1
    assert time.process_time() - begun < 0.5
