"""How each messaging channel is doing, as ``/health`` and the operator's page tell it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from typing import Any


class Mode(Enum):
    """Whether a channel is at work."""

    DISABLED = "disabled"
    RUNNING = "running"
    DEGRADED = "degraded"


class Refusal(Enum):
    """Why a request was not taken; each is counted and changes nothing."""

    FORGED = "forged"
    REPLAYED = "replayed"
    OVERSIZED = "oversized"
    MALFORMED = "malformed"


@dataclass
class ChannelState:
    """One channel.

    Attributes:
        mode: Whether it is at work.
        detail: What is wrong and how to mend it; empty when nothing is.
        handled: Messages answered since the start.
        duplicates: Messages that had been answered before.
        undelivered: Replies that the platform refused or could not bring.
        refused: Requests not taken, by reason.
    """

    mode: Mode = Mode.DISABLED
    detail: str = ""
    handled: int = 0
    duplicates: int = 0
    undelivered: int = 0
    refused: Counter[Refusal] = field(default_factory=Counter)

    def run(self) -> None:
        """It works (again)."""
        self.mode, self.detail = Mode.RUNNING, ""

    def disable(self, detail: str) -> None:
        """It cannot work with these settings."""
        self.mode, self.detail = Mode.DISABLED, detail

    def degrade(self, detail: str) -> None:
        """It is set up, but its platform does not take or give messages now."""
        self.mode, self.detail = Mode.DEGRADED, detail

    def as_json(self) -> dict[str, Any]:
        """For ``/health``."""
        return {
            "state": self.mode.value,
            "detail": self.detail,
            "handled": self.handled,
            "duplicates": self.duplicates,
            "undelivered": self.undelivered,
            "refused": {reason.value: self.refused[reason] for reason in Refusal},
        }


@cache
def state_of(channel: str) -> ChannelState:
    """The one state of a channel in this process, by its name."""
    return ChannelState()


def states_of(channels: Iterable[Any]) -> dict[str, ChannelState]:
    """The states of those channels that keep one as ``state``, by the channel's name."""
    kept = ((channel.name(), getattr(channel, "state", None)) for channel in channels)
    return {name: state for name, state in kept if isinstance(state, ChannelState)}
