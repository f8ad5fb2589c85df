"""Every kind of update against the real guide, over real HTTP."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pytest

from tests.channels.contract.telegram import TelegramDriver
from tests.channels.contract.test_contract import GUIDE, WORDS
from tests.channels.telegram.updates import ANSWER, CASES, NOTHING, QUESTION, Case
from tests.stand_ins.telegram import Message


@dataclass(frozen=True)
class Sent:
    """All cases sent, each by somebody new.

    Attributes:
        people: Their accounts, by case.
        driver: Where the replies are.
    """

    people: Mapping[str, str]
    driver: TelegramDriver

    def screen(self, case: Case) -> Sequence[Message]:
        """What came to the private chat or the group."""
        account = int(self.people[case.name])
        chats = self.driver.server.chats
        return [*chats[account], *chats[-account]]


@pytest.fixture(scope="module")
def sent(telegram: TelegramDriver) -> Sent:
    people = {}
    telegram.server.queries.clear()
    for case in CASES:
        person = people[case.name] = telegram.person()
        telegram.deliver(**case.build(telegram, person))
    found = Sent(people, telegram)
    # The last to be answered stands behind the others in no queue: all have time.
    for case in CASES:
        if case.expected != NOTHING:
            chat = int(people[case.name]) * (-1 if case.name.startswith("group:") else 1)
            telegram.wait_for(str(chat), 1)
    return found


def test_there_are_more_than_eighty_kinds() -> None:
    assert len(CASES) == 86
    assert len({case.name for case in CASES}) == len(CASES)
    assert sum(case.expected == NOTHING for case in CASES) == 33


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_an_update_is_answered_as_it_should(case: Case, sent: Sent) -> None:
    screen = sent.screen(case)
    if case.expected == NOTHING:
        assert screen == []
        return
    assert screen[0].text == _expected(case, sent.driver)
    if case.name.startswith("group:"):
        assert screen[0].reply_to is not None


def test_in_a_forum_the_reply_is_in_the_same_topic(sent: Sent) -> None:
    (case,) = [case for case in CASES if case.name == "group: in a topic of a forum"]
    assert {str(message.thread) for message in sent.screen(case)} == {"12"}


def test_every_pressed_button_stops_spinning(sent: Sent) -> None:
    pressed = [case for case in CASES if case.name.startswith("pressed")]
    assert len(pressed) == 8
    assert len(sent.driver.server.called("answerCallbackQuery")) >= 8
    assert sent.driver.server.queries == set()


def test_only_what_nobody_can_read_was_malformed(sent: Sent, telegram: TelegramDriver) -> None:
    before = telegram.refused("malformed")
    (case,) = [case for case in CASES if case.name == "message without its chat"]
    telegram.deliver(**case.build(telegram, telegram.person()))
    assert telegram.refused("malformed") == before + 1
    assert sent.driver.violations == []


def _expected(case: Case, driver: TelegramDriver) -> str:
    form = GUIDE.forms[case.form]
    if case.expected == ANSWER:
        return driver.guide.ask(QUESTION).texts[0]
    if case.expected == "kk answer":
        return driver.guide.ask("Бажсыз қанша тауар алып шығуға болады?").texts[0]
    if case.expected in GUIDE.locales["en"].sentences:
        return GUIDE.say(case.expected, form).messages[0]
    return WORDS.say(case.expected, form)
