"""Long polling: updates are asked for, confirmed, and given again by nobody."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest

from horgos.channels.messaging.state import ChannelState, Mode, Refusal
from horgos.channels.messaging.webhook import Refused
from horgos.channels.telegram import calling, polling
from horgos.channels.telegram.api import Api
from horgos.channels.telegram.calling import Caller
from horgos.channels.telegram.polling import Poller
from tests.stand_ins.telegram import (
    CUT_BEFORE,
    FLOOD,
    GATEWAY,
    TOKEN,
    TelegramStandIn,
    telegram_stand_in,
)

pytestmark = pytest.mark.asyncio


@dataclass
class Taken:
    """Takes updates in place of the desk."""

    numbers: list[int] = field(default_factory=list)

    def take(self, update: Any) -> None:
        if update.get("broken"):
            raise Refused(Refusal.MALFORMED)
        self.numbers.append(update["update_id"])


@dataclass
class Running:
    server: TelegramStandIn
    taken: Taken
    state: ChannelState
    task: asyncio.Task[None]


@asynccontextmanager
async def polled(server: TelegramStandIn, token: str = TOKEN) -> AsyncIterator[Running]:
    state, taken = ChannelState(), Taken()
    api = Api(token, server.address)
    poller = Poller(api, Caller(state), taken, state)  # type: ignore[arg-type]
    task = asyncio.create_task(poller.run())
    try:
        yield Running(server, taken, state, task)
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await api.close()


async def until(true: Callable[[], bool]) -> None:
    for _ in range(1500):
        if true():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it did not come to that")


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calling, "FIRST_PAUSE", 0.01)
    monkeypatch.setattr(polling, "_AFTER_CONFLICT", 0.05)
    monkeypatch.setattr(polling, "_AFTER_TROUBLE", 0.05)


async def test_updates_are_taken_once_and_in_order() -> None:
    with telegram_stand_in() as server:
        server.updates.extend({"update_id": number} for number in (5, 6, 7))
        async with polled(server) as running:
            await until(lambda: len(running.taken.numbers) == 3)
            server.updates.append({"update_id": 8})
            await until(lambda: len(running.taken.numbers) == 4)
        assert running.taken.numbers == [5, 6, 7, 8]
        # The end confirms the last: the next start does not get it again.
        assert list(server.updates) == []


async def test_what_is_no_update_hides_no_other() -> None:
    with telegram_stand_in() as server:
        server.updates.extend([{"update_id": 1, "broken": True}, {"update_id": 2}])
        async with polled(server) as running:
            await until(lambda: running.taken.numbers == [2])


async def test_a_webhook_in_the_way_is_removed() -> None:
    with telegram_stand_in() as server:
        server.webhook = "https://elsewhere.example/"
        server.updates.append({"update_id": 1})
        async with polled(server) as running:
            await until(lambda: running.taken.numbers == [1])
        assert server.webhook == ""


async def test_another_program_is_named_and_outlasted() -> None:
    with telegram_stand_in() as server:
        async with polled(server) as running:
            await until(lambda: bool(server._asker))
            other = Api(TOKEN, server.address)
            await other.updates(0)
            await until(lambda: running.state.mode is Mode.DEGRADED)
            assert "another program" in running.state.detail
            server.updates.append({"update_id": 1})
            await until(lambda: running.taken.numbers == [1])
            assert running.state.mode is Mode.RUNNING
            await other.close()


TROUBLES: list[tuple[str, Any]] = [("flood", FLOOD), ("gateway", GATEWAY), ("cut", CUT_BEFORE)]


@pytest.mark.parametrize("name", [name for name, _ in TROUBLES])
async def test_trouble_passes(name: str) -> None:
    with telegram_stand_in() as server:
        server.troubles["getUpdates"].add(dict(TROUBLES)[name])
        server.updates.append({"update_id": 1})
        async with polled(server) as running:
            await until(lambda: running.taken.numbers == [1])
            assert running.state.mode is Mode.RUNNING


async def test_a_token_that_is_refused_is_named() -> None:
    with telegram_stand_in() as server:
        async with polled(server, "1:" + "x" * 35) as running:
            await until(lambda: running.state.mode is Mode.DEGRADED)
            assert "TELEGRAM_TOKEN" in running.state.detail


async def test_a_network_that_comes_back_is_used_again() -> None:
    with telegram_stand_in() as server:
        port = server.port
    state, taken = ChannelState(), Taken()
    api = Api(TOKEN, f"http://127.0.0.1:{port}")
    task = asyncio.create_task(Poller(api, Caller(state), taken, state).run())  # type: ignore[arg-type]
    await until(lambda: state.mode is Mode.DEGRADED)
    with telegram_stand_in(port) as server:
        server.updates.append({"update_id": 1})
        await until(lambda: taken.numbers == [1])
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await api.close()
    assert state.mode is Mode.RUNNING


async def test_a_call_that_may_have_been_obeyed_is_not_made_again() -> None:
    calls = 0
    with telegram_stand_in() as server:
        server.known.add(1)
        server.troubles["sendMessage"].add(CUT_BEFORE)
        api = Api(TOKEN, server.address)

        def send() -> Awaitable[Any]:
            nonlocal calls
            calls += 1
            return api.bot.send_message(1, "x")

        with pytest.raises(calling.Uncertain):
            await Caller(ChannelState()).once(send)
        assert calls == 1
        await Caller(ChannelState()).once(send)
        await api.close()
    assert calls == 2


async def test_patience_ends() -> None:
    with telegram_stand_in() as server:
        port = server.port
    api = Api(TOKEN, f"http://127.0.0.1:{port}")
    state = ChannelState()
    with pytest.raises(calling.Unreachable):
        await Caller(state, patience=0.1).once(lambda: api.bot.send_message(1, "x"))
    await api.close()
    assert "cannot be reached" in state.detail
    assert TOKEN not in state.detail
