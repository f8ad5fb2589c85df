"""A tracker as the values ``horgos.answers`` works with, and the slots that remember them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet

from horgos.answers import Answer, Ask, Heard, Memory, Question
from horgos.answers.acts import GOING_ON
from horgos.answers.resolving import Resolved
from horgos.entities.serial import from_dict, to_dict
from horgos.entities.values import KINDS, Money, Value
from horgos.language.forms import Forms, WrittenForm
from horgos.project import Project

_LANGUAGE = "choose_language"


@dataclass(frozen=True)
class Turn:
    """One message with its conversation.

    Attributes:
        heard: What understanding made of the message.
        memory: What the conversation remembers.
        form: Written form of the reply.
        requested: Whether the message asks for a language, by words or by a button.
        picked: Whether it asks for the very form, script included.
        chosen: The form picked earlier; None for none.
    """

    heard: Heard
    memory: Memory
    form: WrittenForm
    requested: bool
    picked: bool
    chosen: str | None


def turn_of(tracker: Tracker, forms: Forms) -> Turn:
    """Read a tracker."""
    message: dict[str, Any] = tracker.latest_message or {}
    intent = (message.get("intent") or {}).get("name") or "nlu_fallback"
    intents = message.get("intents") or [intent]
    claims = message.get("metadata") or {}
    memory = Memory(
        asks=tuple(Ask(topic, tuple(asked)) for topic, asked in tracker.get_slot("asks") or ()),
        citizenships=tuple(
            tracker.get_slot("citizenships") or filter(None, [claims.get("citizenship")])
        ),
        money=_money(tracker.get_slot("money")),
        act=tracker.get_slot("act"),
    )
    code: str = message.get("form") or tracker.get_slot("form") or claims.get("form") or ""
    named = message.get("form_named") if intents[0] == _LANGUAGE else None
    if named and not message.get("form_requested"):
        message = {**message, "form_requested": True, "form_picked": named["picked"]}
        code = named["form"]
    return Turn(
        heard=Heard.of(
            intents, _values(message.get("entities") or []), message.get("leanings") or {}
        ),
        memory=memory,
        form=forms.by_code.get(code, forms.default),
        requested=bool(message.get("form_requested")),
        picked=bool(message.get("form_picked")),
        chosen=tracker.get_slot("chosen_form"),
    )


def question_of(resolved: Resolved, turn: Turn, project: Project) -> Question:
    """The question a resolved turn asks, at this moment."""
    return Question(
        asks=resolved.asks,
        form=turn.form,
        now=project.now(),
        citizenships=resolved.citizenships,
        money=resolved.money,
        whens=turn.heard.whens,
        sides=turn.heard.sides,
    )


def remembered(turn: Turn, memory: Memory) -> list[EventType]:
    """Slots after an answer: what it was about, and for whom."""
    return [
        *remembered_form(turn),
        SlotSet("asks", [[ask.topic, list(ask.asked)] for ask in memory.asks]),
        SlotSet("citizenships", list(memory.citizenships)),
        SlotSet("money", to_dict(memory.money) if memory.money else None),
        SlotSet("act", memory.act if memory.act in GOING_ON else None),
    ]


def remembered_form(turn: Turn) -> list[EventType]:
    """Slots after any reply: the form it was written in, and whether it was picked.

    A form stays picked until the visitor picks another, or goes over to another language.
    """
    chosen = turn.form.code if turn.picked else turn.chosen
    if chosen != turn.form.code and (turn.requested or not _same_language(chosen, turn.form)):
        chosen = None
    return [SlotSet("form", turn.form.code), SlotSet("chosen_form", chosen)]


def _same_language(code: str | None, form: WrittenForm) -> bool:
    return code is not None and code.partition("-")[0] == form.language


def _money(noted: Any) -> Money | None:
    """What was noted, unless by another version of the guide in a form no longer known."""
    try:
        value = from_dict(noted) if noted else None
    except (TypeError, ValueError, AttributeError):
        return None
    return value if isinstance(value, Money) else None


def _values(entities: list[dict[str, Any]]) -> list[Value]:
    return [from_dict(entity["value"]) for entity in entities if entity.get("entity") in KINDS]


def reply_parts(answer: Answer) -> list[dict[str, Any]]:
    """The answer as arguments of ``dispatcher.utter_message``, one mapping a message.

    The buttons go with the last text, the provenance is an element of its own.
    """
    parts: list[dict[str, Any]] = [{"text": text} for text in answer.messages]
    if answer.buttons:
        parts[-1]["buttons"] = [
            {"title": button.title, "payload": button.payload} for button in answer.buttons
        ]
    return [*parts, {"json_message": {"answer": answer.provenance()}}]
