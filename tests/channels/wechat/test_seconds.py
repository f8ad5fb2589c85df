"""WeChat's five seconds and three tries, shortened: who is answered when, and how often."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest

from horgos.channels.messaging.words import load_words
from horgos.language.choice import Hints, reply_form
from horgos.project import ROOT, this_project
from tests.channels.wechat.made_guide import PLAIN, SAFE, UNVERIFIED, Stage, on_stage
from tests.conftest import FORMS
from tests.stand_ins.wechat_account import AccountOf

WAIT = "正在查找，还需要一点时间。请稍后再问一次。"
QUESTIONS = [
    ("Құжаттар туралы айтып беріңізші", "kk-Cyrl"),
    ("Какие документы нужны для входа", "ru-Cyrl"),
    ("請問入區需要什麼證件", "zh-Hant"),
    ("Which documents do I need to enter", "en-Latn"),
]
FLOOD = "一下子收到的消息太多，最后几条我没有看。请等我回答完再问。"
MODES = {"plain": PLAIN, "safe": SAFE}


@pytest.fixture(scope="module", params=MODES)
def able(request: pytest.FixtureRequest) -> Iterator[Stage]:
    with on_stage(MODES[request.param]) as stage:
        yield stage


@pytest.fixture(scope="module")
def unverified() -> Iterator[Stage]:
    # What tells languages apart is loaded at the first use of each; a guide has done so before.
    for text, _ in QUESTIONS:
        reply_form(text, Hints(), FORMS)
    with on_stage(UNVERIFIED) as stage:
        yield stage


def test_a_quick_reply_is_passive_and_nothing_is_pushed(able: Stage) -> None:
    delivery = able.wechat.write("quick", "你好")
    assert (delivery.text, delivery.statuses) == ("您说：你好", [200])
    assert able.wechat.pushed == []


def test_a_slow_reply_is_pushed_once_and_wechat_is_not_kept_waiting(able: Stage) -> None:
    wechat = able.wechat
    able.rasa.slow["慢"] = 0.9
    delivery = wechat.write("slow", "慢")
    assert (delivery.text, delivery.statuses, delivery.raw) == (None, [200], ["success"])
    assert delivery.seconds < 0.8
    wechat.wait_for(lambda: len(wechat.seen_by("slow")) == 2)
    again = wechat.write("slow", "快")
    assert again.text == "您说：快"
    assert wechat.seen_by("slow") == [
        ("person", "慢"),
        ("push", "您说：慢"),
        ("person", "快"),
        ("passive", "您说：快"),
    ]
    assert [text for _, text in able.rasa.heard].count("慢") == 1


def test_a_lost_answer_is_given_again_without_asking_again(able: Stage) -> None:
    before = able.state.duplicates
    delivery = able.wechat.run(
        able.wechat.deliver(able.wechat.message("lost", "text", Content="丢了"), cut=2)
    )
    assert (delivery.text, delivery.statuses) == ("您说：丢了", [0, 0, 200])
    assert [text for _, text in able.rasa.heard].count("丢了") == 1
    assert able.state.duplicates - before == 2


def test_copies_at_the_same_time_are_one_message(able: Stage) -> None:
    wechat = able.wechat
    message = wechat.message("twin", "text", Content="双份")
    assert wechat.run(wechat.deliver(message, at_once=3)).text == "您说：双份"
    assert [text for _, text in able.rasa.heard].count("双份") == 1


def test_ten_at_once_from_one_person_are_heard_in_order(able: Stage) -> None:
    wechat = able.wechat
    able.rasa.slow["0"] = 0.1
    messages = [wechat.message("ten", "text", Content=f"第{n}") for n in range(10)]

    async def all_at_once() -> list[str | None]:
        given = []
        for message in messages:
            given.append(asyncio.ensure_future(wechat.deliver(message)))
            await asyncio.sleep(0.1)
        return [(await delivery).text for delivery in given]

    assert wechat.run(all_at_once()) == [f"您说：第{n}" for n in range(10)]
    heard = [text for _, text in able.rasa.heard if text.startswith("第")]
    assert heard == [f"第{n}" for n in range(10)]


@pytest.mark.parametrize(
    ("seconds", "text", "tries"),
    [(0.1, "您说：{}", 1), (1.0, "您说：{}", 2), (1.75, "您说：{}", 3), (3.0, WAIT, 3)],
)
def test_an_account_that_cannot_push_makes_wechat_ask_again(
    unverified: Stage, seconds: float, text: str, tries: int
) -> None:
    question = f"{seconds}秒"
    unverified.rasa.slow[question] = seconds
    delivery = unverified.wechat.write(f"patient{seconds}", question)
    assert not delivery.is_apology
    assert (delivery.text, len(delivery.statuses)) == (text.format(question), tries)
    assert [heard for _, heard in unverified.rasa.heard].count(question) <= 1
    assert unverified.wechat.pushed == []


@pytest.mark.parametrize(("question", "form"), QUESTIONS)
def test_the_wait_sentence_is_in_the_language_of_the_question(
    unverified: Stage, question: str, form: str
) -> None:
    unverified.rasa.slow[question] = 2.6
    delivery = unverified.wechat.write(question[:5], question)
    guide = this_project().guide
    words = load_words(ROOT / "locales" / "messaging", guide.forms, guide.topics)
    assert delivery.text == words.say("wait", FORMS[form])


def test_a_flood_from_one_person_gets_a_sentence_not_silence() -> None:
    with on_stage(AccountOf(verified=True), patience=3, wait=2.5) as stage:
        stage.rasa.slow[""] = 0.1
        wechat = stage.wechat

        async def flood() -> list[str | None]:
            messages = [wechat.message("flood", "text", Content=f"{n}问") for n in range(60)]
            done = await asyncio.gather(*(wechat.deliver(m) for m in messages))
            return [delivery.text for delivery in done]

        texts = wechat.run(flood())
        assert len(texts) == 60 and None not in texts
        answered = sum(text != FLOOD for text in texts)
        assert 20 <= answered <= 22
        assert len(stage.rasa.heard) == answered
