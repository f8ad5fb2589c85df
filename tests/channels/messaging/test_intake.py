"""Messages are answered once each, in order, and a flood is told so."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

import pytest

from horgos.channels.messaging.intake import Intake
from horgos.channels.messaging.message import Kind, Message
from horgos.channels.messaging.outgoing import Outgoing
from horgos.channels.messaging.queues import Queues
from horgos.channels.messaging.state import ChannelState
from horgos.language.forms import Forms
from tests.conftest import FORMS

pytestmark = pytest.mark.asyncio


def _said(text: str) -> Outgoing:
    return Outgoing((text,), (), FORMS.default)


class Echo:
    """Answers with the message's content; "break" breaks it, "slow" waits for ``go_on``."""

    def __init__(self) -> None:
        self.go_on = asyncio.Event()

    async def answer(self, message: Message) -> Outgoing:
        if message.content == "break":
            raise RuntimeError("broken")
        if message.content == "slow":
            await self.go_on.wait()
        if message.kind is Kind.LEAVE:
            return Outgoing((), (), FORMS.default)
        return _said(message.content)

    def flood(self, message: Message) -> Outgoing:
        return _said("flood")

    def trouble(self, message: Message) -> Outgoing:
        return _said("trouble")


@dataclass
class Person:
    """Remembers what happened, in order."""

    log: list[str] = field(default_factory=list)
    unreachable: bool = False

    async def expect(self) -> None:
        self.log.append("expect")

    async def deliver(self, reply: Outgoing) -> None:
        if self.unreachable:
            raise RuntimeError("unreachable")
        self.log += reply.texts

    @property
    def read(self) -> list[str]:
        return [said for said in self.log if said != "expect"]


class Desk:
    """An intake with all it needs."""

    def __init__(self, longest: int = 20) -> None:
        self.echo, self.state, self.now = Echo(), ChannelState(), 0.0
        self.intake = Intake(
            self.echo,  # type: ignore[arg-type]
            self.state,
            queues=Queues(longest=longest),
            clock=lambda: self.now,
        )
        self.person = Person()

    def take(self, content: str, identity: str | None = None, kind: Kind = Kind.TEXT) -> None:
        message = Message("me", identity or content, kind, content)
        self.intake.take(message, self.person)

    async def end(self) -> list[str]:
        assert await self.intake.close(5) == 0
        return self.person.read


async def test_a_message_is_expected_answered_and_counted() -> None:
    desk = Desk()
    desk.take("a")
    assert desk.person.log == []
    await desk.end()
    assert desk.person.log == ["expect", "a"]
    assert (desk.state.handled, desk.state.duplicates) == (1, 0)


async def test_ten_at_once_are_answered_in_order() -> None:
    desk = Desk()
    letters = list("abcdefghij")
    desk.take("slow")
    for letter in letters:
        desk.take(letter)
    desk.echo.go_on.set()
    assert await desk.end() == ["slow", *letters]


async def test_a_duplicate_is_answered_once_be_the_first_in_work_or_done() -> None:
    desk = Desk()
    desk.take("slow")
    desk.take("slow")
    desk.echo.go_on.set()
    await desk.end()
    desk.take("slow")
    assert await desk.end() == ["slow"]
    assert (desk.state.handled, desk.state.duplicates) == (1, 2)


async def test_trouble_is_a_sentence() -> None:
    desk = Desk()
    desk.take("break")
    desk.take("a")
    assert await desk.end() == ["trouble", "a"]


async def test_who_cannot_be_reached_stops_nothing() -> None:
    desk = Desk()
    desk.person.unreachable = True
    desk.take("a")
    await desk.end()
    desk.person.unreachable = False
    desk.take("b")
    assert await desk.end() == ["b"]


async def test_who_left_is_told_nothing() -> None:
    desk = Desk()
    desk.take("", "1", Kind.LEAVE)
    assert await desk.end() == []
    assert desk.state.handled == 1


async def test_a_flood_gets_one_sentence_a_minute() -> None:
    desk = Desk(longest=3)
    desk.take("slow")
    for number in range(10):
        desk.take(str(number))
    await asyncio.sleep(0)
    desk.take("room again")
    desk.take("none")
    desk.now = 61
    desk.take("much later")
    desk.echo.go_on.set()
    read = await desk.end()
    assert read.count("flood") == 2
    assert [said for said in read if said != "flood"] == ["slow", "0", "1", "room again"]


async def test_a_flood_of_one_does_not_touch_another(forms: Forms) -> None:
    desk = Desk(longest=1)
    desk.take("slow")
    desk.take("dropped")
    other = Person()
    desk.intake.take(Message("other", "1", Kind.TEXT, "hello"), other)
    while not other.read:
        await asyncio.sleep(0)
    assert other.read == ["hello"]
    desk.echo.go_on.set()
    await desk.end()
