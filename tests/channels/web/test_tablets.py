"""What is remembered of the tablets."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from horgos.channels.web.tablets import MOST_TABLETS, Ping, Tablets

NOW = datetime(2026, 11, 27, tzinfo=timezone.utc)


def _ping(tablet: str, seconds: int = 0, screen: str = "chat") -> Ping:
    return Ping(tablet, screen, "1", NOW + timedelta(seconds=seconds))


def test_the_last_sign_of_life_counts() -> None:
    tablets = Tablets()
    for ping in (_ping("b"), _ping("a"), _ping("b", 5, "offline")):
        tablets.heard(ping)
    assert list(tablets) == [_ping("a"), _ping("b", 5, "offline")]


def test_of_too_many_the_longest_silent_is_forgotten() -> None:
    tablets = Tablets()
    for number in range(MOST_TABLETS):
        tablets.heard(_ping(f"t{number}"))
    tablets.heard(_ping("t0", 1))
    tablets.heard(_ping("new", 2))
    names = {ping.tablet for ping in tablets}
    assert len(names) == MOST_TABLETS
    assert {"t0", "new"} <= names and "t1" not in names
