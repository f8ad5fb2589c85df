"""How often one may ask: a window that moves, and when it has room again."""

from __future__ import annotations

import pytest
from limits import RateLimitItem, parse

from horgos.channels.web import rates
from horgos.channels.web.errors import ErrorCode, Refused
from horgos.channels.web.rates import Rates, Windows
from tests.channels.web.clock import Clock

THREE: RateLimitItem = parse("3/minute")


def _rates(clock: Clock) -> tuple[Rates, Windows]:
    windows = Windows(60, clock)
    return Rates(windows, clock), windows


def _retry_after(rates: Rates, who: str = "a") -> int | None:
    """Seconds to wait; None when the request is let through."""
    try:
        rates.require(THREE, "messages", who)
    except Refused as refusal:
        assert refusal.error is ErrorCode.RATE_LIMITED
        return refusal.retry_after
    return None


def test_so_many_are_let_through_and_the_next_is_told_when_to_come_back() -> None:
    clock = Clock()
    rates, _ = _rates(clock)
    told = []
    for _ in range(6):
        told.append(_retry_after(rates))
        clock.wait(10)
    assert told == [None, None, None, 30, 20, 10]


def test_nobody_is_told_to_wait_longer_than_the_window() -> None:
    clock = Clock(1000.25)
    rates, _ = _rates(clock)
    assert [_retry_after(rates) for _ in range(4)] == [None, None, None, 60]
    clock.wait(60)
    assert _retry_after(rates) is None


def test_whoever_comes_back_when_told_is_let_through() -> None:
    clock = Clock(1000.25)
    rates, _ = _rates(clock)
    for _ in range(3):
        assert _retry_after(rates) is None
        clock.wait(10)
    for _ in range(5):
        wait = _retry_after(rates)
        assert wait is not None and 1 <= wait <= 60
        clock.wait(wait)
        assert _retry_after(rates) is None


def test_the_window_moves_and_does_not_start_anew_by_the_minute() -> None:
    clock = Clock()
    rates, _ = _rates(clock)
    clock.wait(59)
    for _ in range(3):
        assert _retry_after(rates) is None
    clock.wait(2)
    assert _retry_after(rates) == 58


def test_what_is_refused_does_not_count() -> None:
    clock = Clock()
    rates, _ = _rates(clock)
    for _ in range(50):
        _retry_after(rates)
    clock.wait(60)
    assert [_retry_after(rates) for _ in range(4)] == [None, None, None, 60]


def test_each_counts_for_himself_and_each_kind_for_itself() -> None:
    rates, _ = _rates(Clock())
    for who in ("a", "b"):
        for what in ("messages", "sessions"):
            for _ in range(3):
                rates.require(THREE, what, who)
            with pytest.raises(Refused):
                rates.require(THREE, what, who)


def test_who_stays_away_is_forgotten() -> None:
    clock = Clock()
    rates, windows = _rates(clock)
    for number in range(500):
        assert _retry_after(rates, f"address {number}") is None
    assert len(windows) == 500
    clock.wait(61)
    assert _retry_after(rates, "new") is None
    assert len(windows) == 1


def test_memory_is_bounded_whoever_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rates, "MOST_KEYS", 100)
    counted, windows = _rates(Clock())
    for number in range(1000):
        assert _retry_after(counted, f"address {number}") is None
    assert len(windows) == 100
