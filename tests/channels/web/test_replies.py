"""A question asked again gets the reply it had; the work is done once, whoever goes away."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable

import pytest

from horgos.channels.web.errors import ErrorCode, Refused
from horgos.channels.web.kept import Kept
from horgos.channels.web.replies import KEPT, BySession, Replies, Reply

pytestmark = pytest.mark.asyncio


class Guide:
    """Answers when told to, and counts how often it was asked."""

    def __init__(self) -> None:
        self.asked = 0
        self.finished = 0
        self.may_go_on = asyncio.Event()

    async def answer(self) -> AsyncIterator[bytes]:
        self.asked += 1
        number = self.asked
        yield b"first %d" % number
        await self.may_go_on.wait()
        yield b"second %d" % number
        self.finished += 1


def _replies(most_in_work: int = 100) -> Replies:
    return Replies(Kept(BySession, lifetime=1000), most_in_work)


async def _all(reply: Reply) -> list[bytes]:
    return [line async for line in reply.follow()]


async def _until(true: Callable[[], bool]) -> None:
    for _ in range(1000):
        if true():
            return
        await asyncio.sleep(0)
    raise AssertionError("it did not happen")


async def test_parts_come_when_they_are_known() -> None:
    guide, replies = Guide(), _replies()
    follow = replies.to("s", "q", guide.answer).follow()
    assert await anext(follow) == b"first 1"
    second = asyncio.ensure_future(anext(follow))
    await asyncio.sleep(0.01)
    assert not second.done()
    guide.may_go_on.set()
    assert await second == b"second 1"


async def test_asked_again_it_joins_the_reply_in_work() -> None:
    guide, replies = Guide(), _replies()
    listeners = [asyncio.ensure_future(_all(replies.to("s", "q", guide.answer)))]
    await _until(lambda: guide.asked == 1)
    listeners += [asyncio.ensure_future(_all(replies.to("s", "q", guide.answer))) for _ in range(5)]
    await asyncio.sleep(0)
    guide.may_go_on.set()
    assert await asyncio.gather(*listeners) == [[b"first 1", b"second 1"]] * 6
    assert guide.asked == 1


async def test_asked_again_it_has_the_reply_that_is_done() -> None:
    guide, replies = Guide(), _replies()
    guide.may_go_on.set()
    first = await _all(replies.to("s", "q", guide.answer))
    assert await _all(replies.to("s", "q", guide.answer)) == first
    assert guide.asked == 1


async def test_another_question_and_another_session_are_answered_anew() -> None:
    guide, replies = Guide(), _replies()
    guide.may_go_on.set()
    for session, question in (("s", "q"), ("s", "r"), ("t", "q")):
        await _all(replies.to(session, question, guide.answer))
    assert guide.asked == 3


async def test_who_goes_away_does_not_stop_the_work() -> None:
    guide, replies = Guide(), _replies()
    listener = asyncio.ensure_future(_all(replies.to("s", "q", guide.answer)))
    await _until(lambda: guide.asked == 1)
    listener.cancel()
    with pytest.raises(asyncio.CancelledError):
        await listener
    guide.may_go_on.set()
    await _until(lambda: guide.finished == 1)
    assert await _all(replies.to("s", "q", guide.answer)) == [b"first 1", b"second 1"]
    assert guide.asked == 1


async def test_the_last_twenty_are_kept() -> None:
    guide, replies = Guide(), _replies()
    guide.may_go_on.set()
    assert KEPT == 20
    for number in range(KEPT + 1):
        await _all(replies.to("s", f"q{number}", guide.answer))
    assert guide.asked == 21
    for number in range(1, KEPT + 1):
        await _all(replies.to("s", f"q{number}", guide.answer))
    assert guide.asked == 21
    await _all(replies.to("s", "q0", guide.answer))
    assert guide.asked == 22


async def test_too_much_in_work_is_refused_until_something_is_done() -> None:
    guide, replies = Guide(), _replies(most_in_work=2)
    kept = [replies.to("s", question, guide.answer) for question in "ab"]
    with pytest.raises(Refused) as caught:
        replies.to("t", "c", guide.answer)
    assert caught.value.error is ErrorCode.UNAVAILABLE
    assert caught.value.retry_after == 5
    assert replies.to("s", "a", guide.answer) is kept[0]
    guide.may_go_on.set()
    await asyncio.gather(*map(_all, kept))
    assert len(await _all(replies.to("t", "c", guide.answer))) == 2


async def test_work_that_breaks_ends_without_a_mark(caplog: pytest.LogCaptureFixture) -> None:
    async def broken() -> AsyncIterator[bytes]:
        yield b"first"
        raise RuntimeError("on purpose")

    assert await _all(_replies().to("s", "q", broken)) == [b"first"]
    assert "A reply broke off" in caplog.text
