"""Rasa component: in which language and script a message is written, and is to be answered."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from horgos.language.choice import Hints, reply_form
from horgos.language.detection import detect
from horgos.language.forms import Forms, load_forms
from horgos.nlu.fields import FORM, FORM_NAMED, FORM_PICKED, FORM_REQUESTED, set_spelling
from horgos.project import ROOT


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class LanguageIdentifier(GraphComponent):
    """Sets ``spelling`` on every message, and ``form`` of the reply on a visitor's message.

    The form depends on the conversation: the slots ``chosen_form`` and ``form``, and on what
    the channel says in ``metadata`` (``form``, made by the gate).
    """

    def __init__(self, forms: Forms) -> None:
        self._forms = forms

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> LanguageIdentifier:
        """Creates the component (see parent class)."""
        return cls(load_forms(ROOT / "languages.yml"))

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Notes the spelling of every training question; they have no reply."""
        for message in training_data.training_examples:
            set_spelling(message, detect(message.get("text") or ""))
        return training_data

    def process(
        self, messages: list[Message], tracker: DialogueStateTracker | None = None
    ) -> list[Message]:
        """Notes spelling and reply form of a visitor's messages."""
        for message in messages:
            text, hints = message.get("text") or "", _hints(message, tracker)
            choice = reply_form(text, hints, self._forms)
            set_spelling(message, choice.spelling)
            message.set(FORM, choice.form, add_to_output=True)
            message.set(FORM_REQUESTED, choice.wish is not None, add_to_output=True)
            picked = choice.wish is not None and choice.wish.picked
            message.set(FORM_PICKED, picked, add_to_output=True)
            if choice.named is not None:
                noted = {"form": choice.named.form, "picked": choice.named.picked}
                message.set(FORM_NAMED, noted, add_to_output=True)
        return messages


def _hints(message: Message, tracker: DialogueStateTracker | None) -> Hints:
    metadata = message.get("metadata") or {}
    channel = metadata.get("form")
    if tracker is None:
        return Hints(chosen=None, conversation=None, channel=channel)
    return Hints(
        chosen=tracker.get_slot("chosen_form"),
        conversation=tracker.get_slot("form"),
        channel=channel,
    )
