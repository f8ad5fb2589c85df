"""Bad days of Meta before the real guide: a reply comes once, in order, whatever happens."""

from __future__ import annotations

import json
import random
import time
from collections import Counter
from typing import Any

from tests.channels.contract.test_contract import GUIDE, WORDS
from tests.channels.contract.whatsapp import MEDIA, WhatsAppDriver
from tests.channels.whatsapp.bodies import QUESTION
from tests.stand_ins.whatsapp import CUT_AFTER, SLOW, Trouble
from tests.stand_ins.whatsapp_errors import Refusal

_MESSAGES, _PEOPLE, _EACH = 500, 50, 10
_DUPLICATES, _FAILURES = 25, 0.05


def _press(identity: str) -> dict[str, Any]:
    reply = {"type": "button_reply", "button_reply": {"id": identity, "title": "x"}}
    return {"type": "interactive", "interactive": reply}


def _said(act: str, form: str) -> str:
    return GUIDE.say(act, GUIDE.forms[form]).messages[0]


# Ten different things to do, and what each is answered with; the form chosen last holds.
_TURNS: tuple[tuple[dict[str, Any], str], ...] = (
    (_press("language:kk-Cyrl"), _said("choose_language", "kk-Cyrl")),
    (MEDIA["voice"], WORDS.say("voice", GUIDE.forms["kk-Cyrl"])),
    (MEDIA["photo"], WORDS.say("photo", GUIDE.forms["kk-Cyrl"])),
    ({"type": "request_welcome"}, _said("greet", "kk-Cyrl")),
    (MEDIA["location"], WORDS.say("location", GUIDE.forms["kk-Cyrl"])),
    (MEDIA["document"], WORDS.say("document", GUIDE.forms["kk-Cyrl"])),
    (_press("language:zh-Hant"), _said("choose_language", "zh-Hant")),
    ({"type": "sticker", "sticker": {}}, WORDS.say("sticker", GUIDE.forms["zh-Hant"])),
    ({"type": "contacts", "contacts": []}, WORDS.say("unsupported", GUIDE.forms["zh-Hant"])),
    ({"type": "request_welcome"}, _said("greet", "zh-Hant")),
)


def _answer(whatsapp: WhatsAppDriver) -> str:
    return whatsapp.guide.ask(QUESTION).texts[0]


def test_a_reply_that_arrived_is_not_sent_again(whatsapp: WhatsAppDriver) -> None:
    person = whatsapp.person()
    whatsapp.server.troubles.add_to(person, CUT_AFTER)
    whatsapp.say(person, QUESTION)
    whatsapp.wait_for(person, 1)
    whatsapp.say(person, QUESTION)
    received = [said.text for said in whatsapp.settled(person, 2)]
    assert len(received) == 2
    assert all(text.startswith(_answer(whatsapp)) for text in received)


def test_one_persons_trouble_is_nobody_elses(whatsapp: WhatsAppDriver) -> None:
    person, other = whatsapp.person(), whatsapp.person()
    whatsapp.server.troubles.add_to(person, *[Refusal(131056)] * 2)
    whatsapp.say(person, QUESTION)
    time.sleep(0.3)
    whatsapp.say(other, QUESTION)
    answered = whatsapp.wait_for(other, 1)
    # Meta refuses the first one for some seconds more: the other has not waited for that.
    assert whatsapp.received(person) == []
    assert answered[0].text.startswith(_answer(whatsapp))
    assert len(whatsapp.wait_for(person, 1)) == 1


def test_a_burst_loses_and_repeats_nothing(whatsapp: WhatsAppDriver) -> None:
    """500 messages of 50 people, 5 % of them twice, 5 % of the sends failing at first."""
    dice, server = random.Random(500), whatsapp.server
    people = [whatsapp.person() for _ in range(_PEOPLE)]
    before, sent_before = whatsapp.state, len(server.calls)
    troubles: tuple[Trouble, ...] = (
        Refusal(130429), Refusal(131056), Refusal(80007), Refusal(131000), SLOW, CUT_AFTER,
    )  # fmt: skip
    server.troubles.happened.clear()
    server.troubles.share(_FAILURES, 5, *troubles)
    expected: dict[str, list[str]] = {person: [] for person in people}
    turns = [(person, turn) for turn in range(_EACH) for person in people]
    twice = set(dice.sample(range(_MESSAGES), _DUPLICATES))
    try:
        for place, (person, turn) in enumerate(turns):
            content, said = _TURNS[turn]
            expected[person].append(said)
            message = whatsapp.message(person, f"burst-{place}", **content)
            for _ in range(2 if place in twice else 1):
                whatsapp.deliver(message)
        for person in people:
            whatsapp.wait_for(person, _EACH)
    finally:
        server.troubles.share(0.0, 0)
    whatsapp.settled(people[-1], _EACH)
    for person in people:
        assert [said.text for said in whatsapp.received(person)] == expected[person]
    after, failures = whatsapp.state, Counter(server.troubles.happened)
    counts = {
        "messages": len(turns),
        "duplicates": after["duplicates"] - before["duplicates"],
        "handled": after["handled"] - before["handled"],
        "sent": len(server.calls) - sent_before,
        "failed at first": sum(failures.values()),
        "undelivered": after["undelivered"] - before["undelivered"],
    }
    print(counts, dict(failures))
    assert counts["messages"] == counts["handled"] == counts["sent"] == _MESSAGES
    assert counts["duplicates"] == _DUPLICATES
    assert counts["undelivered"] == 0
    assert counts["failed at first"] >= 0.03 * _MESSAGES
    assert len(failures) == len(troubles)
    told = [server.statuses[sent.identity] for person in people for sent in server.screens[person]]
    assert all(states == ["sent", "delivered", "read"] for states in told)


def test_ten_messages_at_once_are_answered_in_order(whatsapp: WhatsAppDriver) -> None:
    person = whatsapp.person()
    wanted = [form.code for form in GUIDE.forms] + ["kk-Cyrl", "ru-Cyrl", "en-Latn"]
    assert len(wanted) == 10
    presses = [whatsapp.message(person, **_press(f"language:{form}")) for form in wanted]
    whatsapp.deliver(*presses)
    received = [said.text for said in whatsapp.wait_for(person, 10)]
    assert received == [_said("choose_language", form) for form in wanted]


def test_a_body_that_comes_again_hours_later_changes_nothing(whatsapp: WhatsAppDriver) -> None:
    """Meta tries for days; whoever has overheard a body may send it, too."""
    person = whatsapp.person()
    body = whatsapp.batch(whatsapp.message(person, type="text", text={"body": QUESTION}))
    raw = json.dumps(body).encode()
    assert whatsapp.send_raw(raw) == 200
    first, before = whatsapp.settled(person), whatsapp.state["duplicates"]
    assert whatsapp.send_raw(raw) == 200
    assert whatsapp.settled(person) == first
    assert whatsapp.state["duplicates"] == before + 1


def test_nobodys_name_or_number_is_in_store_or_log(whatsapp: WhatsAppDriver) -> None:
    person = whatsapp.person()
    whatsapp.say(person, QUESTION)
    whatsapp.settled(person)
    whatsapp.server.troubles.add_to(person, Refusal(131026, f"{person} is not on WhatsApp"))
    whatsapp.say(person, QUESTION)
    whatsapp.say(person, QUESTION)
    whatsapp.settled(person, 2)
    searched = 0
    for path in whatsapp.guide.settings.var.rglob("*"):
        if path.is_file():
            searched += 1
            content = path.read_bytes()
            for secret in (person, "Aigerim", *whatsapp.environment.values()):
                assert secret.encode() not in content, (path, secret)
    assert searched >= 3
    logs = [path.read_text() for path in whatsapp.guide.settings.var.rglob("*.log")]
    assert any("error 131026" in log for log in logs)
    assert not any(QUESTION in log or "wamid" in log for log in logs)
