"""Example questions: what a topic is asked about, by whom, with how much money, and when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta, timezone
from decimal import Decimal
from typing import Literal

from horgos.answers.buttons import depends_on_citizenship
from horgos.answers.question import OTHER_CITIZENSHIP, Ask, Question
from horgos.entities.values import Money as Amount
from horgos.facts.model import Facts
from horgos.facts.values import Money
from horgos.language.forms import WrittenForm

_SHARES = {"below": Decimal("0.75"), "at": Decimal(1), "over": Decimal("1.25")}
"""Amounts of purchases, as parts of the limit they are compared with."""

_UNHEARD_OF = Decimal("2.5")
"""A limit no source names, as a part of one that some source does."""

_NO_LIMIT_IN = "USD"
"""A currency no limit is stated in."""


@dataclass(frozen=True)
class Example:
    """A question with the facts and the moment it is asked under, in no written form yet.

    Attributes:
        topic: The topic it belongs to.
        title: What is special about it, for the reader of the page.
        ask: What is asked.
        now: When.
        citizenships: By whom.
        money: The amount spoken of.
    """

    topic: str
    title: str
    ask: Ask
    now: datetime
    citizenships: tuple[str, ...] = ()
    money: Amount | None = None

    def question(self, form: WrittenForm) -> Question:
        """The question of somebody who reads this form."""
        return Question((self.ask,), form, self.now, self.citizenships, self.money)


def examples_of(topic: str, facts: Facts) -> Iterator[Example]:
    """The main ways to ask about a topic."""
    plain = Example(topic, "the topic as a whole", Ask(topic), moment_of_review(facts))
    yield plain
    yield from _narrower(plain, facts)
    if depends_on_citizenship(topic, facts):
        yield from _by_citizenship(plain, facts)
    yield from _with_amounts(plain, facts)
    yield replace(plain, title="after its review was due", now=moment_too_late(facts))


def moment_of_review(facts: Facts) -> datetime:
    """Noon of the last day on which a statement was looked at: none is overdue then."""
    day = max(statement.as_of for fact in facts for statement in fact.statements)
    return datetime.combine(day, time(12), timezone.utc)


def moment_too_late(facts: Facts) -> datetime:
    """A moment at which everything that is ever overdue is."""
    due = [s.review_by for fact in facts for s in fact.statements if s.review_by]
    last = max(due, default=moment_of_review(facts).date())
    return datetime.combine(last + timedelta(days=1), time(12), timezone.utc)


def _narrower(plain: Example, facts: Facts) -> Iterator[Example]:
    for fact in facts:
        if fact.topic == plain.topic and fact.asked:
            ask = Ask(plain.topic, (fact.asked,))
            yield replace(plain, title=f"just {fact.asked}", ask=ask)


def _by_citizenship(plain: Example, facts: Facts) -> Iterator[Example]:
    """One citizen of each group some statement is about."""
    groups = [
        statement.audience[0]
        for fact in facts
        if fact.topic == plain.topic
        for statement in fact.statements
        if statement.audience
    ]
    for citizenship in dict.fromkeys(groups):
        yield replace(plain, title=f"citizenship {citizenship}", citizenships=(citizenship,))


def _with_amounts(plain: Example, facts: Facts) -> Iterator[Example]:
    for citizenships, limit in _limits(plain.topic, facts):
        for citizens in (citizenships, (OTHER_CITIZENSHIP,), ()):
            whose = f"citizenship {citizens[0] if citizens else 'unknown'}"
            for amount, words in _amounts(limit):
                yield replace(plain, title=f"{whose}, {words}", citizenships=citizens, money=amount)


def _limits(topic: str, facts: Facts) -> Iterator[tuple[tuple[str, ...], Money]]:
    """Each limit of a topic, and a citizen it is for."""
    for fact in facts:
        for statement in fact.statements if fact.topic == topic else ():
            limit = statement.values.get("limit")
            if isinstance(limit, Money):
                yield statement.audience[:1], limit


def _amounts(limit: Money) -> Iterator[tuple[Amount, str]]:
    for currency in (limit.currency, None):
        for place, share in _SHARES.items():
            amount = _part(limit, share, currency)
            yield amount, f"{_words(amount)} ({place} the limit)"
    other = _part(limit, Decimal(1), _NO_LIMIT_IN)
    yield other, _words(other)
    for share in (Decimal(1), _UNHEARD_OF):
        claim = _part(limit, share, limit.currency, "limit")
        yield claim, f"who believes the limit to be {_words(claim)}"


def _part(
    limit: Money,
    share: Decimal,
    currency: str | None,
    role: Literal["spent", "limit"] = "spent",
) -> Amount:
    return Amount((limit.amount * share).normalize(), currency, role)


def _words(amount: Amount) -> str:
    return f"{amount.amount:f} {amount.currency or 'of no named currency'}"
