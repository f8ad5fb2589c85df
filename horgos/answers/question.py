"""What is asked: the one value that goes into an answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from horgos.entities.values import Money, When
from horgos.language.forms import WrittenForm

OTHER_CITIZENSHIP = "other"
"""The button "other citizenship": some third country, which one does not matter."""


@dataclass(frozen=True)
class Ask:
    """One topic asked about.

    Attributes:
        topic: Topic id of ``topics.yml``.
        asked: Narrower questions within it (``area`` of ``about_zone/area``); empty for the
            topic as a whole.
    """

    topic: str
    asked: tuple[str, ...] = ()


@dataclass(frozen=True)
class Question:
    """What is asked, about whom, when, how much, in which written form, and at what moment.

    Attributes:
        asks: What is asked, in the order of the message.
        citizenships: ISO 3166 codes, or ``OTHER_CITIZENSHIP``; empty when not known.
        money: The amount spoken of.
        whens: Days and clock times spoken of.
        sides: Sides of the zone spoken of.
        form: Written form of the reply.
        now: The present moment, with its time zone.
    """

    asks: tuple[Ask, ...]
    form: WrittenForm
    now: datetime
    citizenships: tuple[str, ...] = ()
    money: Money | None = None
    whens: tuple[When, ...] = ()
    sides: tuple[str, ...] = ()
