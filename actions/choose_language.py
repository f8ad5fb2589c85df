"""The choice of language: by words, or by a button."""

from __future__ import annotations

from dataclasses import replace

from rasa_sdk.events import EventType

from actions.conversation import Turn, question_of, remembered, remembered_form
from actions.guide_action import GuideAction
from horgos.answers import Answer
from horgos.answers.resolving import Resolved
from horgos.project import Project


class ActionChooseLanguage(GuideAction):
    """Changes the language and says the last answer again in it, or offers the languages."""

    def name(self) -> str:
        """Name of the action in the domain."""
        return "action_choose_language"

    def answer(self, turn: Turn, project: Project) -> tuple[Answer, list[EventType]]:
        """The choice of languages when none is named, else the last answer once more."""
        if not turn.requested:
            return project.guide.say("which_language", turn.form), remembered_form(turn)
        return in_the_language_asked_for(turn, project)


def in_the_language_asked_for(turn: Turn, project: Project) -> tuple[Answer, list[EventType]]:
    """The last answer once more, or that the guide goes on in the language."""
    guide, memory = project.guide, turn.memory
    if not memory.asks:
        return guide.say("choose_language", turn.form), remembered_form(turn)
    again = Resolved(memory.asks, None, (), memory.citizenships, memory.money)
    answer = guide.answer(question_of(again, turn, project), project.store.facts)
    citizenships = turn.heard.citizenships or memory.citizenships
    events = remembered(turn, replace(memory, citizenships=citizenships))
    return guide.say_before("choose_language", answer), events
