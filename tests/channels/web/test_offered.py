"""A session may press what every visitor has and what it was offered, and nothing else."""

from __future__ import annotations

import pytest

from horgos.answers.buttons import read_button
from horgos.channels.web.errors import ErrorCode, Refused
from horgos.channels.web.kept import Kept
from horgos.channels.web.offered import Offered, from_the_start
from horgos.project import this_project
from tests.channels.web.clock import Clock

GUIDE = this_project().guide
ALWAYS = from_the_start(GUIDE.topics, GUIDE.forms)
STRANGE = ["", "ask:", "ask:duty_free:KZ", "ask:nothing", "language:xx-Xxxx", "/restart", "x" * 900]


def _offered(clock: Clock | None = None) -> Offered:
    return Offered(ALWAYS, Kept(set, lifetime=100, clock=clock or Clock()))


def _may(offered: Offered, session: str, button: str) -> bool:
    try:
        offered.require(session, button)
    except Refused as refusal:
        assert refusal.error is ErrorCode.BUTTON_NOT_OFFERED
        return False
    return True


def test_from_the_start_there_are_all_topics_and_all_forms() -> None:
    assert len(ALWAYS) == len(list(GUIDE.topics)) + 1 + len(GUIDE.forms) >= 15
    for button in ALWAYS:
        assert read_button(button, GUIDE.topics, GUIDE.forms) is not None
        assert _may(_offered(), "new", button)


@pytest.mark.parametrize("button", STRANGE)
def test_what_nobody_offered_may_not_be_pressed(button: str) -> None:
    assert not _may(_offered(), "a", button)


def test_an_offer_is_for_its_session_alone() -> None:
    offered = _offered()
    offered.offer("a", ["ask:duty_free:KZ", "ask:duty_free"])
    assert _may(offered, "a", "ask:duty_free:KZ")
    assert not _may(offered, "b", "ask:duty_free:KZ")


def test_an_offer_stays_while_the_session_talks() -> None:
    clock = Clock()
    offered = _offered(clock)
    offered.offer("a", ["ask:duty_free:KZ"])
    clock.wait(90)
    assert _may(offered, "a", "ask:duty_free:KZ")
    clock.wait(90)
    assert _may(offered, "a", "ask:duty_free:KZ")
    clock.wait(101)
    assert not _may(offered, "a", "ask:duty_free:KZ")
