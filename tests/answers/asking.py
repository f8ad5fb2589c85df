"""Asking the guide without a conversation around it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Literal

from horgos.answers import Answer, Ask, Guide, Question
from horgos.entities.values import Money, When
from horgos.facts import Facts


def spent(amount: str | int, currency: str | None = "CNY") -> Money:
    """An amount of purchases."""
    return _money(amount, currency, "spent")


def claimed(amount: str | int, currency: str | None = "CNY") -> Money:
    """What a visitor believes the limit to be."""
    return _money(amount, currency, "limit")


def _money(amount: str | int, currency: str | None, role: Literal["spent", "limit"]) -> Money:
    return Money(Decimal(amount), currency, role)


@dataclass(frozen=True)
class Asking:
    """A guide with its facts at a moment."""

    guide: Guide
    facts: Facts
    now: datetime

    def about(
        self,
        *topics: str,
        form: str = "en-Latn",
        citizens: tuple[str, ...] = (),
        money: Money | None = None,
        whens: tuple[When, ...] = (),
        sides: tuple[str, ...] = (),
    ) -> Answer:
        """The answer; a topic may name a narrower question (``about_zone/area``)."""
        asks = tuple(
            Ask(topic, tuple(narrower.split("+")) if narrower else ())
            for topic, _, narrower in (name.partition("/") for name in topics)
        )
        return self.guide.answer(
            Question(asks, self.guide.forms[form], self.now, citizens, money, whens, sides),
            self.facts,
        )
