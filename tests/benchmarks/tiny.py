"""A few questions made up for these tests."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from benchmarks.plan import Extent
from benchmarks.questions import Question

EXTENT = Extent(every=1, learnt=1, epochs=5, topics=(1,), stored=(1,))
PLAIN: dict[str, Any] = {
    "text": "when do you open",
    "language": "en",
    "topics": frozenset({"shopping_hours"}),
    "facts": frozenset({"shopping.hours"}),
    "form": "en-Latn",
    "style": "plain",
    "citizenship": None,
    "money": None,
}


def question(**changed: Any) -> Question:
    return Question(**{**PLAIN, **changed})


YUAN = (Decimal(6500), "CNY")
