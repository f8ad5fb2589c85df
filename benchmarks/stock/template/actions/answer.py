"""One action an intent, as many as the domain lists; each says what was understood."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher
from ruamel.yaml import YAML

DOMAIN = Path(__file__).resolve().parent.parent / "domain.yml"


class _Answer(Action):
    """Says the intent's sentence, and its name for whoever measures."""

    intent = ""

    def name(self) -> str:
        return f"action_{self.intent}"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        dispatcher.utter_message(text=f"You ask about {self.intent}.")
        dispatcher.utter_message(json_message={"answer": {"topics": [self.intent]}})
        return []


def _actions() -> list[type[_Answer]]:
    listed = YAML(typ="safe").load(DOMAIN.read_text(encoding="utf-8"))["actions"]
    intents = [name.removeprefix("action_") for name in listed]
    return [type(f"Answer_{intent}", (_Answer,), {"intent": intent}) for intent in intents]


ACTIONS = _actions()
