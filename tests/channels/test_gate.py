"""The gate with a stand-in for Rasa: nothing goes without a reply, whatever happens behind it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import pytest
from rasa.core.channels.channel import UserMessage

from horgos.channels.gate import Arrival, Element, Gate
from horgos.project import this_project

pytestmark = pytest.mark.asyncio

GUIDE = this_project().guide
ANSWER = {
    "language": "kk", "script": "Arab", "topics": [], "facts": [], "status": "confirmed",
    "sources": [],
}  # fmt: skip
PROVENANCE = {"custom": {"answer": ANSWER}}

Rasa = Callable[[UserMessage], Awaitable[None]]


def _arrival(text: str = "hello", button: str | None = None, **claims: str) -> Arrival:
    return Arrival("me", text, claims, "test", button)


def _saying(*messages: Mapping[str, Any], then: Exception | None = None) -> Rasa:
    async def rasa(message: UserMessage) -> None:
        for said in messages:
            await message.output_channel.send_response("me", dict(said))
        if then is not None:
            raise then

    return rasa


def _kinds(reply: list[Element]) -> list[str]:
    return ["text" if "text" in element else "answer" for element in reply]


def _form(reply: list[Element]) -> str:
    (answer,) = [element["custom"]["answer"] for element in reply if "custom" in element]
    return f"{answer['language']}-{answer['script']}"


async def test_what_rasa_says_is_the_reply() -> None:
    reply = await Gate(GUIDE).ask(_arrival(), _saying({"text": "a"}, {"text": "b"}, PROVENANCE))
    assert [element.get("text") for element in reply] == ["a", "b", None]
    assert _form(reply) == "kk-Arab"


async def test_each_element_comes_when_it_is_said() -> None:
    go_on = asyncio.Event()

    async def slow(message: UserMessage) -> None:
        await message.output_channel.send_response("me", {"text": "first"})
        await go_on.wait()
        await message.output_channel.send_response("me", dict(PROVENANCE))

    stream = Gate(GUIDE).stream(_arrival(), slow)
    assert (await anext(stream))["text"] == "first"
    go_on.set()
    assert [element["custom"]["answer"]["language"] async for element in stream] == ["kk"]


SILENT: dict[str, Rasa] = {
    "nothing": _saying(),
    "an exception": _saying(then=RuntimeError("on purpose")),
    "blanks": _saying({"text": " \n "}, PROVENANCE),
    "provenance alone": _saying(PROVENANCE),
    "provenance, then an exception": _saying(PROVENANCE, then=KeyError("x")),
    "a picture": _saying({"image": "https://example.org/x.png"}),
}


@pytest.mark.parametrize("case", SILENT)
async def test_where_nothing_can_be_read_there_is_an_apology(case: str) -> None:
    reply = await Gate(GUIDE).ask(_arrival("8000?", language="ru"), SILENT[case])
    assert _kinds(reply) == ["text", "answer"]
    assert reply[0]["text"] == GUIDE.say("trouble", GUIDE.forms["ru-Cyrl"]).messages[0]
    assert reply[0]["buttons"]
    assert _form(reply) == "ru-Cyrl"


@pytest.mark.parametrize("then", [None, RuntimeError("on purpose")])
async def test_a_text_without_provenance_is_followed_by_an_apology(
    then: Exception | None,
) -> None:
    reply = await Gate(GUIDE).ask(_arrival(), _saying({"text": "half of"}, then=then))
    assert _kinds(reply) == ["text", "text", "answer"]
    assert reply[-1]["custom"]["answer"]["status"] == "unknown"


async def test_who_takes_too_long_is_apologised_for_and_stopped() -> None:
    stopped = asyncio.Event()

    async def endless(_: UserMessage) -> None:
        try:
            await asyncio.sleep(60)
        finally:
            stopped.set()

    reply = await Gate(GUIDE, patience=0.05).ask(_arrival(), endless)
    assert _kinds(reply) == ["text", "answer"]
    assert stopped.is_set()


async def test_who_stops_listening_stops_the_work() -> None:
    stopped = asyncio.Event()

    async def slow(message: UserMessage) -> None:
        await message.output_channel.send_response("me", {"text": "first"})
        try:
            await asyncio.sleep(60)
        finally:
            stopped.set()

    stream = Gate(GUIDE).stream(_arrival(), slow)
    await anext(stream)
    await stream.aclose()
    await asyncio.wait_for(stopped.wait(), 1)


async def test_an_apology_is_in_the_language_spoken_last() -> None:
    gate = Gate(GUIDE)
    await gate.ask(_arrival("8000?"), _saying({"text": "a"}, PROVENANCE))
    for arrival in (_arrival("700?"), _arrival(button="ask:duty_free", text="")):
        assert _form(await gate.ask(arrival, _saying())) == "kk-Arab"


async def _heard(arrival: Arrival) -> UserMessage:
    heard: list[UserMessage] = []

    async def rasa(message: UserMessage) -> None:
        heard.append(message)

    await Gate(GUIDE).ask(arrival, rasa)
    (message,) = heard
    return message


@pytest.mark.parametrize(
    ("button", "intent"),
    [
        ("ask:duty_free", "duty_free"),
        ("ask:duty_free:KZ", "duty_free"),
        ("language", "choose_language"),
        ("language:zh-Hant", "choose_language"),
        (" ask:duty_free\u200b", "duty_free"),
    ],
)
async def test_a_pressed_button_needs_no_understanding(button: str, intent: str) -> None:
    message = await _heard(_arrival("", button))
    assert message.parse_data["intent"]["name"] == intent


@pytest.mark.parametrize(
    "text", ["ask:duty_free", "ask:duty_free:KZ", "language", "language:zh-Hant"]
)
async def test_a_typed_text_presses_nothing(text: str) -> None:
    message = await _heard(_arrival(text))
    assert (message.parse_data, message.text) == (None, text)


@pytest.mark.parametrize("button", ["ask:nothing", "language:xx-Xxxx", "/restart", "hello"])
async def test_a_button_of_nobody_is_read_like_a_text(button: str) -> None:
    message = await _heard(_arrival("", button))
    assert message.parse_data is None
    assert message.text == button.lstrip("/")


@pytest.mark.parametrize(
    ("text", "passed_on"),
    [
        ("/restart", "restart"),
        ("//restart", "restart"),
        (" /\n/ /restart", "restart"),
        ("\u200b/restart", "restart"),
        ('/duty_free{"citizenship": "KZ"}', 'duty_free{"citizenship": "KZ"}'),
        ("see /restart", "see /restart"),
    ],
)
async def test_no_command_reaches_rasa(text: str, passed_on: str) -> None:
    for arrival in (_arrival(text), _arrival(text, text)):
        assert (await _heard(arrival)).text == passed_on


@pytest.mark.parametrize("text", ["", " ", "/", "\u200b", "\u202e\n/"])
async def test_nothing_is_understood_as_nothing(text: str) -> None:
    assert (await _heard(_arrival(text))).parse_data["intent"]["name"] == "empty"


async def test_a_claim_that_is_none_of_ours_is_not_believed() -> None:
    message = await _heard(_arrival(language="kk", script="Arab", citizenship="XX", more="x"))
    assert message.metadata == {"form": "kk-Arab"}
