"""The trained guide as an Official Account: what people do on their phones, and what they read."""

from __future__ import annotations

import asyncio
import itertools
import re
import signal
import threading
import time
import uuid

import httpx
import pytest

from horgos.answers.buttons import topic_buttons
from horgos.channels.messaging.state import Mode
from horgos.channels.wechat.channel import WeChatChannel
from horgos.language.conversion import write
from horgos.project import this_project
from tests.channels.serving import serving
from tests.channels.wechat.conftest import Zone
from tests.conftest import FORMS
from tests.running import ACTIONS, GUIDE
from tests.stand_ins.wechat_account import Delivery
from tests.stand_ins.wechat_limits import LIMIT

HINTS = {
    "zh-Hans": "回复编号即可选择。",
    "zh-Hant": "回覆編號即可選擇。",
    "kk-Cyrl": "Таңдау үшін нөмірін жіберіңіз.",
    "ru-Cyrl": "Чтобы выбрать, отправьте номер.",
    "en-Latn": "Reply with a number to choose.",
}
TALKS = [
    ("zh-Hans", "免税额度是多少？"),
    ("zh-Hant", "免稅額度是多少？請問需要什麼證件？"),
    ("kk-Cyrl", "Бажсыз қанша тауар алып шығуға болады?"),
    ("ru-Cyrl", "Сколько товаров можно вывезти без пошлины?"),
    ("en-Latn", "How much can I take out duty free?"),
]
TOPICS = tuple(this_project().guide.topics)


def person() -> str:
    """An OpenID as WeChat makes them: 28 letters."""
    return f"oHorgos{uuid.uuid4().hex[:21]}"


def _choices(text: str | None) -> list[str]:
    return re.findall(r"^\d+\. (.+)$", text or "", re.MULTILINE)


@pytest.mark.parametrize(("form", "question"), TALKS)
def test_a_question_is_answered_in_its_own_form_with_numbers_to_choose_from(
    zone: Zone, form: str, question: str
) -> None:
    me = person()
    expected = zone.guide.ask(question, language="zh", script="Hans")
    assert expected.form == form
    first = zone.wechat.write(me, question)
    titles = [button["title"] for button in expected.buttons]
    numbered = [f"{number}. {title}" for number, title in enumerate(titles, start=1)]
    assert first.text == "\n\n".join((*expected.texts, "\n".join((*numbered, HINTS[form]))))
    assert len(titles) > 1
    second = zone.wechat.write(me, "２")
    pressed = zone.guide.ask(expected.buttons[1]["payload"], language=form[:2], script=form[3:])
    assert pressed.form == form
    assert second.text is not None and second.text.startswith(pressed.texts[0])


def test_every_topic_of_the_menu_in_every_form_fits_into_one_reply(verified: Zone) -> None:
    longest, count = 0, 0
    for form in FORMS:
        me = person()
        verified.wechat.scan(me, f"kiosk_{form.code}")
        for topic in TOPICS:
            delivery = verified.wechat.click(me, f"ask:{topic}")
            said = verified.guide.ask(f"ask:{topic}", language=form.language, script=form.script)
            assert said.form == form.code
            assert delivery.text is not None and delivery.text.startswith(said.texts[0])
            assert len(_choices(delivery.text)) == len(said.buttons)
            longest, count = max(longest, len(delivery.text.encode())), count + 1
    assert count == len(FORMS) * len(TOPICS) == 49
    assert 1000 < longest <= LIMIT
    assert verified.wechat.pushed == []


SCENES = [
    ("", "zh-Hans"),
    ("kiosk_zh", "zh-Hans"),
    ("kiosk_kk", "kk-Cyrl"),
    ("kiosk_kk-Arab", "kk-Arab"),
    ("ru", "ru-Cyrl"),
    ("kiosk_en", "en-Latn"),
    ("poster7", "zh-Hans"),
]


@pytest.mark.parametrize(("scene", "code"), SCENES)
def test_whoever_follows_or_scans_is_greeted_and_served_in_the_form_of_the_code(
    zone: Zone, scene: str, code: str
) -> None:
    me, form = person(), FORMS[code]
    locale = this_project().guide.locales[form.language]
    arrived = zone.wechat.follow(me, scene) if scene != "ru" else zone.wechat.scan(me, scene)
    assert arrived.text is not None
    assert arrived.text.startswith(write(locale.say("greet"), form))
    titles = [b.title for b in topic_buttons(this_project().guide.topics, locale)]
    assert _choices(arrived.text) == [write(title, form) for title in titles]
    answered = zone.wechat.write(me, "1")
    said = zone.guide.ask(f"ask:{TOPICS[0]}", language=form.language, script=form.script)
    assert answered.text is not None and answered.text.startswith(said.texts[0])


def test_whoever_leaves_and_comes_back_begins_anew(zone: Zone) -> None:
    me = person()
    zone.wechat.scan(me, "kiosk_ru")
    russian = zone.wechat.click(me, "ask:duty_free").text
    left = zone.wechat.leave(me)
    assert (left.text, left.raw) == (None, ["success"])
    chinese = zone.wechat.click(me, "ask:port_trade").text
    assert russian is not None and russian.endswith(HINTS["ru-Cyrl"])
    assert chinese is not None and chinese.endswith(HINTS["zh-Hans"])


MEDIA = [
    ("image", {"PicUrl": "http://p.example/1", "MediaId": "m"}, "我看不了图片"),
    ("voice", {"MediaId": "m", "Format": "amr"}, "我听不了语音"),
    ("video", {"MediaId": "m", "ThumbMediaId": "t"}, "我只能看懂文字"),
    ("shortvideo", {"MediaId": "m", "ThumbMediaId": "t"}, "我只能看懂文字"),
    ("location", {"Location_X": "44.2", "Location_Y": "80.4", "Scale": "15"}, "我用不了位置"),
    ("link", {"Title": "t", "Url": "http://p.example"}, "我只能看懂文字"),
    ("file", {"Title": "t"}, "我打不开文件"),
]


@pytest.mark.parametrize(("sort", "elements", "sentence"), MEDIA)
def test_media_get_a_kind_sentence_and_the_topics(
    verified: Zone, sort: str, elements: dict[str, str], sentence: str
) -> None:
    me = person()
    delivery = verified.wechat.send_medium(me, sort, **elements)
    assert delivery.text is not None and delivery.text.startswith(sentence)
    assert len(_choices(delivery.text)) == len(TOPICS) + 1
    verified.wechat.scan(me, "kiosk_en")
    english = verified.wechat.send_medium(me, sort, **elements).text
    assert english is not None and english.startswith("I can")


def test_a_voice_message_that_wechat_wrote_down_is_a_question(verified: Zone) -> None:
    spoken = {"MediaId": "m", "Format": "amr", "Recognition": "免税额度是多少？"}
    delivery = verified.wechat.send_medium(person(), "voice", **spoken)
    assert delivery.text is not None and "8,000" in delivery.text.replace("8000", "8,000")


@pytest.mark.parametrize("event", ["VIEW", "TEMPLATESENDJOBFINISH", "LOCATION"])
def test_events_nobody_waits_at_get_no_reply(verified: Zone, event: str) -> None:
    wechat = verified.wechat
    delivery = wechat.run(wechat.deliver(wechat.event(person(), event, "x")))
    assert (delivery.text, delivery.raw) == (None, ["success"])


BUTTONS = ["ask:duty_free", "ask:duty_free:KZ", "language:ru-Cyrl"]


@pytest.mark.parametrize("typed", [*BUTTONS, "/restart", "99"])
def test_what_is_typed_presses_nothing(verified: Zone, typed: str) -> None:
    """It is a text like any other, and in Latin letters."""
    me = person()
    verified.wechat.write(me, "你好")
    said = verified.wechat.write(me, typed).text
    assert said is not None and not said.endswith(HINTS["ru-Cyrl"])
    _, turn = verified.guide.last_turns("wx", 2)
    assert turn["text"] == typed.lstrip("/")
    # What is pressed needs no understanding, and its understanding has no ranking.
    assert turn["parse_data"]["intent_ranking"]
    assert verified.guide.health().json()["status"] == "ok"


@pytest.mark.parametrize("button", BUTTONS)
def test_what_a_text_does_not_do_a_pressed_button_does(verified: Zone, button: str) -> None:
    me, other = person(), person()
    verified.wechat.write(me, "你好")
    typed = verified.wechat.write(me, button).text
    verified.wechat.write(other, "你好")
    pressed = verified.wechat.click(other, button).text
    _, turn = verified.guide.last_turns("wx", 2)
    assert turn["parse_data"]["intent_ranking"] == []
    assert typed is not None and pressed is not None
    assert typed != pressed


def test_ten_at_once_from_one_person_are_answered_each_by_its_own(verified: Zone) -> None:
    wechat, me = verified.wechat, person()
    keys = [f"ask:{topic}" for topic in itertools.islice(itertools.cycle(TOPICS), 10)]

    async def all_at_once() -> list[Delivery]:
        return await asyncio.gather(
            *(
                wechat.deliver({**wechat.event(me, "CLICK", k), "CreateTime": str(n + 1)})
                for n, k in enumerate(keys)
            )
        )

    deliveries = wechat.run(all_at_once())
    expected = [verified.guide.ask(key, language="zh", script="Hans").texts[0] for key in keys]
    assert len(deliveries) == 10
    for delivery, text in zip(deliveries, expected, strict=True):
        assert delivery.text is not None and delivery.text.startswith(text)


def test_a_guide_that_is_slow_for_once_is_late_but_not_silent(zone: Zone) -> None:
    """The action server stops for longer than WeChat waits, and goes on."""
    me, actions = person(), zone.guide.processes[ACTIONS]
    pushed = len(zone.wechat.pushed)
    actions.send_signal(signal.SIGSTOP)
    since = time.monotonic()
    waker = threading.Timer(6.0, actions.send_signal, [signal.SIGCONT])
    waker.start()
    delivery = zone.wechat.click(me, "ask:duty_free")
    waker.join()
    expected = zone.guide.ask("ask:duty_free", language="zh", script="Hans").texts[0]
    if zone.wechat.account.verified:
        assert (delivery.statuses, delivery.raw) == ([200], ["success"])
        zone.wechat.wait_for(lambda: len(zone.wechat.pushed) == pushed + 1)
        to, text = zone.wechat.pushed[-1]
        assert to == me and text.startswith(expected)
    else:
        assert delivery.statuses == [0, 200]
        assert delivery.text is not None and delivery.text.startswith(expected)
        assert zone.wechat.pushed == []
    assert time.monotonic() - since < 25


def test_no_open_id_and_no_token_is_in_any_file_of_the_guide(zone: Zone) -> None:
    """Runs last in this file: all the talks above have left their traces."""
    me = person()
    zone.wechat.write(me, "你好")
    zone.wechat.write(me, "免税额度是多少？")
    people = {line.person for line in zone.wechat.lines}
    assert me in people and len(people) > 5
    files = [path for path in zone.guide.settings.var.rglob("*") if path.is_file()]
    names = {path.name for path in files}
    assert {"conversations.db", f"{GUIDE}.log", f"{ACTIONS}.log"} <= names
    account = zone.wechat.account
    hidden = [*people, account.secret, account.token, "token-1"]
    found = [
        (path.name, word)
        for path in files
        if path.name != "credentials.yml"
        for content in [path.read_bytes()]
        for word in hidden
        if word.encode() in content
    ]
    assert found == []
    stored = b"".join(path.read_bytes() for path in files if "conversations.db" in path.name)
    assert len(set(re.findall(rb"wx-[0-9a-f]{32}", stored))) >= len(people) - 3


def test_without_secrets_the_channel_alone_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("WECHAT_TOKEN", "WECHAT_APP_ID", "WECHAT_APP_SECRET"):
        monkeypatch.delenv(name, raising=False)
    channel = WeChatChannel.from_credentials(None)
    assert channel.state.mode is Mode.DISABLED
    assert "WECHAT_TOKEN" in channel.state.detail and "WECHAT_APP_SECRET" in channel.state.detail
    with serving(channel) as client:
        responses: list[httpx.Response] = [
            client.get("/webhooks/wechat/webhook"),
            client.post("/webhooks/wechat/webhook", content=b"<xml/>"),
        ]
    assert [response.status_code for response in responses] == [503, 503]
