"""Whatever is asked: topics from the facts file, follow-ups, dialogue acts, refusals."""

from __future__ import annotations

from dataclasses import replace

from rasa_sdk.events import EventType

from actions.choose_language import in_the_language_asked_for
from actions.conversation import Turn, question_of, remembered
from actions.guide_action import GuideAction
from horgos.answers import Answer, Memory
from horgos.answers.resolving import resolve
from horgos.project import Project


class ActionAnswer(GuideAction):
    """Answers every topic of the message, or the dialogue act."""

    def name(self) -> str:
        """Name of the action in the domain."""
        return "action_answer"

    def answer(self, turn: Turn, project: Project) -> tuple[Answer, list[EventType]]:
        """Facts when there is a topic, else the sentence of the act.

        A wish for a language that was understood as something else is still granted.
        """
        guide, facts, memory = project.guide, project.store.facts, turn.memory
        if turn.requested and not turn.heard.asks_any_of(guide.topics):
            return in_the_language_asked_for(turn, project)
        resolved = resolve(turn.heard, memory, guide.topics, facts)
        if resolved.act is not None:
            answer = guide.say(resolved.act, turn.form)
            after = replace(memory, act=resolved.act)
        else:
            answer = guide.answer(question_of(resolved, turn, project), facts)
            after = Memory(resolved.asks, money=resolved.money)
        for act in resolved.after:
            answer = guide.say_after(act, answer)
        return answer, remembered(turn, replace(after, citizenships=resolved.citizenships))
