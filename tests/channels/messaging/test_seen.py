"""What was delivered before."""

from horgos.channels.messaging.seen import Seen


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_message_is_new_once() -> None:
    seen = Seen()
    assert [seen.is_new(identity) for identity in "aaba"] == [True, False, True, False]


def test_the_oldest_are_forgotten() -> None:
    clock = Clock()
    seen = Seen(keep=3, seconds=10, clock=clock)
    assert all(map(seen.is_new, "abcd"))
    assert len(seen) == 3
    assert seen.is_new("a")
    clock.now = 11
    assert seen.is_new("d")
    assert len(seen) == 1
