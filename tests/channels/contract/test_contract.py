"""What a person in any messaging app may rely on, and what a stranger cannot do."""

from __future__ import annotations

import random
import sqlite3
import uuid

import pytest

from horgos.channels.messaging.words import load_words
from horgos.project import ROOT, this_project
from tests.channels.contract.driver import Driver
from tests.running import ACTIONS

GUIDE = this_project().guide
WORDS = load_words(ROOT / "locales" / "messaging", GUIDE.forms, GUIDE.topics)

QUESTIONS = {
    "en-Latn": "How much can I bring back duty-free?",
    "ru-Cyrl": "Сколько можно провезти без пошлины?",
    "kk-Cyrl": "Бажсыз қанша тауар алып шығуға болады?",
    "kk-Arab": "باجسىز قانشا تاۋار الىپ شىعۋعا بولادى؟",
    "kk-Latn": "Bajsyz qanşa tauar alyp şyğuğa bolady?",
    "zh-Hans": "免税额度是多少？",
    "zh-Hant": "免稅額度是多少？",
}
CITIZEN = "I am a citizen of Kazakhstan. What is my duty-free limit?"
LIMIT = "what is the duty-free limit?"
TEN = (
    "Which documents do I need?",
    "How much can I bring back duty-free?",
    "What are the opening hours?",
    "Is there Chinese medicine?",
    "When is the port open for cars?",
    "What goods are exported?",
    "Who manages the zone?",
    "Where is the zone?",
    "thank you",
    "goodbye",
)


def test_there_is_a_question_in_every_form() -> None:
    assert set(QUESTIONS) == {form.code for form in GUIDE.forms}


@pytest.mark.parametrize("form", QUESTIONS)
def test_a_text_is_answered_with_its_sources_and_what_leads_on(driver: Driver, form: str) -> None:
    person = driver.person()
    driver.say(person, QUESTIONS[form])
    received = driver.settled(person)
    expected = driver.guide.ask(QUESTIONS[form])
    assert expected.form == form
    said = "\n".join(message.text for message in received)
    for text in expected.texts:
        for line in text.splitlines():
            assert line in said
    # The last line of an answer names its sources.
    assert expected.texts[-1].splitlines()[-1] in said
    if driver.offers_buttons:
        offered = [button for message in received for button in message.buttons]
        assert offered == [button["payload"] for button in expected.buttons]


@pytest.mark.parametrize("form", [form.code for form in GUIDE.forms])
def test_a_pressed_button_is_answered_in_the_form_it_chose(driver: Driver, form: str) -> None:
    person = driver.person()
    driver.say(person, "Which languages do you speak? Another language please")
    driver.settled(person)
    if f"language:{form}" not in driver.received(person)[-1].buttons:
        driver.press(person, "language")
    first = driver.settled(person)
    driver.press(person, f"language:{form}")
    said = driver.wait_for(person, len(first) + 1)[-1]
    assert GUIDE.say("choose_language", GUIDE.forms[form]).messages[0] in said.text


def test_the_same_message_twice_is_answered_once(driver: Driver) -> None:
    person, identity = driver.person(), uuid.uuid4().hex
    driver.say(person, QUESTIONS["en-Latn"], identity)
    driver.say(person, QUESTIONS["en-Latn"], identity)
    first = driver.settled(person)
    driver.say(person, QUESTIONS["en-Latn"], identity)
    assert driver.settled(person) == first
    assert len(first) == len(driver.guide.ask(QUESTIONS["en-Latn"]).texts)


def test_ten_messages_at_once_are_answered_in_their_order(driver: Driver) -> None:
    person = driver.person()
    driver.say_at_once(person, TEN)
    expected = [text for reply in driver.guide.talk(*TEN) for text in reply.texts]
    received = driver.wait_for(person, len(TEN))
    everything = "\n".join(message.text for message in received)
    places = [everything.find(text.splitlines()[0]) for text in expected]
    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.parametrize("kind", ["voice", "photo", "location", "document"])
def test_what_cannot_be_read_is_declined_kindly(driver: Driver, kind: str) -> None:
    person = driver.person()
    driver.say(person, QUESTIONS["kk-Cyrl"])
    before = len(driver.settled(person))
    driver.send_medium(person, kind)
    said = driver.wait_for(person, before + 1)[-1]
    assert WORDS.say(kind, GUIDE.forms["kk-Cyrl"]) in said.text


LONG = {
    "many words": "Сколько можно провезти? " * 300,
    "one word": "долго" * 1000,
    "wide letters": "免税额度是多少" * 700,
}


@pytest.mark.parametrize("name", LONG)
def test_endless_messages_get_a_sentence(driver: Driver, name: str) -> None:
    """What is beyond the platform's own limit is cut as the platform does."""
    person = driver.person()
    driver.say(person, LONG[name])
    (said, *more) = driver.settled(person)
    too_long = [GUIDE.say("too_long", form).messages[0] for form in GUIDE.forms]
    assert any(text in said.text for text in too_long)
    assert more == []


@pytest.mark.parametrize(
    "text", ["/restart", '/greet{"x": 1}', "ask:duty_free", "language:ru-Cyrl"]
)
def test_what_is_typed_never_commands_rasa(driver: Driver, text: str) -> None:
    person = driver.person()
    driver.say(person, CITIZEN)
    before = len(driver.settled(person))
    driver.say(person, text)
    after = driver.settled(person, before + 1)
    assert after[before].text.strip()
    read = [CITIZEN] if driver.has_commands and text == "/restart" else [CITIZEN, text.lstrip("/")]
    turns = driver.turns(len(read))
    assert [turn["text"] for turn in turns] == read
    for turn in turns:
        # What is pressed needs no understanding, and its understanding has no ranking.
        assert turn["parse_data"]["intent"]["confidence"] < 1
        assert turn["parse_data"]["intent_ranking"]
    # Nothing was forgotten, and no other language chosen.
    driver.say(person, LIMIT)
    said = driver.settled(person, len(after) + 1)[len(after)]
    expected = driver.guide.talk(CITIZEN, LIMIT)[-1]
    assert expected.answer["facts"] == ["duty_free.kz"]
    assert expected.texts[0].splitlines()[0] in said.text
    assert [turn["text"] for turn in driver.turns(len(read) + 1)] == [*read, LIMIT]


def test_nothing_is_answered_with_silence(driver: Driver) -> None:
    asked = 0
    for text in ("?", "👍", ".", "   x   ", "<b>&amp;</b>", "_*[x](y)`", "\u200f", "0", "ä" * 500):
        person = driver.person()
        driver.say(person, text)
        asked += 1
        assert driver.wait_for(person, 1)[0].text.strip(), text
    assert asked == 9


def test_a_forged_message_changes_nothing_and_is_counted(driver: Driver) -> None:
    person = driver.person()
    before, handled = driver.refused("forged"), driver.state["handled"]
    assert driver.forge(person, QUESTIONS["en-Latn"]) == 403
    assert driver.refused("forged") == before + 1
    assert driver.state["handled"] == handled
    assert driver.received(person) == driver.received(person)[:0]


def test_an_oversized_message_changes_nothing_and_is_counted(driver: Driver) -> None:
    before = driver.refused("oversized")
    assert driver.send_raw(b"{" + b" " * 4_000_000 + b"}") == 413
    assert driver.refused("oversized") == before + 1


@pytest.mark.parametrize("body", [b"", b"{", b"[", b"null", b"\xff\xfe", b"<xml>", b'"text"'])
def test_a_malformed_message_changes_nothing_and_is_counted(driver: Driver, body: bytes) -> None:
    before = driver.refused("malformed")
    assert 400 <= driver.send_raw(body) < 500
    assert driver.refused("malformed") == before + 1


def test_a_thousand_made_up_bodies_break_nothing(driver: Driver) -> None:
    dice = random.Random(20261127)
    letters = b'{}[]":,<>/!-&;0123456789eE.truefalsn\\u \n\x00\xff' + "қ免ا".encode()
    answered: list[int] = []
    for _ in range(1000):
        body = bytes(dice.choice(letters) for _ in range(dice.randrange(0, 120)))
        answered.append(driver.send_raw(body))
    assert len(answered) == 1000
    assert max(answered) < 500


def test_it_runs_and_nothing_of_it_is_in_the_way_of_health(driver: Driver) -> None:
    assert driver.state["state"] == "running"
    assert driver.state["detail"] == ""
    assert driver.guide.health().status_code == 200


def test_the_account_is_in_no_store_and_in_no_log(driver: Driver) -> None:
    person = driver.person()
    driver.say(person, QUESTIONS["en-Latn"])
    driver.send_medium(person, "voice")
    driver.settled(person, 2)
    looked_at = 0
    for path in driver.guide.settings.var.rglob("*"):
        if path.is_file():
            looked_at += 1
            assert person.encode() not in path.read_bytes(), path
    assert looked_at >= 3
    store = sqlite3.connect(driver.guide.settings.var / "conversations.db")
    rows = store.execute("SELECT DISTINCT sender_id FROM events").fetchall()
    assert any(sender.startswith(f"{driver.prefix}-") for (sender,) in rows)


def test_the_guides_trouble_is_told_in_the_persons_language(driver: Driver) -> None:
    person = driver.person()
    driver.say(person, QUESTIONS["ru-Cyrl"])
    before = len(driver.settled(person))
    driver.guide.stop(ACTIONS)
    try:
        driver.say(person, "Какие нужны документы?")
        said = driver.wait_for(person, before + 1)[before]
    finally:
        driver.guide.start(ACTIONS)
        driver.guide.wait_until_ready()
    assert GUIDE.say("trouble", GUIDE.forms["ru-Cyrl"]).messages[0] in said.text


def test_no_limit_of_the_platform_was_broken_in_all_this(driver: Driver) -> None:
    assert list(driver.violations) == []
