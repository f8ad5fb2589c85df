"""What is late: sent once, repeated when the network fails, given up when WeChat says no."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from functools import partial

import pytest

from horgos.channels.messaging.state import Mode
from tests.channels.wechat.made_guide import PLAIN, Stage, on_stage
from tests.stand_ins.wechat import WeChat
from tests.stand_ins.wechat_account import Delivery
from tests.stand_ins.wechat_limits import LIMIT


@pytest.fixture
def stage() -> Iterator[Stage]:
    with on_stage(PLAIN) as stage:
        assert stage.channel.pusher is not None
        stage.rasa.slow[""] = 0.6
        yield stage


def _lost(stage: Stage) -> int:
    return stage.state.undelivered


@pytest.mark.parametrize("bad_days", [[0], [0, 0], [-1, 0, -1], [40001], [42001], [0, 40001, 0]])
def test_a_push_that_fails_is_sent_again_and_arrives_once(
    stage: Stage, bad_days: list[int]
) -> None:
    stage.wechat.bad_days.extend(bad_days)
    assert stage.wechat.write("visitor", "慢").text is None
    stage.wechat.wait_for(lambda: len(stage.wechat.pushed) == 1)
    assert stage.wechat.pushed == [("visitor", "您说：慢")]
    assert _lost(stage) == 0
    assert stage.state.mode is Mode.RUNNING


REFUSALS: list[tuple[int, Mode]] = [
    (45015, Mode.RUNNING),
    (45047, Mode.RUNNING),
    (48001, Mode.DEGRADED),
    (40003, Mode.DEGRADED),
    (45002, Mode.DEGRADED),
]


@pytest.mark.parametrize(("code", "mode"), REFUSALS)
def test_a_push_that_is_refused_is_given_up_and_counted(
    stage: Stage, code: int, mode: Mode, caplog: pytest.LogCaptureFixture
) -> None:
    stage.wechat.bad_days.append(code)
    stage.wechat.write("visitor-openid", "慢")
    stage.wechat.wait_for(lambda: _lost(stage) == 1)
    assert stage.wechat.pushed == []
    stage.wechat.wait_for(lambda: stage.state.mode is mode)
    assert str(code) in caplog.text
    assert "visitor-openid" not in caplog.text and "token-" not in caplog.text
    stage.wechat.write("visitor", "又慢")
    stage.wechat.wait_for(lambda: len(stage.wechat.pushed) == 1)
    stage.wechat.wait_for(lambda: stage.state.mode is Mode.RUNNING)


MISHAPS: list[tuple[str, Callable[[WeChat], None], int, int]] = [
    ("somebody else fetched a token", WeChat.spoil_tokens, 0, 2),
    ("48 hours went by", lambda wechat: wechat.forget_window("visitor"), 1, 1),
]


@pytest.mark.parametrize(("what", "mishap", "lost", "tokens"), MISHAPS)
def test_mishaps_while_the_reply_is_made(
    stage: Stage, what: str, mishap: Callable[[WeChat], None], lost: int, tokens: int
) -> None:
    stage.wechat.write("other", "热身")
    stage.wechat.wait_for(lambda: len(stage.wechat.pushed) == 1)
    stage.wechat.write("visitor", "慢")
    mishap(stage.wechat)
    stage.wechat.wait_for(lambda: len(stage.wechat.pushed) == 2 - lost)
    stage.wechat.wait_for(lambda: _lost(stage) == lost)
    assert stage.wechat.tokens_given == tokens


TOPICS = ("duty_free", "port_trade", "about_zone")


def _are_pushed(wechat: WeChat, number: int) -> bool:
    return len(wechat.pushed) == number


@pytest.mark.parametrize(("act", "left"), [("write", 3), ("click", 1), ("follow", 1)])
def test_the_quota_is_never_passed(stage: Stage, act: str, left: int) -> None:
    stage.rasa.says = "很长的一句话。" * 900
    acts = {
        "write": lambda n: stage.wechat.write("visitor", "慢"),
        "click": lambda n: stage.wechat.click("visitor", f"ask:{TOPICS[n]}"),
        "follow": lambda n: stage.wechat.follow("visitor", f"kiosk_{n}_zh"),
    }
    expected = 0
    for number in range(3):
        acts[act](number)
        expected += 1 if act == "follow" else 2
        stage.wechat.wait_for(partial(_are_pushed, stage.wechat, expected))
        assert stage.wechat.left("visitor") >= left
    assert dict(stage.wechat.refused) == {} and _lost(stage) == 0


@pytest.mark.parametrize(("slow", "passive", "pushes"), [(0.0, True, 2), (0.6, False, 2)])
def test_an_endless_reply_keeps_its_end_and_the_measure(
    stage: Stage, slow: float, passive: bool, pushes: int
) -> None:
    stage.rasa.slow[""] = slow
    stage.rasa.says = "很长的一句话。" * 900 + "\n来源：海关，2025年。"
    stage.rasa.buttons = [{"title": "免税额度", "payload": "ask:duty_free"}]
    delivery = stage.wechat.write("visitor", "问")
    stage.wechat.wait_for(lambda: len(stage.wechat.pushed) == pushes)
    texts = [delivery.text] if delivery.text else []
    assert bool(texts) is passive
    texts += [text for _, text in stage.wechat.pushed]
    assert all(len(text.encode()) <= LIMIT for text in texts)
    assert texts[-1].endswith("…\n来源：海关，2025年。\n\n1. 免税额度\n回复编号即可选择。")
    assert sum(text.count("很长的一句话") for text in texts) > 150


def test_answers_do_not_wait_while_nothing_can_be_pushed() -> None:
    with on_stage(PLAIN) as stage:
        wechat = stage.wechat
        wechat.bad_days.extend([0] * 200)
        stage.rasa.slow["慢"] = 0.6

        async def all_late() -> list[Delivery]:
            texts = (wechat.message(f"late{n}", "text", Content="慢") for n in range(20))
            return await asyncio.gather(*(wechat.deliver(text) for text in texts))

        assert [delivery.text for delivery in wechat.run(all_late())] == [None] * 20
        wechat.wait_for(lambda: len(stage.rasa.heard) == 20)
        assert [wechat.write(f"quick{n}", "快").text for n in range(20)] == ["您说：快"] * 20
        assert wechat.pushed == []
