"""Every kind of body against the real guide, over real HTTP."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest
import pywa
from pywa.types.base_update import RawUpdate
from pywa.utils import webhook_updates_validator

from horgos.channels.whatsapp.signature import sign
from tests.channels.contract.test_contract import GUIDE, WORDS
from tests.channels.contract.whatsapp import WhatsAppDriver
from tests.channels.whatsapp.bodies import ANSWER, CASES, KAZAKH, NOTHING, QUESTION, TYPED, Case
from tests.stand_ins.whatsapp import APP_SECRET, Sent, WhatsAppStandIn, batch


@dataclass(frozen=True)
class Brought:
    """All cases brought, each by somebody new.

    Attributes:
        people: Their numbers, by case.
        refused: What was counted while each was brought.
        driver: Where the replies are.
    """

    people: Mapping[str, str]
    refused: Mapping[str, Mapping[str, int]]
    driver: WhatsAppDriver

    def screen(self, case: Case) -> Sequence[Sent]:
        return self.driver.server.screens[case.where(self.people[case.name])]


@pytest.fixture(scope="module")
def brought(whatsapp: WhatsAppDriver) -> Brought:
    people, refused = {}, {}
    before = whatsapp.state["refused"]
    for case in CASES:
        person = people[case.name] = whatsapp.person()
        body = case.build(whatsapp, person)
        if group := body_group(body):
            whatsapp.server.wrote[group] = whatsapp.server.wrote[case.where(person)]
        assert whatsapp.send_raw(json.dumps(body).encode()) == 200, case.name
        after = whatsapp.state["refused"]
        refused[case.name] = {key: after[key] - before[key] for key in after}
        before = after
    for case in CASES:
        if case.expected != NOTHING:
            whatsapp.wait_for(case.where(people[case.name]), 1)
    whatsapp.settled(people[CASES[0].name])
    return Brought(people, refused, whatsapp)


def body_group(body: Mapping[str, Any]) -> str | None:
    """The group of a body's first message."""
    try:
        message = body["entry"][0]["changes"][0]["value"]["messages"][0]
        group: str | None = message.get("group_id")
    except (KeyError, IndexError, TypeError, AttributeError):
        return None
    return group


def test_there_are_more_than_eighty_kinds() -> None:
    assert len(CASES) == 84
    assert len({case.name for case in CASES}) == len(CASES)
    assert sum(case.expected == NOTHING for case in CASES) == 29


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_body_brings_what_it_should(case: Case, brought: Brought) -> None:
    counted = {"malformed": case.malformed, "replayed": case.replayed}
    expected = {**dict.fromkeys(brought.refused[case.name], 0), **counted}
    assert brought.refused[case.name] == expected
    screen = brought.screen(case)
    if case.expected == NOTHING:
        assert screen == []
        return
    if case.expected == TYPED:
        pressed = GUIDE.say("choose_language", GUIDE.forms["ru-Cyrl"]).messages[0]
        assert screen[0].text.strip() and not screen[0].text.startswith(pressed)
        return
    said = _expected(case, brought.driver)
    assert screen[0].text.startswith(said), screen[0].text
    assert [sent.text.startswith(said) for sent in screen].count(True) == 1


def test_a_number_that_is_hidden_is_answered_by_its_user(brought: Brought) -> None:
    (case, *_) = [case for case in CASES if "without a number" in case.name]
    sent = brought.screen(case)[0].content
    assert sent["recipient"] == case.where(brought.people[case.name])
    assert "to" not in sent


def test_a_group_is_told_once_and_without_buttons(brought: Brought) -> None:
    driver, (case, *_) = brought.driver, [case for case in CASES if "in a group" in case.name]
    person, group = brought.people[case.name], case.where(brought.people[case.name])
    for _ in range(3):
        driver.deliver(driver.message(person, group_id=group, type="text", text={"body": "hi"}))
    (sent,) = driver.settled(group)
    assert sent.buttons == ()
    assert driver.server.screens[group][0].content["recipient_type"] == "group"


def test_what_is_read_is_marked_and_typing_shown(whatsapp: WhatsAppDriver) -> None:
    person = whatsapp.person()
    message = whatsapp.message(person, type="text", text={"body": QUESTION})
    whatsapp.deliver(message)
    whatsapp.wait_for(person, 1)
    assert message["id"] in whatsapp.server.read
    assert message["id"] in whatsapp.server.typing


def test_many_people_in_one_body_are_all_answered(whatsapp: WhatsAppDriver) -> None:
    people = [whatsapp.person() for _ in range(12)]
    text = {"type": "text", "text": {"body": QUESTION}}
    whatsapp.deliver(*(whatsapp.message(person, **text) for person in people))
    answer = whatsapp.guide.ask(QUESTION).texts[0]
    for person in people:
        (said,) = whatsapp.wait_for(person, 1)
        assert said.text.startswith(answer)


def test_no_body_of_ours_broke_a_limit(brought: Brought) -> None:
    assert brought.driver.violations == []


READABLE = {
    "text": pywa.types.Message,
    "text in reply to the guide": pywa.types.Message,
    "forwarded text": pywa.types.Message,
    "text from an advert": pywa.types.Message,
    "pressed button": pywa.types.CallbackButton,
    "pressed button of a template": pywa.types.CallbackButton,
    "pressed row of a list": pywa.types.CallbackSelection,
    "voice message": pywa.types.Message,
    "picture with words": pywa.types.Message,
    "video": pywa.types.Message,
    "sticker": pywa.types.Message,
    "document": pywa.types.Message,
    "location": pywa.types.Message,
    "contact cards": pywa.types.Message,
    "order": pywa.types.Message,
    "unsupported poll": pywa.types.Message,
    "reaction": pywa.types.Message,
    "text in a group": pywa.types.Message,
    "status sent": pywa.types.MessageStatus,
    "status delivered": pywa.types.MessageStatus,
    "status read": pywa.types.MessageStatus,
    "status failed": pywa.types.MessageStatus,
}


def test_another_implementation_reads_the_same_bodies() -> None:
    """The shapes are Meta's and not our own: pywa, which is kept up with them, reads them too."""
    driver = WhatsAppDriver(WhatsAppStandIn(port=0))
    client = pywa.WhatsApp(phone_id="1", token="x", server=None)
    read = 0
    for case in (case for case in CASES if case.name in READABLE):
        body = case.build(driver, driver.person())
        raw = json.dumps(body).encode()
        update = RawUpdate(raw, hmac_header=sign(raw, APP_SECRET), update_hash="x")
        assert READABLE[case.name].from_update(client, update=update).id
        read += 1
    assert read == len(READABLE) == 22


def test_another_implementation_takes_our_signature() -> None:
    body = json.dumps(batch(messages=[])).encode()
    assert webhook_updates_validator(APP_SECRET, body, sign(body, APP_SECRET))
    assert not webhook_updates_validator(APP_SECRET, body + b" ", sign(body, APP_SECRET))


@cache
def _answer(driver: WhatsAppDriver, question: str) -> str:
    return driver.guide.ask(question).texts[0]


def _expected(case: Case, driver: WhatsAppDriver) -> str:
    form = GUIDE.forms[case.form]
    if case.expected == ANSWER:
        return _answer(driver, QUESTION)
    if case.expected == "kk answer":
        return _answer(driver, KAZAKH)
    if case.expected in GUIDE.locales["en"].sentences:
        return GUIDE.say(case.expected, form).messages[0]
    return WORDS.say(case.expected, form)
