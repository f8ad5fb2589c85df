"""The duty-free section: the limit, and a verdict when an amount is named."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from horgos.answers.answer import Line
from horgos.answers.figures import currency_name, figure
from horgos.answers.locale import Locale
from horgos.answers.question import Ask, Question
from horgos.answers.wording import state
from horgos.entities.values import Money as Amount
from horgos.facts.model import Fact, Facts, Role, Status
from horgos.facts.values import Money


def duty_free(ask: Ask, question: Question, facts: Facts, locale: Locale) -> list[Line]:
    """Limits of the visitor's citizenship, or of all when it is not known, with verdicts."""
    mine = _facts_for(question, facts)
    lines = _on_the_claim(question, mine, locale)
    for fact in mine:
        limit = _limit(fact)
        verdict = _verdict(question.money, limit, locale) if limit else []
        # What is charged above a limit is told to whom the limit is known to apply.
        over = bool(question.citizenships) and any(line.role is Role.OVER for line in verdict)
        for statement in fact.statements:
            if statement.role is not Role.OVER or over:
                lines.append(state(fact, statement, locale, question.form))
            if "limit" in statement.values:
                lines += [_as_answer(line) for line in verdict]
    if _needs_conversion(question.money, mine):
        lines.append(Line(locale.say("converts"), Role.ANSWER))
    return lines


def _facts_for(question: Question, facts: Facts) -> list[Fact]:
    """Facts with a statement for these citizens; every known limit when nothing is known."""
    mine = facts.of_topic("duty_free")
    named = facts.named_citizenships
    if question.citizenships:
        return [
            fact
            for fact in mine
            if any(s.is_for(question.citizenships, named) for s in fact.statements)
        ]
    return [f for f in mine if any(s.status is not Status.UNKNOWN for s in f.statements)]


def _limit(fact: Fact) -> Money | None:
    for statement in fact.statements:
        value = statement.values.get("limit")
        if isinstance(value, Money):
            return value
    return None


def _verdict(amount: Amount | None, limit: Money, locale: Locale) -> list[Line]:
    """How the amount compares with a limit; nothing for a claim or another currency."""
    if amount is None or amount.role == "limit" or amount.currency not in (None, limit.currency):
        return []
    difference = amount.amount - limit.amount
    text = _comparison(difference, limit, locale)
    if amount.currency is None:
        currency = currency_name(limit.currency, locale)
        text = locale.joiner.join((locale.say("if_in", currency=currency), text))
    return [Line(text, Role.OVER if difference > 0 else Role.ANSWER)]


def _comparison(difference: Decimal, limit: Money, locale: Locale) -> str:
    if difference == 0:
        return locale.say("exactly")
    written = figure(replace(limit, amount=abs(difference)), locale)
    return locale.say("above" if difference > 0 else "below", difference=written)


def _as_answer(line: Line) -> Line:
    return replace(line, role=Role.ANSWER)


def _needs_conversion(amount: Amount | None, mine: list[Fact]) -> bool:
    limits = [limit for limit in map(_limit, mine) if limit]
    if amount is None or amount.role == "limit" or amount.currency is None or not limits:
        return False
    return all(amount.currency != limit.currency for limit in limits)


def _on_the_claim(question: Question, mine: list[Fact], locale: Locale) -> list[Line]:
    """Whether a limit the visitor believes in is one of those known."""
    claim = question.money
    limits = [limit for limit in map(_limit, mine) if limit]
    if claim is None or claim.role != "limit" or not limits:
        return []
    right = any(
        claim.amount == limit.amount and claim.currency in (None, limit.currency)
        for limit in limits
    )
    return [Line(locale.say("claim_right" if right else "claim_wrong"), Role.ANSWER)]
