"""What a person gets for what they did, with a stand-in for Rasa."""

from __future__ import annotations

from typing import Any

import pytest
from rasa.core.channels.channel import UserMessage

from horgos.channels.messaging.answering import Answering
from horgos.channels.messaging.message import Kind, Message
from horgos.channels.messaging.words import load_words
from horgos.project import ROOT, this_project

pytestmark = pytest.mark.asyncio

GUIDE = this_project().guide
WORDS = load_words(ROOT / "locales" / "messaging", GUIDE.forms, GUIDE.topics)


class FakeRasa:
    """Says what it understood, in Kazakh written in Arabic letters.

    Attributes:
        heard: The messages it got.
    """

    def __init__(self) -> None:
        self.heard: list[UserMessage] = []

    async def __call__(self, message: UserMessage) -> None:
        self.heard.append(message)
        answer = {"language": "kk", "script": "Arab", "sources": []}
        await message.output_channel.send_response(message.sender_id, {"text": message.text or "-"})
        await message.output_channel.send_response(
            message.sender_id, {"custom": {"answer": answer}}
        )

    @property
    def intents(self) -> list[str | None]:
        """What was meant beyond doubt; None for a text that is to be understood."""
        return [(m.parse_data or {}).get("intent", {}).get("name") for m in self.heard]


def answering() -> tuple[Answering, FakeRasa]:
    rasa = FakeRasa()
    return Answering(GUIDE, WORDS, rasa, "app"), rasa


def message(kind: Kind, content: str = "", hint: str | None = None) -> Message:
    return Message("me", "1", kind, content, GUIDE.forms[hint] if hint else None)


async def test_a_text_is_rasas_to_answer() -> None:
    desk, rasa = answering()
    reply = await desk.answer(message(Kind.TEXT, "шек қанша?", "ru-Cyrl"))
    assert (reply.texts, reply.form.code) == (("шек қанша?",), "kk-Arab")
    (heard,) = rasa.heard
    assert (heard.input_channel, heard.sender_id) == ("app", "me")
    assert heard.metadata == {"form": "ru-Cyrl"}
    assert heard.parse_data is None


@pytest.mark.parametrize("typed", ["/restart", "/greet{}", "//stop", "ask:duty_free"])
async def test_what_is_typed_commands_nothing(typed: str) -> None:
    desk, rasa = answering()
    await desk.answer(message(Kind.TEXT, typed))
    assert rasa.intents == [None]
    assert not str(rasa.heard[0].text).startswith("/")


async def test_buttons_are_pressed() -> None:
    desk, rasa = answering()
    await desk.answer(message(Kind.PRESS, "ask:duty_free"))
    await desk.answer(message(Kind.LANGUAGES))
    assert rasa.intents == ["duty_free", "choose_language"]


MEDIA = [kind for kind in Kind if kind.is_medium]
assert len(MEDIA) == 6


@pytest.mark.parametrize("kind", MEDIA)
@pytest.mark.parametrize("form", [form.code for form in GUIDE.forms])
async def test_media_are_declined_kindly_with_topics_to_choose(kind: Kind, form: str) -> None:
    desk, rasa = answering()
    reply = await desk.answer(message(kind, hint=form))
    assert reply.texts == (WORDS.say(kind.value, GUIDE.forms[form]),)
    assert reply.form.code == form
    assert len(reply.buttons) == len(list(GUIDE.topics)) + 1
    assert rasa.heard == []


async def test_the_form_of_the_last_answer_outdoes_the_hint() -> None:
    desk, _ = answering()
    await desk.answer(message(Kind.TEXT, "?", "ru-Cyrl"))
    reply = await desk.answer(message(Kind.HELP, hint="ru-Cyrl"))
    assert reply.form.code == "kk-Arab"
    assert reply.texts == GUIDE.say("help", GUIDE.forms["kk-Arab"]).messages


async def test_who_comes_is_greeted_in_the_form_of_the_scene() -> None:
    desk, rasa = answering()
    plain = await desk.answer(message(Kind.GREET, hint="zh-Hans"))
    assert plain.texts == GUIDE.say("greet", GUIDE.forms["zh-Hans"]).messages
    assert rasa.heard == []
    chosen = await desk.answer(message(Kind.GREET, "kk-Arab"))
    assert chosen.texts == GUIDE.say("greet", GUIDE.forms["kk-Arab"]).messages
    assert rasa.heard[0].parse_data["form"] == "kk-Arab"


@pytest.mark.parametrize(("kind", "says"), [(Kind.STOP, 1), (Kind.LEAVE, 0)])
async def test_an_end_is_an_end(kind: Kind, says: int) -> None:
    desk, rasa = answering()
    await desk.answer(message(Kind.TEXT, "?"))
    reply = await desk.answer(message(kind))
    assert rasa.intents == [None, "restart"]
    assert reply.texts == ((WORDS.say("stopped", GUIDE.forms["kk-Arab"]),) if says else ())
    after = await desk.answer(message(Kind.HELP))
    assert after.form == GUIDE.forms.default


async def test_a_wait_is_asked_for_in_the_language_of_the_question() -> None:
    desk, _ = answering()
    reply = desk.wait(message(Kind.TEXT, "Сколько можно провезти без пошлины?"))
    assert reply.texts == (WORDS.say("wait", GUIDE.forms["ru-Cyrl"]),)


async def test_trouble_is_told_in_the_persons_form() -> None:
    async def broken(_: Any) -> None:
        raise RuntimeError("no model")

    desk = Answering(GUIDE, WORDS, broken, "app")
    reply = await desk.answer(message(Kind.TEXT, "?", "zh-Hant"))
    assert reply.texts == GUIDE.say("trouble", GUIDE.forms["zh-Hant"]).messages
    assert desk.trouble(message(Kind.TEXT, hint="zh-Hant")) == reply
