"""The guide itself: a question goes in, an answer with its sources comes out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from horgos.answers.answer import MAX_LENGTH, Answer, Button, Line
from horgos.answers.buttons import form_buttons, leading_on, topic_buttons
from horgos.answers.figures import written_date
from horgos.answers.locale import Locale
from horgos.answers.question import Ask, Question
from horgos.answers.sections import section
from horgos.answers.topics import Topics
from horgos.answers.wording import named_source, source_line
from horgos.entities.values import Day
from horgos.facts.dates import PartialDate
from horgos.facts.model import Facts, Role, Source, Status
from horgos.language.conversion import write
from horgos.language.forms import Forms, WrittenForm

_OFFERING_TOPICS = (
    "greet",
    "help",
    "unanswerable",
    "out_of_scope",
    "nlu_fallback",
    "empty",
    "too_long",
    "which_topic",
    "trouble",
)
_NOT_KNOWING = (
    "unanswerable",
    "unanswerable_too",
    "out_of_scope",
    "out_of_scope_too",
    "nlu_fallback",
    "empty",
    "too_long",
    "trouble",
)
_TOPIC_OF = {
    "which_language": "choose_language",
    "which_topic": "help",
    "unanswerable_too": "unanswerable",
    "out_of_scope_too": "out_of_scope",
}
_NO_TOPIC = ("nlu_fallback", "empty", "too_long", "trouble")


@dataclass(frozen=True)
class Guide:
    """Everything needed to answer but the facts, which may change under way.

    Attributes:
        locales: Sentences by language.
        topics: The topics there are.
        forms: The written forms.
    """

    locales: Mapping[str, Locale]
    topics: Topics
    forms: Forms

    def answer(self, question: Question, facts: Facts) -> Answer:
        """Answer every ask of a question, one message each.

        Raises:
            ValueError: The question asks nothing.
        """
        if not question.asks:
            raise ValueError("a question without asks")
        locale = self.locales[question.form.language]
        messages, said = [], []
        for ask in question.asks:
            lines = section(ask, question, facts, locale)
            # No fact of the file concerns this visitor: said plainly, never an empty message.
            lines = lines or [Line(locale.say("unanswerable"), Role.ANSWER)]
            lines = _with_caveats(lines, question, locale)
            for part in _fit(lines, question.form, locale):
                messages.append(_join(part, question.form, locale))
                said += part
        asked = tuple(ask.topic for ask in question.asks)
        buttons = leading_on(asked, question.citizenships, facts, self.topics, locale)
        return Answer(
            messages=tuple(messages),
            buttons=_written(buttons, question.form),
            topics=asked,
            facts=_unique(line.fact.id for line in said if line.fact),
            status=Status.weakest([line.statement.status for line in said if line.statement]),
            sources=_sources(said),
            form=question.form,
            as_of=_earliest(said),
        )

    def answer_to_keep(self, topic: str, form: WrittenForm, facts: Facts, now: datetime) -> Answer:
        """What is said when a topic's button is pressed, for somebody who reads it later.

        Days and hours are told of the day, by its date: "open now" would soon be wrong.
        """
        return self.answer(Question((Ask(topic),), form, now, whens=(Day(0),)), facts)

    def say(self, act: str, form: WrittenForm) -> Answer:
        """Answer a dialogue act, or say no in one of the three ways.

        Raises:
            KeyError: There is no sentence for the act.
        """
        locale = self.locales[form.language]
        buttons: tuple[Button, ...] = ()
        if act in _OFFERING_TOPICS:
            buttons = _written(topic_buttons(self.topics, locale), form)
        if act == "which_language":
            buttons = form_buttons(self.forms)
        return Answer(
            messages=(write(locale.say(act), form),),
            buttons=buttons,
            topics=() if act in _NO_TOPIC else (_topic_of(act),),
            facts=(),
            status=Status.UNKNOWN if act in _NOT_KNOWING else Status.CONFIRMED,
            sources=(),
            form=form,
        )

    def say_after(self, act: str, answer: Answer) -> Answer:
        """The answer with the sentence of an act behind it."""
        last = self.say(act, answer.form)
        return replace(
            answer,
            messages=(*answer.messages, *last.messages),
            topics=(*answer.topics, *last.topics),
            status=Status.weakest([answer.status, last.status]),
        )

    def say_before(self, act: str, answer: Answer) -> Answer:
        """The answer with the sentence of an act before it."""
        first = self.say(act, answer.form)
        return replace(
            answer,
            messages=(*first.messages, *answer.messages),
            topics=(*first.topics, *answer.topics),
        )


def _topic_of(act: str) -> str:
    """The contract's name of an act: asking back is part of the act it belongs to."""
    return _TOPIC_OF.get(act, act)


def _with_caveats(lines: list[Line], question: Question, locale: Locale) -> list[Line]:
    """The lines in the order they are said, with what must be added about conflict and age."""
    ordered = sorted(lines, key=lambda line: line.role in (Role.MORE, Role.CAVEAT))
    newest = _newest_of_conflict(ordered)
    if newest is not None:
        text = locale.say("sources_differ", source=named_source(newest, locale))
        ordered.append(Line(text, Role.CAVEAT))
    overdue = [
        line.statement
        for line in ordered
        if line.statement and line.statement.is_overdue(question.now.date())
    ]
    if overdue:
        oldest = min(statement.as_of for statement in overdue)
        day = PartialDate(oldest.year, oldest.month, oldest.day)
        text = locale.say("overdue", date=written_date(day, locale))
        ordered.append(Line(text, Role.CAVEAT))
    return ordered


def _newest_of_conflict(lines: list[Line]) -> Source | None:
    """The first source of the newest among statements that do not agree; None if all do."""
    said = {
        (line.fact.id, line.statement.id): line.statement
        for line in lines
        if line.fact and line.statement
    }
    involved = [
        one
        for (fact, _), statement in said.items()
        for other in statement.differs_from
        if (fact, other) in said
        for one in (statement, said[fact, other])
    ]
    if not involved:
        return None
    newest = max(involved, key=lambda statement: statement.as_of)
    return newest.sources[0] if newest.sources else None


def _fit(lines: list[Line], form: WrittenForm, locale: Locale) -> list[list[Line]]:
    """The lines of each message.

    From the end on, what may be left out is left out until one message is short enough; if it
    never is, the lines go on in a further message.
    """
    kept = list(lines)
    spare = [line for line in lines if line.role is Role.MORE]
    while spare and _too_long(kept, form, locale):
        kept.remove(spare.pop())
    parts: list[list[Line]] = [[]]
    for line in kept:
        if parts[-1] and _too_long([*parts[-1], line], form, locale):
            parts.append([])
        parts[-1].append(line)
    # A caveat does not stand alone: it takes the statement before it along.
    while len(parts) > 1 and len(parts[-2]) > 1 and not any(line.fact for line in parts[-1]):
        parts[-1].insert(0, parts[-2].pop())
    return parts


def _too_long(lines: list[Line], form: WrittenForm, locale: Locale) -> bool:
    return len(_join(lines, form, locale)) > MAX_LENGTH


def _join(lines: list[Line], form: WrittenForm, locale: Locale) -> str:
    body = locale.joiner.join(line.text for line in lines)
    source = source_line([line.statement for line in lines if line.statement], locale)
    return write(body if source is None else f"{body}\n{source}", form)


def _sources(lines: list[Line]) -> tuple[Source, ...]:
    found = {s.id: s for line in lines if line.statement for s in line.statement.sources}
    return tuple(found.values())


def _earliest(lines: list[Line]) -> date | None:
    return min((line.statement.as_of for line in lines if line.statement), default=None)


def _written(buttons: tuple[Button, ...], form: WrittenForm) -> tuple[Button, ...]:
    return tuple(replace(button, title=write(button.title, form)) for button in buttons)


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
