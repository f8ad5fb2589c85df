"""Work in order within a conversation, side by side between them."""

import asyncio
import logging

import pytest

from horgos.channels.messaging.queues import Queues


@pytest.mark.asyncio
async def test_a_conversation_is_in_order_and_does_not_hold_up_another() -> None:
    queues, done, gate = Queues(), [], asyncio.Event()

    async def slow() -> None:
        await gate.wait()
        done.append("slow")

    async def quick(name: str) -> None:
        done.append(name)

    assert queues.submit("a", slow)
    assert all(queues.submit("a", lambda n=n: quick(f"a{n}")) for n in range(10))
    assert queues.submit("b", lambda: quick("b"))
    await asyncio.sleep(0.01)
    assert done == ["b"]
    gate.set()
    assert await queues.drain(1) == 0
    assert done == ["b", "slow", *(f"a{n}" for n in range(10))]


@pytest.mark.asyncio
async def test_work_that_fails_is_logged_and_the_next_goes_on(
    caplog: pytest.LogCaptureFixture,
) -> None:
    queues, done = Queues(), []

    async def fails() -> None:
        raise RuntimeError("lost")

    async def works() -> None:
        done.append(1)

    queues.submit("a", fails)
    queues.submit("a", works)
    with caplog.at_level(logging.ERROR):
        await queues.drain(1)
    assert done == [1]
    assert [record.levelname for record in caplog.records] == ["ERROR"]


@pytest.mark.asyncio
async def test_a_flood_fills_one_queue_alone() -> None:
    queues, gate = Queues(longest=3), asyncio.Event()

    async def wait() -> None:
        await gate.wait()

    taken = [queues.submit("a", wait) for _ in range(10)]
    assert taken.count(True) == 3
    assert queues.submit("b", wait)
    gate.set()
    assert await queues.drain(1) == 0


@pytest.mark.asyncio
async def test_no_more_than_so_many_at_once() -> None:
    queues, at_work, most = Queues(at_once=4), 0, 0

    async def work() -> None:
        nonlocal at_work, most
        at_work += 1
        most = max(most, at_work)
        await asyncio.sleep(0.001)
        at_work -= 1

    for conversation in range(40):
        queues.submit(str(conversation), work)
    await queues.drain(5)
    assert most == 4


@pytest.mark.asyncio
async def test_the_end_does_not_wait_for_ever() -> None:
    queues = Queues()
    queues.submit("a", lambda: asyncio.sleep(60))
    await asyncio.sleep(0)
    assert await queues.drain(0.01) == 1
