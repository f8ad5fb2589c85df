"""The plain section: the statements of the facts asked for that concern the visitor."""

from __future__ import annotations

from horgos.answers.answer import Line
from horgos.answers.locale import Locale
from horgos.answers.question import Ask, Question
from horgos.answers.wording import state
from horgos.facts.model import Facts, Role


def plain(ask: Ask, question: Question, facts: Facts, locale: Locale) -> list[Line]:
    """Every statement of the facts asked for; those for named citizens only to them."""
    chosen = facts.of_topic(ask.topic, ask.asked)
    several = len(chosen) > 1
    return [
        state(fact, statement, locale, question.form)
        for fact in chosen
        for statement in fact.statements
        if statement.role is not Role.OVER
        and not (several and statement.role is Role.MORE)
        and (
            not statement.audience
            or (
                question.citizenships
                and statement.is_for(question.citizenships, facts.named_citizenships)
            )
        )
    ]
