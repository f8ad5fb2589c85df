"""Locks in a real Redis: every place in a conversation's queue is given out once."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest
from rasa.core.lock_store import LockError, LockStore
from rasa.utils.endpoints import EndpointConfig

from horgos.shared.locks import RedisLocks
from tests.several_machines.servers import PASSWORD, Redis

GUIDES = 4
EACH = 50
LONG = 60.0


def locks(server: Redis, socket_timeout: float = 2) -> RedisLocks:
    """The lock store of one more guide, which waits so many seconds for Redis."""
    store = LockStore.create(
        EndpointConfig(
            url="127.0.0.1",
            type="horgos.shared.locks.RedisLocks",
            port=str(server.port),
            password=PASSWORD,
            key_prefix="horgos",
            socket_timeout=socket_timeout,
        )
    )
    assert isinstance(store, RedisLocks)
    return store


def _at_once(works: list[Callable[[], list[int]]]) -> list[int]:
    with ThreadPoolExecutor(len(works)) as pool:
        running = [pool.submit(work) for work in works]
        return [number for done in running for number in done.result()]


def test_no_two_guides_get_the_same_ticket(redis_server: Redis) -> None:
    def take(store: RedisLocks) -> list[int]:
        return [store.issue_ticket("busy", LONG) for _ in range(EACH)]

    numbers = _at_once([partial(take, locks(redis_server)) for _ in range(GUIDES)])
    assert sorted(numbers) == list(range(GUIDES * EACH))


def test_what_one_gives_back_costs_no_other_its_place(redis_server: Redis) -> None:
    stores = [locks(redis_server) for _ in range(GUIDES)]
    kept = stores[0].issue_ticket("crowded", LONG)

    def come_and_go(store: RedisLocks) -> list[int]:
        for _ in range(EACH):
            store.cleanup("crowded", store.issue_ticket("crowded", LONG))
            store.update_lock("crowded")
        return []

    _at_once([partial(come_and_go, store) for store in stores])
    lock = stores[0].get_lock("crowded")
    assert lock is not None
    assert [ticket.number for ticket in lock.tickets] == [kept]


def test_who_waits_goes_on_when_the_one_before_is_done(redis_server: Redis) -> None:
    here, there = locks(redis_server), locks(redis_server)
    order: list[str] = []

    async def second() -> None:
        async with there.lock("two", wait_time_in_seconds=0.01):
            order.append("second in")

    async def first() -> None:
        async with here.lock("two"):
            waiting = asyncio.create_task(second())
            while len(getattr(there.get_lock("two"), "tickets", ())) < 2:
                await asyncio.sleep(0.01)
            order.append("first out")
        await waiting

    asyncio.run(first())
    assert order == ["first out", "second in"]


def test_nothing_stays_of_a_finished_message_nor_of_a_guide_that_died(redis_server: Redis) -> None:
    store, client = locks(redis_server), redis_server.client()
    store.cleanup("done", store.issue_ticket("done", LONG))
    assert client.keys("*done*") == []
    store.issue_ticket("dead", 0.2)
    assert client.keys("*dead*") == [b"horgos:lock:dead"]
    end = time.monotonic() + 5
    while client.keys("*dead*"):
        assert time.monotonic() < end
        time.sleep(0.02)


def test_a_redis_that_is_away_gives_no_ticket_and_is_asked_again_when_it_is_back(
    redis_server: Redis,
) -> None:
    store = locks(redis_server)
    store.cleanup("away", store.issue_ticket("away", LONG))
    with redis_server.away(), pytest.raises(LockError, match="Redis gives no ticket"):
        store.issue_ticket("away", LONG)
    assert store.issue_ticket("away", LONG) == 0


def test_a_redis_that_hangs_is_not_waited_for_longer_than_set(redis_server: Redis) -> None:
    store = locks(redis_server, socket_timeout=0.2)
    assert store.answers()
    with redis_server.frozen():
        begun = time.monotonic()
        with pytest.raises(LockError):
            store.issue_ticket("frozen", LONG)
        assert not store.answers()
        assert time.monotonic() - begun < 2
    assert store.answers()


def test_a_guide_that_died_holds_a_conversation_up_as_long_as_its_ticket_lives(
    redis_server: Redis,
) -> None:
    here, there = locks(redis_server), locks(redis_server)
    begun = time.monotonic()
    here.issue_ticket("left", 0.5)

    async def wait() -> float:
        async with there.lock("left", wait_time_in_seconds=0.02):
            return time.monotonic() - begun

    assert 0.4 < asyncio.run(wait()) < 5
