"""What the components put into a Rasa message, and how a tracker is read for hints.

Rasa messages carry plain data; these helpers turn it into values and back.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from rasa.shared.nlu.training_data.message import Message

from horgos.language.reading import Readings
from horgos.language.spelling import UNKNOWN, Certainty, Spelling

SPELLING = "spelling"
"""Language, script and spelling as typed (``Spelling`` as a mapping)."""
FORM = "form"
"""Code of the written form of the reply."""
FORM_REQUESTED = "form_requested"
"""Whether the message asks for a language."""
FORM_PICKED = "form_picked"
"""Whether the message asks for the very written form, script included."""
FORM_NAMED = "form_named"
"""``form`` and ``picked`` a message names, for when it turns out to be about the language."""
READINGS = "readings"
"""What the models read of the text (``Readings`` as a mapping)."""
INTENTS = "intents"
"""Full intents of everything asked, in the order of the message."""
LEANINGS = "leanings"
"""Probability by full intent, of those that are not negligible."""


def set_spelling(message: Message, spelling: Spelling) -> None:
    """Note how the message is spelled."""
    message.set(SPELLING, {**asdict(spelling), "certainty": int(spelling.certainty)})


def spelling_of(message: Message) -> Spelling:
    """How the message is spelled; ``UNKNOWN`` when no component has said."""
    noted: dict[str, Any] | None = message.get(SPELLING)
    if noted is None:
        return UNKNOWN
    return Spelling(**{**noted, "certainty": Certainty(noted["certainty"])})


def set_readings(message: Message, read: Readings) -> None:
    """Note how the message is read."""
    message.set(READINGS, asdict(read))


def readings_of(message: Message) -> Readings:
    """The readings of the message; its bare text when no component has made any."""
    noted: dict[str, Any] | None = message.get(READINGS)
    if noted is None:
        text = message.get("text") or ""
        return Readings(text, (text,))
    return Readings(noted["spelled"], tuple(noted["letters"]))
