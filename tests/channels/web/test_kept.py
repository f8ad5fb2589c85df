"""What is remembered of sessions has an end."""

from __future__ import annotations

from horgos.channels.web.kept import Kept
from tests.channels.web.clock import Clock


def _kept(clock: Clock, most: int = 1000) -> Kept[set[str]]:
    return Kept(set, lifetime=100, most=most, clock=clock)


def test_a_session_keeps_its_own() -> None:
    kept = _kept(Clock())
    kept.of("a").add("x")
    kept.of("b").add("y")
    assert (kept.of("a"), kept.of("b"), kept.of("c")) == ({"x"}, {"y"}, set())


def test_it_lasts_while_it_is_used_and_goes_when_it_is_not() -> None:
    clock = Clock()
    kept = _kept(clock)
    kept.of("used").add("x")
    kept.of("left").add("x")
    for _ in range(5):
        clock.wait(60)
        assert kept.of("used") == {"x"}
    assert len(kept) == 1
    assert kept.of("left") == set()


def test_of_too_many_the_one_unused_longest_goes() -> None:
    kept = _kept(Clock(), most=3)
    for name in ("a", "b", "c"):
        kept.of(name).add("x")
    kept.of("a")
    kept.of("d").add("x")
    assert len(kept) == 3
    assert [kept.of(name) for name in ("a", "c", "d")] == [{"x"}] * 3
    assert kept.of("b") == set()
