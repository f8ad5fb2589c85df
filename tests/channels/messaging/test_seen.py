"""What was delivered before."""

from horgos.channels.messaging.seen import Seen, Sighting


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_message_is_new_once_then_in_work_then_done() -> None:
    seen = Seen()
    assert [seen.look("a"), seen.look("a"), seen.look("b")] == [
        Sighting.NEW,
        Sighting.IN_WORK,
        Sighting.NEW,
    ]
    seen.done("a")
    assert seen.look("a") is Sighting.DONE


def test_what_failed_may_come_again() -> None:
    seen = Seen()
    seen.look("a")
    seen.failed("a")
    assert seen.look("a") is Sighting.NEW


def test_the_oldest_are_forgotten() -> None:
    clock = Clock()
    seen = Seen(keep=3, seconds=10, clock=clock)
    for identity in "abcd":
        seen.look(identity)
    assert len(seen) == 3
    assert seen.look("a") is Sighting.NEW
    clock.now = 11
    assert seen.look("d") is Sighting.NEW
    assert len(seen) == 1


def test_ending_what_was_forgotten_does_no_harm() -> None:
    seen = Seen()
    seen.done("a")
    seen.failed("a")
    assert len(seen) == 0
