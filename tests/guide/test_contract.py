"""What the outside relies on: CONTRACT.md, over REST."""

from __future__ import annotations

import uuid

import pytest

from tests.running import RunningGuide

ACTS = [
    ("hello", "greet"),
    ("goodbye", "goodbye"),
    ("thank you so much", "thanks"),
    ("are you a robot or a person?", "bot_challenge"),
    ("what can you do?", "help"),
    ("I want to talk to a real person", "human_help"),
    ("speak Kazakh please", "choose_language"),
]
FIELDS = {"language", "script", "topics", "facts", "status", "sources"}


def test_health_is_ok_once_a_message_would_be_answered(guide: RunningGuide) -> None:
    response = guide.health()
    assert response.status_code == 200
    assert response.json()["status"] == "ok"


def test_an_answer_has_text_and_one_provenance(guide: RunningGuide) -> None:
    reply = guide.ask("How much may a Chinese citizen take out duty-free?")
    assert set(reply.answer) == FIELDS
    assert reply.answer["topics"] == ["duty_free"]
    assert reply.answer["facts"] == ["duty_free.cn"]
    assert reply.answer["status"] == "confirmed"
    assert reply.answer["sources"][0]["id"] == "tvb-2025-11-01"
    assert {"id", "publisher", "title", "url", "date"} == set(reply.answer["sources"][0])
    assert "8,000 yuan" in reply.text
    assert all(set(button) == {"title", "payload"} for button in reply.buttons)


def test_every_element_of_a_reply_names_whom_it_is_for(guide: RunningGuide) -> None:
    elements = 0
    for sender in ("somebody", uuid.uuid4().hex, "x" * 200):
        for text in ("what is the duty-free limit, and when do the shops open?", "hello", None):
            reply = guide.ask(text, sender)
            assert {element["recipient_id"] for element in reply.elements} == {sender}
            elements += len(reply.elements)
    assert elements >= 3 * (3 + 2 + 2)


@pytest.mark.parametrize(("text", "act"), ACTS)
def test_a_dialogue_act_states_no_fact(guide: RunningGuide, text: str, act: str) -> None:
    answer = guide.ask(text).answer
    assert (answer["topics"], answer["facts"], answer["status"]) == ([act], [], "confirmed")


@pytest.mark.parametrize(
    ("text", "topic"),
    [("where can I park my car?", "unanswerable"), ("who won the world cup?", "out_of_scope")],
)
def test_what_is_not_known_is_said_to_be(guide: RunningGuide, text: str, topic: str) -> None:
    answer = guide.ask(text).answer
    assert (answer["topics"], answer["facts"], answer["status"]) == ([topic], [], "unknown")


def test_a_third_citizenship_has_no_known_limit(guide: RunningGuide) -> None:
    answer = guide.ask("I am German, what is my duty-free limit?").answer
    assert (answer["facts"], answer["status"]) == (["duty_free.other"], "unknown")


@pytest.mark.parametrize(
    ("metadata", "form"),
    [
        ({"language": "kk"}, "kk-Cyrl"),
        ({"language": "kk", "script": "Arab"}, "kk-Arab"),
        ({"language": "kk", "script": "Latn"}, "kk-Latn"),
        ({"language": "zh", "script": "Hant"}, "zh-Hant"),
        ({"language": "ru"}, "ru-Cyrl"),
        ({"language": "xx"}, "en-Latn"),
        ({"language": "zh", "script": "Cyrl"}, "zh-Hans"),
    ],
)
def test_the_channel_decides_where_the_text_does_not(
    guide: RunningGuide, metadata: dict[str, str], form: str
) -> None:
    assert guide.ask("8000?", **metadata).form == form


def test_the_channel_may_know_the_citizenship(guide: RunningGuide) -> None:
    answer = guide.ask("what is the duty-free limit?", citizenship="KZ").answer
    assert answer["facts"] == ["duty_free.kz"]


@pytest.mark.parametrize("text", ["", "   ", None, 5, ["a"], {"a": 1}, "\u200b", "/", "//"])
def test_what_is_no_text_gets_a_sentence(guide: RunningGuide, text: object) -> None:
    reply = guide.ask(text)
    assert reply.text
    assert reply.answer["status"] == "unknown"


@pytest.mark.parametrize(
    ("body", "word"),
    [
        (b"{", "JSON"),
        (b"[]", "object"),
        (b'"hi"', "object"),
        (b"{}", "sender"),
        (b'{"message": "hi"}', "sender"),
        (b'{"sender": "", "message": "hi"}', "sender"),
        (b'{"sender": 7, "message": "hi"}', "sender"),
        (b'{"sender": "' + b"x" * 300 + b'", "message": "hi"}', "sender"),
        (b"\xff\xfe", "JSON"),
    ],
)
def test_a_malformed_request_is_told_what_is_wrong(
    guide: RunningGuide, body: bytes, word: str
) -> None:
    response = guide.post(content=body, headers={"content-type": "application/json"})
    assert response.status_code == 400
    assert word in response.json()["error"]


@pytest.mark.parametrize("metadata", [None, 7, "kk", [], {"language": 5}, {"citizenship": []}])
def test_strange_metadata_is_ignored(guide: RunningGuide, metadata: object) -> None:
    response = guide.post(json={"sender": "m", "message": "hello", "metadata": metadata})
    assert response.status_code == 200
    assert response.json()[0]["text"]


def test_every_button_offered_leads_to_an_answer(guide: RunningGuide) -> None:
    offered = {b["payload"] for b in guide.ask("what is the duty-free limit?").buttons}
    offered |= {b["payload"] for b in guide.ask("hello").buttons}
    offered |= {b["payload"] for b in guide.ask("language").buttons}
    offered |= {b["payload"] for b in guide.ask("which languages can I choose?").buttons}
    assert len(offered) >= 11
    for payload in sorted(offered):
        assert len(payload.encode()) <= 64
        reply = guide.ask(payload)
        assert reply.answer["status"] != "unknown" or reply.answer["facts"], payload


def test_without_its_secrets_an_app_is_disabled_and_nothing_else_is(guide: RunningGuide) -> None:
    health = guide.health()
    assert health.status_code == 200
    telegram = health.json()["channels"]["telegram"]
    assert telegram["state"] == "disabled"
    assert telegram["detail"].startswith("set TELEGRAM_TOKEN")
    assert guide.ask("hello").text
