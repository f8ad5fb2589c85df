"""How the guide is, as a value: all that the operator's page shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import InputChannel

from horgos.channels.health import Health, examine
from horgos.channels.web.channel import WebChannel
from horgos.channels.web.tablets import Ping
from horgos.facts.model import Facts
from horgos.project import Project

SILENT_AFTER = 180
"""Seconds without a sign of life after which a tablet wants looking after."""


@dataclass(frozen=True)
class Overdue:
    """A statement that should have been reviewed.

    Attributes:
        fact: Id of its fact.
        statement: Its id within the fact.
        review_by: The day by which it should have been.
    """

    fact: str
    statement: str
    review_by: date


@dataclass(frozen=True)
class Status:
    """How the guide is at one moment.

    Attributes:
        at: The moment.
        health: Whether messages are answered, and what is wrong with the facts file.
        overdue: Statements to review.
        channels: Names of the channels.
        tablets: The last sign of life of each tablet.
        refused: Refused requests of the web channel since the start, by error code.
    """

    at: datetime
    health: Health
    overdue: tuple[Overdue, ...]
    channels: tuple[str, ...]
    tablets: tuple[Ping, ...]
    refused: Mapping[str, int]

    def silence(self, ping: Ping) -> int:
        """Seconds since a sign of life."""
        return int((self.at - ping.at).total_seconds())

    def is_silent(self, ping: Ping) -> bool:
        """Whether a tablet has been silent for too long."""
        return self.silence(ping) > SILENT_AFTER

    def as_json(self) -> dict[str, Any]:
        """For programs."""
        return {
            "at": self.at.isoformat(timespec="seconds"),
            "health": self.health.as_json(),
            "overdue": [
                {
                    "fact": found.fact,
                    "statement": found.statement,
                    "review_by": found.review_by.isoformat(),
                }
                for found in self.overdue
            ],
            "channels": list(self.channels),
            "tablets": [
                {
                    "tablet": ping.tablet,
                    "screen": ping.screen,
                    "version": ping.version,
                    "seconds_ago": self.silence(ping),
                    "silent": self.is_silent(ping),
                }
                for ping in self.tablets
            ],
            "refused": dict(self.refused),
        }


async def look(agent: Agent | None, project: Project, channels: Sequence[InputChannel]) -> Status:
    """Look at everything."""
    now = project.now()
    web = [channel for channel in channels if isinstance(channel, WebChannel)]
    return Status(
        at=now,
        health=await examine(agent, project.store, channels),
        overdue=tuple(_overdue(project.store.facts, now.date())),
        channels=tuple(channel.name() for channel in channels),
        tablets=tuple(ping for channel in web for ping in channel.tablets),
        refused=_sum(channel.refused for channel in web),
    )


def _overdue(facts: Facts, today: date) -> Iterator[Overdue]:
    for fact in facts:
        for statement in fact.statements:
            if statement.review_by is not None and statement.is_overdue(today):
                yield Overdue(fact.id, statement.id, statement.review_by)


def _sum(counts: Iterable[Mapping[str, int]]) -> dict[str, int]:
    total: dict[str, int] = {}
    for count in counts:
        for code, number in count.items():
            total[code] = total.get(code, 0) + number
    return dict(sorted(total.items()))
