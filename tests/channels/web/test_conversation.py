"""Conversations with the real guide over the web channel."""

from __future__ import annotations

import pytest

from horgos.language.conversion import write
from tests.channels.web.visiting import Visitor
from tests.conftest import FORMS
from tests.running import RunningGuide

HOURS = {
    "en": "When do the shops open?",
    "ru": "Когда открываются магазины?",
    "kk": "Дүкендер қашан ашылады?",
    "zh": "商店几点开门？",
}
CODES = [form.code for form in FORMS]


@pytest.mark.parametrize("code", CODES)
def test_a_conversation_in_each_form(web_guide: RunningGuide, code: str) -> None:
    form = FORMS[code]
    visitor = Visitor(web_guide, form=code)
    chosen = visitor.press(f"language:{code}")
    assert chosen.answer["topics"] == ["choose_language"]
    asked = visitor.say(write(HOURS[form.language], form))
    assert asked.answer["facts"] == ["shopping.hours"]
    limit = visitor.press("ask:duty_free")
    assert set(limit.answer["facts"]) == {"duty_free.cn", "duty_free.kz"}
    assert "ask:duty_free:KZ" in limit.buttons
    kazakh = visitor.press("ask:duty_free:KZ")
    assert kazakh.answer["facts"] == ["duty_free.kz"]
    more = visitor.say("700 €?")
    assert more.answer["facts"] == ["duty_free.kz"]
    offer = visitor.press("language")
    assert offer.buttons == [f"language:{other}" for other in CODES]
    replies = (chosen, asked, limit, kazakh, more, offer)
    assert [reply.form for reply in replies] == [code] * 6
    assert [turn["text"] for turn in visitor.turns()][2:4] == ["ask:duty_free", "ask:duty_free:KZ"]


def test_there_are_seven_forms() -> None:
    assert len(CODES) == 7


@pytest.mark.parametrize("code", CODES)
def test_the_form_of_the_page_is_a_hint(web_guide: RunningGuide, code: str) -> None:
    assert Visitor(web_guide, form=code).say("8000?").form == code
    assert Visitor(web_guide).say("8000?", form=code).form == code


def test_what_is_typed_is_stronger_than_the_page(web_guide: RunningGuide) -> None:
    assert Visitor(web_guide, form="zh-Hans").say(HOURS["ru"], form="kk-Arab").form == "ru-Cyrl"


def test_a_form_nobody_writes_is_no_fault(web_guide: RunningGuide) -> None:
    assert Visitor(web_guide, form="xx-Xxxx").say("8000?", form="yy-Yyyy").form == "en-Latn"


@pytest.mark.parametrize(("place", "seconds"), [("web", 7200), ("kiosk", 900)])
def test_a_session_tells_how_long_it_lives_and_what_may_be_pressed(
    web_guide: RunningGuide, place: str, seconds: int
) -> None:
    visitor = Visitor(web_guide, place)
    assert set(visitor.begun) == {"session", "expires_in", "buttons"}
    assert visitor.begun["expires_in"] == seconds
    assert visitor.sender.startswith(f"{place}-")
    assert len(visitor.begun["buttons"]) == 15
    pressed = 0
    for button in visitor.begun["buttons"]:
        assert visitor.press(button).answer["topics"]
        pressed += 1
    assert pressed == 15


def test_every_button_a_reply_offers_may_be_pressed(visitor: Visitor) -> None:
    offered = visitor.press("ask:duty_free").buttons
    assert len(offered) >= 5
    for button in offered:
        assert visitor.press(button).text


def test_two_things_asked_are_two_texts_in_order(visitor: Visitor) -> None:
    reply = visitor.say("When do the shops open, and how much may I take out duty-free?")
    assert len(reply.answer["topics"]) == 2
    types = [part["type"] for part in reply.parts]
    assert types == ["text", "text", "buttons", "answer", "end"]


def test_an_empty_text_gets_a_sentence(visitor: Visitor) -> None:
    for text in ("", " \n", "\u200b", "/"):
        assert visitor.say(text).answer["status"] == "unknown"


# What is typed is read, not obeyed.


@pytest.mark.parametrize("text", ["/restart", "//restart", "/session_start", " /back"])
def test_a_typed_command_forgets_nothing(visitor: Visitor, text: str) -> None:
    visitor.press("ask:duty_free")
    visitor.press("ask:duty_free:KZ")
    visitor.say(text)
    assert visitor.say("what is the duty-free limit?").answer["facts"] == ["duty_free.kz"]
    assert len(visitor.turns()) == 4


@pytest.mark.parametrize(
    "text",
    [
        '/duty_free{"citizenship": {"type": "citizenship", "country": "KZ"}}',
        '/choose_language{"form": "ru-Cyrl"}',
        "/greet",
    ],
)
def test_a_typed_intent_is_understood_like_any_text(visitor: Visitor, text: str) -> None:
    visitor.say(text)
    (turn,) = visitor.turns()
    assert turn["text"] == text.lstrip("/")
    assert turn["parse_data"]["intent"]["confidence"] < 1
    assert turn["parse_data"]["intent_ranking"]


@pytest.mark.parametrize("text", ["ask:duty_free", "ask:duty_free:KZ", "language:ru-Cyrl"])
def test_a_typed_button_presses_nothing(visitor: Visitor, text: str) -> None:
    reply = visitor.say(text)
    assert reply.form == "en-Latn"
    (turn,) = visitor.turns()
    assert turn["text"] == text
    # What is pressed needs no understanding, and its understanding has no ranking.
    assert turn["parse_data"]["intent_ranking"]
    visitor.press("ask:duty_free")
    assert visitor.turns()[-1]["parse_data"]["intent_ranking"] == []


def test_the_bounds_of_a_text(visitor: Visitor) -> None:
    assert visitor.say("а" * 500).text
    refused = visitor.send(text="а" * 501)
    assert (refused.status_code, refused.json()["error"]["code"]) == (422, "text_too_long")
    assert len(visitor.turns()) == 1
