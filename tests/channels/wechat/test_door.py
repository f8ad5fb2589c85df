"""Requests that are not WeChat's: refused, counted, and nothing comes of them."""

from __future__ import annotations

import asyncio
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from wechatpy.crypto import WeChatCrypto

from tests.channels.wechat.made_guide import PLAIN, SAFE, Stage, on_stage
from tests.stand_ins.wechat import WeChat

Request = tuple[dict[str, str], bytes]
MODES = {"plain": PLAIN, "safe": SAFE}
DTD = '<!DOCTYPE xml [<!ENTITY a "b">]>'
FUZZED = 500
"""In each of the two modes."""


@pytest.fixture(scope="module", params=MODES)
def stage(request: pytest.FixtureRequest) -> Iterator[Stage]:
    with on_stage(MODES[request.param]) as stage:
        yield stage


def _text(wechat: WeChat) -> str:
    return wechat.xml(wechat.message("visitor", "text", Content="你好"))


def _wrong_signature(wechat: WeChat) -> Request:
    query, body = wechat.signed(_text(wechat))
    return {**query, "signature": "0" * 40, "msg_signature": "0" * 40}, body


def _no_signature(wechat: WeChat) -> Request:
    return {}, wechat.signed(_text(wechat))[1]


def _letters_for_a_signature(wechat: WeChat) -> Request:
    query, body = wechat.signed(_text(wechat))
    return {**query, "signature": "签名", "msg_signature": "签名"}, body


def _old(wechat: WeChat) -> Request:
    return wechat.signed(_text(wechat), int(time.time()) - 601)


def _of_the_future(wechat: WeChat) -> Request:
    return wechat.signed(_text(wechat), int(time.time()) + 700)


def _large(wechat: WeChat) -> Request:
    return wechat.signed(_text(wechat).replace("你好", "好" * 30_000))


def _document_type(wechat: WeChat) -> Request:
    return wechat.signed(DTD + _text(wechat).replace("你好", "&a;"))


def _no_xml(wechat: WeChat) -> Request:
    return wechat.signed("<xml><ToUserName>")


def _nobody(wechat: WeChat) -> Request:
    return wechat.signed("<xml><MsgType>text</MsgType><Content>a</Content></xml>")


CASES: list[tuple[Callable[[WeChat], Request], int, str]] = [
    (_wrong_signature, 403, "forged"),
    (_no_signature, 403, "forged"),
    (_letters_for_a_signature, 403, "forged"),
    (_old, 403, "replayed"),
    (_of_the_future, 403, "replayed"),
    (_large, 413, "oversized"),
    (_document_type, 400, "malformed"),
    (_no_xml, 400, "malformed"),
    (_nobody, 400, "malformed"),
]


@pytest.mark.parametrize(("make", "status", "reason"), CASES)
def test_what_is_not_wechats_is_refused_and_counted(
    stage: Stage, make: Callable[[WeChat], Request], status: int, reason: str
) -> None:
    before, handled = stage.refused(), stage.state.handled
    got, body = stage.wechat.run(stage.wechat.post(*make(stage.wechat)))
    assert (got, body) == (status, "")
    assert {**before, reason: before[reason] + 1} == stage.refused()
    assert (stage.state.handled, stage.rasa.heard) == (handled, [])


def test_the_address_is_confirmed_to_wechat_alone(stage: Stage) -> None:
    wechat, stamp = stage.wechat, str(int(time.time()))
    right = {"signature": wechat.signature(stamp, "n"), "timestamp": stamp, "nonce": "n"}
    assert wechat.run(wechat.get({**right, "echostr": "3141592"})) == (200, "3141592")
    before = stage.refused()["forged"]
    assert wechat.run(wechat.get({**right, "signature": "x", "echostr": "1"})) == (403, "")
    assert wechat.run(wechat.get({})) == (403, "")
    assert stage.refused()["forged"] == before + 2


def _plain_body(wechat: WeChat) -> Request:
    """Signed as in plain mode, by somebody who saw a signature in a log."""
    query, _ = wechat.signed(_text(wechat))
    return query, _text(wechat).encode()


def _not_called_encrypted(wechat: WeChat) -> Request:
    query, body = wechat.signed(_text(wechat))
    return {name: query[name] for name in ("signature", "timestamp", "nonce")}, body


def _another_body_under_the_signature(wechat: WeChat) -> Request:
    return wechat.signed(_text(wechat))[0], wechat.signed(_text(wechat))[1]


def _for_another_account(wechat: WeChat) -> Request:
    other = WeChatCrypto(wechat.account.token, wechat.account.aes_key, "wx0000000000000000")
    mine, wechat.crypto = wechat.crypto, other
    request = wechat.signed(_text(wechat))
    wechat.crypto = mine
    return request


SAFE_CASES: list[tuple[Callable[[WeChat], Request], int]] = [
    (_plain_body, 403),
    (_not_called_encrypted, 403),
    (_another_body_under_the_signature, 403),
    (_for_another_account, 400),
]


def test_safe_mode_takes_nothing_that_is_not_sealed_for_it() -> None:
    with on_stage(SAFE) as stage:
        got = [
            stage.wechat.run(stage.wechat.post(*make(stage.wechat)))[0] for make, _ in SAFE_CASES
        ]
        assert got == [status for _, status in SAFE_CASES] and len(got) == 4
        assert stage.rasa.heard == []


def _fuzzed(luck: random.Random, wechat: WeChat) -> Request:
    """A request that is right but for a few bytes, signed or not."""
    text = _text(wechat)
    kind = luck.randrange(5)
    if kind == 0:
        query, body = wechat.signed(text)
        spot = luck.randrange(len(body))
        return query, body[:spot] + luck.randbytes(luck.randrange(1, 9)) + body[spot + 1 :]
    if kind == 1:
        spot = luck.randrange(len(text))
        letters = "".join(luck.choices("<>&;'\"\x00\ufffe]! a1你", k=luck.randrange(1, 6)))
        return wechat.signed(text[:spot] + letters + text[spot + 1 :])
    if kind == 2:
        return wechat.signed("")[0], luck.randbytes(luck.randrange(0, 400))
    if kind == 3:
        query, body = wechat.signed(text)
        name = luck.choice(list(query))
        return {**query, name: luck.choice(["", "\x00", "9" * 400, "é", "-1", "1e9"])}, body
    tag = luck.choice(["MsgType", "Event", "MsgId", "CreateTime", "EventKey", "Content"])
    value = luck.choice(["", "event", "text", "🙂" * 50, "-", "a" * 5000, "/restart", "99"])
    return wechat.signed(text.replace("</xml>", f"<{tag}>{value}</{tag}></xml>"))


def test_fuzzed_requests_never_break_it(stage: Stage) -> None:
    luck, wechat = random.Random(20261127), stage.wechat
    given: Counter[int] = Counter()

    async def send(count: int) -> None:
        requests = (wechat.post(*_fuzzed(luck, wechat)) for _ in range(count))
        given.update(status for status, _ in await asyncio.gather(*requests))

    for _ in range(FUZZED // 50):
        wechat.run(send(50))
    assert sum(given.values()) == FUZZED
    assert set(given) <= {200, 400, 403}
    assert min(given[200], given[400], given[403]) > 25, given
    assert wechat.write("after", "还在吗").text == "您说：还在吗"
