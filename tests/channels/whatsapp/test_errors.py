"""Meta's errors, each on a server of its own: what is tried again, given up, told and mended."""

from __future__ import annotations

import asyncio
import logging
import re
import time
from typing import Any

import httpx
import pytest

from horgos.channels.messaging.state import ChannelState, Mode
from horgos.channels.whatsapp.api import Api, GraphError
from horgos.channels.whatsapp.calling import Caller, Unreachable
from horgos.channels.whatsapp.signature import HEADER, sign
from tests.channels.whatsapp.made_channel import PERSON, alone, wait_until
from tests.running import free_port
from tests.stand_ins.whatsapp import (
    APP_SECRET,
    CUT_AFTER,
    CUT_BEFORE,
    GATEWAY,
    batch,
    whatsapp_stand_in,
)
from tests.stand_ins.whatsapp_errors import NAMES, STATUS, Refusal

AGAIN = (4, 80007, 130429, 131056, 1, 2, 131000, 131016)
GIVEN_UP = (
    (131047, ""), (131026, ""), (190, "WHATSAPP_TOKEN"), (368, "locked"), (131031, "locked"),
    (10, "may not send"), (33, "WHATSAPP_PHONE_ID"),
)  # fmt: skip
PLAINER = (100, 131009, 131051)


def test_the_tables_are_whole() -> None:
    assert (len(AGAIN), len(GIVEN_UP), len(PLAINER), len(LATER)) == (8, 7, 3, 3)
    assert {code for code, _ in GIVEN_UP}.isdisjoint((*AGAIN, *PLAINER))


class Script:
    """Calls that end as written, one after the other."""

    def __init__(self, *ends: Any) -> None:
        self.ends, self.made = list(ends), 0

    async def __call__(self) -> Any:
        self.made += 1
        end = self.ends.pop(0)
        if isinstance(end, Exception):
            raise end
        return end


def _call(script: Script, arrived: bool = False, patience: float = 5.0) -> tuple[Any, ChannelState]:
    state = ChannelState()
    state.run()

    async def told() -> bool:
        return arrived

    caller = Caller(state, patience=patience, first_pause=0.01)
    return asyncio.run(caller.once(script, told)), state


@pytest.mark.parametrize("code", AGAIN)
def test_passing_errors_are_tried_again(code: int) -> None:
    fault = GraphError(code, STATUS.get(code, 400))
    script = Script(fault, fault, {"ok": 1})
    result, state = _call(script)
    assert (result, script.made, state.mode) == ({"ok": 1}, 3, Mode.RUNNING)


@pytest.mark.parametrize(("code", "mend"), GIVEN_UP)
def test_lasting_errors_are_not_tried_again(code: int, mend: str) -> None:
    script = Script(GraphError(code, STATUS.get(code, 400)))
    state = ChannelState()
    state.run()
    with pytest.raises(GraphError, match=str(code)):
        asyncio.run(Caller(state, first_pause=0.01).repeat(script))
    assert script.made == 1
    assert state.mode is (Mode.DEGRADED if mend else Mode.RUNNING)
    assert mend in state.detail


def test_what_is_asked_to_wait_waits() -> None:
    script = Script(GraphError(130429, 429, 0.3), {})
    begun = time.monotonic()
    _call(script)
    assert time.monotonic() - begun >= 0.3


def test_waiting_has_an_end() -> None:
    fault = GraphError(130429, 429)
    with pytest.raises(Unreachable):
        _call(Script(*[fault] * 50), patience=0.2)


BROKEN: list[tuple[str, Exception, bool, int]] = [
    ("never sent", httpx.ConnectError("x"), False, 2),
    ("never sent, whatever statuses say", httpx.ConnectTimeout("x"), True, 2),
    ("arrived, as a status says", httpx.ReadError("x"), True, 1),
    ("not arrived, as no status comes", httpx.ReadTimeout("x"), False, 2),
    ("a proxy answered, arrived", GraphError(0, 502), True, 1),
    ("a proxy answered, not arrived", GraphError(0, 502), False, 2),
    ("an answer that is not Meta's, arrived", GraphError(0, 200), True, 1),
    ("an answer that is not Meta's, not arrived", GraphError(0, 200), False, 2),
]


def test_what_broke_on_the_way_is_sent_again_only_if_it_did_not_arrive() -> None:
    seen = 0
    for name, fault, arrived, calls in BROKEN:
        script = Script(fault, {"ok": 1})
        _, state = _call(script, arrived)
        assert (script.made, state.mode) == (calls, Mode.RUNNING), name
        seen += 1
    assert seen == len(BROKEN) == 8


def test_meta_away_is_told_while_it_lasts() -> None:
    state = ChannelState()
    state.run()
    api = Api(f"http://127.0.0.1:{free_port()}/v26.0", "x" * 20)
    caller = Caller(state, patience=0.05, first_pause=0.01)
    with pytest.raises(Unreachable):
        asyncio.run(caller.repeat(lambda: api.get("/1")))
    assert (state.mode, state.detail) == (Mode.DEGRADED, "Meta cannot be reached (ConnectError)")


def test_errors_are_read_as_meta_writes_them() -> None:
    async def ask(server: Any, *path: str, token: str) -> GraphError:
        api = Api(f"{server.address}/v26.0", token)
        try:
            await api.get(*path)
        except GraphError as fault:
            return fault
        finally:
            await api.close()
        raise AssertionError("it was not refused")

    with whatsapp_stand_in() as server:
        refused = asyncio.run(ask(server, "/1", token="x" * 20))
        assert (refused.code, refused.status) == (190, 401)
        away = asyncio.run(ask(server, "/1/2/3/4", token="x" * 20))
        assert (away.code, away.status) == (0, 404)
    for code in NAMES:
        body = Refusal(code, "secret 77010000001").body()["error"]
        assert set(body) == {
            "message", "type", "code", "error_subcode", "error_data", "fbtrace_id",
        }  # fmt: skip


@pytest.mark.parametrize("trouble", [CUT_BEFORE, CUT_AFTER, GATEWAY])
def test_a_reply_comes_once_wherever_the_connection_breaks(
    trouble: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("horgos.channels.whatsapp.channel._STATUS_WITHIN", 0.5)
    with alone() as app:
        app.server.troubles.add(trouble)
        app.say("first")
        app.screen(1)
        app.say("second")
        app.screen(2)
        time.sleep(1.0)
        assert len(app.server.screens[PERSON]) == 2
        assert (app.state.undelivered, app.state.mode) == (0, Mode.RUNNING)


@pytest.mark.parametrize("code", PLAINER)
def test_what_meta_takes_no_other_way_comes_plain(code: int) -> None:
    with alone() as app:
        app.server.troubles.add(Refusal(code))
        app.say()
        (said,) = app.screen(1)
        assert said.kind == "text"
        assert app.state.undelivered == 0
        wait_until(lambda: app.state.mode is Mode.RUNNING)


def test_a_closed_window_is_given_up_and_counted() -> None:
    with alone() as app:
        app.say()
        app.screen(1)
        app.server.close_window(PERSON)
        sent = len(app.server.calls)
        app.say()
        wait_until(lambda: app.state.undelivered == 1)
        assert len(app.server.calls) == sent
        assert app.state.mode is Mode.RUNNING
        app.server.wrote[PERSON] = time.time()
        app.say()
        assert len(app.screen(2)) == 2


LATER = (131047, 131026, 130429)


@pytest.mark.parametrize("code", LATER)
def test_a_failure_that_is_told_afterwards_is_counted_once(
    code: int, caplog: pytest.LogCaptureFixture
) -> None:
    with alone() as app, caplog.at_level(logging.DEBUG):
        app.server.fails_later[PERSON] = code
        app.say()
        wait_until(lambda: app.state.undelivered == 1)
        (call,) = [given for name, given in app.server.calls if name == "messages"]
        status = {
            "id": "wamid.HBgGuide1", "status": "failed", "timestamp": "1", "recipient_id": PERSON,
            "biz_opaque_callback_data": call["biz_opaque_callback_data"],
            "errors": [{"code": code, "title": f"for {PERSON}"}],
        }  # fmt: skip
        assert app.post(batch(statuses=[status])) == 200
        assert app.state.undelivered == 1
        assert app.server.screens[PERSON] == []
    told = [record.getMessage() for record in caplog.records]
    assert f"Meta could not bring a message: error {code}" in told
    assert not any(PERSON in line for line in told)


def test_a_token_that_ended_is_told_and_all_is_well_when_it_is_mended() -> None:
    with alone() as app:
        app.server.troubles.add(Refusal(190))
        app.say()
        wait_until(lambda: app.state.undelivered == 1)
        assert app.state.mode is Mode.DEGRADED
        assert "WHATSAPP_TOKEN" in app.state.detail and "system user" in app.state.detail
        app.say()
        app.screen(1)
        wait_until(lambda: app.state.mode is Mode.RUNNING)


def test_one_person_at_metas_pace_is_answered_in_order() -> None:
    """131056: the pair rate; here two at once, then a pause."""
    with alone() as app:
        app.server.pair_burst, app.server.pair_seconds = 2, 0.8
        for number in range(4):
            app.say(str(number))
        app.screen(4)
        (first, *_) = app.server.screens[PERSON]
        assert [said.text for said in app.server.screens[PERSON]] == [first.text] * 4
        assert app.state.undelivered == 0


def test_the_account_is_in_no_line_of_any_log(caplog: pytest.LogCaptureFixture) -> None:
    with alone() as app, caplog.at_level(logging.DEBUG):
        app.server.troubles.add(Refusal(131026, f"{PERSON} is not on WhatsApp"))
        app.say("a secret question")
        wait_until(lambda: app.state.undelivered == 1)
        app.say("another")
        app.screen(1)
        app.client.post(
            "/webhooks/whatsapp/webhook", content=b"{}", headers={HEADER: sign(b"{}", APP_SECRET)}
        )
    lines = [f"{record.name} {record.getMessage()}" for record in caplog.records]
    ours = [line for line in lines if line.startswith(("horgos", "httpx", "httpcore"))]
    assert any("error 131026" in line for line in ours)
    for secret in (PERSON, "a secret question", APP_SECRET, "EAAStandIn"):
        assert not any(secret in line for line in ours), secret
    assert not any(re.search(r"wamid", line) for line in ours)
