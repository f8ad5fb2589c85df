"""What all actions share: they read the turn, answer it, and never leave a visitor in silence."""

from __future__ import annotations

import logging
import uuid
from abc import ABC, abstractmethod

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.conversation import Turn, remembered_form, reply_parts, turn_of
from horgos.answers import Answer
from horgos.project import Project, this_project

logger = logging.getLogger(__name__)


class GuideAction(Action, ABC):
    """An action that answers with an ``Answer`` and remembers the written form.

    An exception becomes a written apology in the visitor's language, and a log entry with a
    number to find it by.
    """

    @abstractmethod
    def answer(self, turn: Turn, project: Project) -> tuple[Answer, list[EventType]]:
        """The answer to a turn, and the slots to remember it by."""

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[EventType]:
        """Answers the latest message (see parent class)."""
        project = this_project()
        turn = turn_of(tracker, project.guide.forms)
        try:
            answer, events = self.answer(turn, project)
        except Exception:
            logger.exception("%s failed; error id %s", self.name(), uuid.uuid4())
            answer, events = project.guide.say("trouble", turn.form), remembered_form(turn)
        for part in reply_parts(answer):
            dispatcher.utter_message(**part)
        return [event for event in events if _is_news(event, tracker)]


def _is_news(event: EventType, tracker: Tracker) -> bool:
    """Whether it tells more than the tracker knows; every slot set again is kept for good."""
    return event["event"] != "slot" or bool(tracker.get_slot(event["name"]) != event["value"])
