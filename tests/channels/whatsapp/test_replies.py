"""What a person sees of the real guide: sources with addresses, choices that can be pressed."""

from __future__ import annotations

import re

from tests.channels.contract.test_contract import GUIDE, TEN
from tests.channels.contract.whatsapp import WhatsAppDriver
from tests.channels.whatsapp.bodies import QUESTION

_ADDRESS = re.compile(r"^(.+): (https?://\S+)$", re.MULTILINE)


def test_an_address_is_that_of_a_source_the_answer_names(whatsapp: WhatsAppDriver) -> None:
    shown, people = 0, {question: whatsapp.person() for question in TEN}
    for question, person in people.items():
        whatsapp.say(person, question)
    whatsapp.settled(person)
    for question, person in people.items():
        reply = whatsapp.guide.ask(question)
        known = {(source["publisher"], source["url"]) for source in reply.answer["sources"]}
        for message in whatsapp.wait_for(person, 1):
            found = _ADDRESS.findall(message.text)
            assert set(found) <= known
            text = _ADDRESS.sub("", message.text).rstrip()
            assert all(name in text.splitlines()[-1] for name, _ in found)
            assert message.text.count("http") == len(found)
            shown += len(found)
    assert shown >= 1


def test_from_a_list_to_an_answer_to_buttons(whatsapp: WhatsAppDriver) -> None:
    """Eight topics are a list; what was pressed is answered, and leads on."""
    person = whatsapp.person()
    whatsapp.send_medium(person, "photo")
    (first,) = whatsapp.wait_for(person, 1)
    assert whatsapp.server.screens[person][0].kind == "list"
    assert len(first.buttons) == 8 and max(map(len, first.labels)) <= 20
    whatsapp.press(person, "ask:duty_free")
    answer = whatsapp.wait_for(person, 2)[1]
    assert answer.text.startswith(whatsapp.guide.ask(QUESTION).texts[0])
    whatsapp.press(person, "ask:duty_free:KZ")
    said = whatsapp.wait_for(person, 3)[2]
    form = GUIDE.forms["en-Latn"]
    expected = whatsapp.guide.ask("ask:duty_free:KZ", language=form.language, script=form.script)
    assert said.text.startswith(expected.texts[0])
