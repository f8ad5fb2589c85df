"""What a conversation remembers."""

from __future__ import annotations

from dataclasses import dataclass

from horgos.answers.question import Ask
from horgos.entities.values import Money


@dataclass(frozen=True)
class Memory:
    """What was asked before in this conversation.

    Attributes:
        asks: What the last answer was about.
        citizenships: The visitor's, as far as known.
        money: The amount last spoken of.
        act: The act last answered, when it is one of ``GOING_ON``.
    """

    asks: tuple[Ask, ...] = ()
    citizenships: tuple[str, ...] = ()
    money: Money | None = None
    act: str | None = None
