"""What a channel gives to the contract suite: a way to act as its platform and its people."""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from tests.running import RunningGuide

PATIENCE = 30.0
"""Seconds for a reply; the machine of the tests may be busy."""
QUIET = 0.5
"""Seconds after which nothing more is expected to come."""


@dataclass(frozen=True)
class Received:
    """One message on a person's screen.

    Attributes:
        text: As it is read.
        buttons: Ids of the guide's buttons below it, in order; numbered choices are buttons too.
        labels: What stands on them.
        links: Words of the text that are links, with their addresses.
    """

    text: str
    buttons: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()


class Driver(ABC):
    """One platform with its people, in front of the real guide.

    Attributes:
        guide: The guide, once ``connect`` was called.
    """

    guide: RunningGuide

    channel: str
    """Name of the channel: part of its address and of what the conversation store says."""
    prefix: str
    """Beginning of its conversations' ids."""
    credentials_key: str
    """The channel's key in ``credentials.yml``."""
    offers_buttons: bool = True
    """Whether buttons come with every answer that leads on."""
    has_commands: bool = False
    """Whether a word after a slash is the platform's own: answered with help, never understood."""

    @classmethod
    @abstractmethod
    @contextmanager
    def standing_in(cls) -> Iterator[Driver]:
        """Start the stand-in for the platform; ended after the block."""
        yield  # type: ignore[misc]

    @property
    @abstractmethod
    def settings(self) -> Mapping[str, Any]:
        """What stands below ``credentials_key``: above all the stand-in's address."""

    @property
    @abstractmethod
    def environment(self) -> Mapping[str, str]:
        """The channel's secrets."""

    def connect(self, guide: RunningGuide) -> None:
        """The guide runs."""
        self.guide = guide

    @abstractmethod
    def person(self, language: str | None = None) -> str:
        """The account id of somebody who has never written; not a substring of anything usual.

        ``language`` is that of their app, for platforms that tell it.
        """

    @abstractmethod
    def say(self, person: str, text: str, identity: str | None = None) -> None:
        """Somebody writes; the platform's id of the message is chosen unless given."""

    @abstractmethod
    def press(self, person: str, button: str) -> None:
        """Somebody presses a button of the last message they received, by its id."""

    @abstractmethod
    def send_medium(self, person: str, kind: str) -> None:
        """Somebody sends a ``voice``, ``photo``, ``location`` or ``document`` without words."""

    @abstractmethod
    def forge(self, person: str, text: str) -> int:
        """A message in somebody's name, not from the platform; the status it is refused with."""

    @abstractmethod
    def send_raw(self, body: bytes) -> int:
        """Any body, as if from the platform (signed where it signs); the status answered."""

    @abstractmethod
    def received(self, person: str) -> Sequence[Received]:
        """All that is on somebody's screen from the guide, in order."""

    @property
    @abstractmethod
    def violations(self) -> Sequence[str]:
        """What the platform refused because it broke a limit or a rule, since the start."""

    def say_at_once(self, person: str, texts: Sequence[str]) -> None:
        """Several messages in order, none waiting for the reply to the one before."""
        for text in texts:
            self.say(person, text)

    def wait_for(self, person: str, messages: int) -> Sequence[Received]:
        """The screen once it holds so many messages.

        Raises:
            AssertionError: They did not come in time.
        """
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            received = self.received(person)
            if len(received) >= messages:
                return received
            time.sleep(0.02)
        raise AssertionError(f"{messages} messages expected, got {self.received(person)}")

    def settled(self, person: str, messages: int = 1) -> Sequence[Received]:
        """The screen once it holds so many messages and nothing has come for ``QUIET`` seconds."""
        received = self.wait_for(person, messages)
        while True:
            time.sleep(QUIET)
            now = self.received(person)
            if len(now) == len(received):
                return now
            received = now

    def turns(self, count: int) -> list[dict[str, Any]]:
        """What the conversation store holds of the so many messages of whoever wrote last."""
        return self.guide.last_turns(self.prefix, count)

    @property
    def state(self) -> Mapping[str, Any]:
        """What ``/health`` tells of the channel."""
        channels: Mapping[str, Any] = self.guide.health().json()["channels"]
        state: Mapping[str, Any] = channels[self.channel]
        return state

    def refused(self, reason: str) -> int:
        """How many requests were refused for a reason."""
        return int(self.state["refused"][reason])
