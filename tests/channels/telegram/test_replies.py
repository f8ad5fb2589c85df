"""What a person sees: parts, links, buttons that come and go, one conversation each."""

from __future__ import annotations

import sqlite3

from horgos.answers.answer import Button
from horgos.channels.messaging.outgoing import Link, Outgoing
from horgos.channels.messaging.splitting import utf16_units
from horgos.channels.telegram.writing import written
from tests.channels.contract.telegram import TelegramDriver
from tests.channels.contract.test_contract import GUIDE, TEN
from tests.conftest import FORMS
from tests.stand_ins.telegram import BOT_ID, USERNAME


def test_a_long_reply_is_parted_at_the_end_of_a_sentence() -> None:
    sentence = "Ұзақ сөйлем 😀 жалғасады. "
    parts = written(Outgoing((sentence * 400,), (Button("x", "language"),), FORMS.default))
    assert len(parts) == 3
    assert all(utf16_units(part.text) <= 4096 and part.text.endswith(".") for part in parts)
    assert [part.keyboard is not None for part in parts] == [False, False, True]
    assert sum(part.text.count("😀") for part in parts) == 400


def test_sources_are_links_counted_in_utf_16_units() -> None:
    text = "TVB said 😀.\nSource: TVB, 2025; 😀 Xinhua, 2024; TVB, 2023."
    links = (Link("TVB", "https://a"), Link("Xinhua", "https://b"), Link("TVB", "https://c"))
    (part,) = written(Outgoing((text,), (), FORMS.default, links))
    wide = text.encode("utf-16-le")
    found = [
        (wide[2 * e.offset : 2 * (e.offset + e.length)].decode("utf-16-le"), e.url)
        for e in part.links
    ]
    assert found == [("TVB", "https://a"), ("Xinhua", "https://b"), ("TVB", "https://c")]
    assert part.links[0].offset > utf16_units("TVB said 😀.")


def test_buttons_keep_to_64_bytes_and_stand_two_a_row_when_short() -> None:
    buttons = (
        Button("a", "ask:a"), Button("b", "ask:b"), Button("long " * 6, "ask:c"),
        Button("d", "x" * 65), Button("e", "ask:e"),
    )  # fmt: skip
    (part,) = written(Outgoing(("?",), buttons, FORMS.default))
    assert part.keyboard is not None
    rows = [[str(b.callback_data) for b in row] for row in part.keyboard.inline_keyboard]
    assert rows == [["ask:a", "ask:b"], ["ask:c"], ["ask:e"]]


def test_a_named_source_that_has_an_address_is_a_link(telegram: TelegramDriver) -> None:
    linked = 0
    for question in TEN:
        person = telegram.person()
        telegram.say(person, question)
        sources = telegram.guide.ask(question).answer["sources"]
        known = {(source["publisher"], source["url"]) for source in sources if source["url"]}
        for message in telegram.settled(person):
            for name, _ in known:
                assert (name in message.text.splitlines()[-1]) <= bool(message.links)
            assert set(message.links) <= known
            linked += len(message.links)
    assert linked >= 1


def test_buttons_go_when_new_ones_come(telegram: TelegramDriver) -> None:
    person = telegram.person()
    telegram.say(person, "/help")
    telegram.wait_for(person, 1)
    telegram.press(person, "language")
    telegram.wait_for(person, 2)
    telegram.press(person, "language:kk-Cyrl")
    received = telegram.settled(person, 3)
    assert [bool(message.buttons) for message in received] == [False, False, False]
    assert received[2].text == GUIDE.say("choose_language", GUIDE.forms["kk-Cyrl"]).messages[0]
    telegram.say(person, "/help")
    received = telegram.settled(person, 4)
    assert received[3].text == GUIDE.say("help", GUIDE.forms["kk-Cyrl"]).messages[0]
    assert [bool(message.buttons) for message in received] == [False, False, False, True]


def test_stop_forgets_what_was_chosen_and_said(telegram: TelegramDriver) -> None:
    person = telegram.person("ru")
    telegram.say(person, "/start kiosk_kk")
    telegram.say(person, "/stop")
    telegram.say(person, "/language")
    received = telegram.wait_for(person, 3)
    assert received[2].text == GUIDE.say("which_language", GUIDE.forms["ru-Cyrl"]).messages[0]


def test_people_in_a_group_have_a_conversation_each(telegram: TelegramDriver) -> None:
    first, second = telegram.person(), telegram.person()
    chat = {"id": -1004711223344, "type": "supergroup", "title": "Trip"}
    telegram.server.known.add(-1004711223344)

    def ask(person: str, called: str, text: str = "") -> None:
        kind = "bot_command" if called.startswith("/") else "mention"
        entity = {"type": kind, "offset": 0, "length": len(called)}
        message = telegram.message(person, text=f"{called} {text}".strip(), entities=[entity])
        telegram.deliver(message={**message, "chat": chat})

    ask(first, f"@{USERNAME}", "Бажсыз қанша тауар алып шығуға болады?")
    ask(second, f"@{USERNAME}", "Сколько можно провезти без пошлины?")
    telegram.settled("-1004711223344", 2)
    ask(first, f"/language@{USERNAME}")
    ask(second, f"/language@{USERNAME}")
    replies = {message.text for message in telegram.settled("-1004711223344", 4)[-2:]}
    forms = [GUIDE.forms[code] for code in ("kk-Cyrl", "ru-Cyrl")]
    assert replies == {GUIDE.say("which_language", form).messages[0] for form in forms}
    store = sqlite3.connect(telegram.guide.settings.var / "conversations.db")
    rows = store.execute("SELECT data FROM events WHERE type_name = 'user'").fetchall()
    assert not any("4711223344" in data or first in data for (data,) in rows)


def test_the_profile_is_set_in_four_languages_and_for_all_others(telegram: TelegramDriver) -> None:
    profile = telegram.server.profile
    assert {language for _, language in profile} == {"", "en", "ru", "kk", "zh"}
    assert [c["command"] for c in profile[("commands", "kk")]] == [
        "start", "language", "help", "stop",
    ]  # fmt: skip
    assert profile[("description", "")] == profile[("description", "en")]
    assert len({profile[("short_description", language)] for language in ("ru", "kk", "zh")}) == 3


def test_the_webhook_was_set_with_its_secret(telegram: TelegramDriver) -> None:
    assert telegram.server.webhook == "https://guide.example/webhooks/telegram/webhook"
    assert telegram.server.secret == telegram.environment["TELEGRAM_SECRET"]
    (call, *_) = telegram.server.called("setWebhook")
    assert BOT_ID == 123456789 and "callback_query" in str(call["allowed_updates"])
