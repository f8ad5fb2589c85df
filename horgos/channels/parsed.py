"""Understanding of what needs none, in the shape Rasa's pipeline would give it."""

from __future__ import annotations

from typing import Any

from horgos.answers.buttons import Pressed

Parsed = dict[str, Any]


def parsed(intent: str, **more: Any) -> Parsed:
    """A message that certainly means this intent."""
    return {
        "text": "",
        "intent": {"name": intent, "confidence": 1.0},
        "intent_ranking": [],
        "entities": [],
        "intents": [intent],
        **more,
    }


def parsed_button(pressed: Pressed) -> Parsed:
    """A pressed button."""
    if pressed.form is not None:
        return parsed("choose_language", form=pressed.form, form_requested=True, form_picked=True)
    if pressed.topic is None:
        return parsed("choose_language")
    if pressed.citizenship is None:
        return parsed(pressed.topic)
    value = {"type": "citizenship", "country": pressed.citizenship}
    entity = {"entity": "citizenship", "start": 0, "end": 0, "value": value}
    return parsed(pressed.topic, entities=[entity])
