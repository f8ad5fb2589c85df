"""What breaks behind the channel: the visitor reads a sentence, the operator sees it."""

from __future__ import annotations

import os
import socket
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import httpx
import pytest

from horgos.channels.web.door import Door
from horgos.channels.web.settings import read_settings
from horgos.language.conversion import write
from horgos.run.stop import StopFlag
from horgos.run.training import ensure_model
from tests.channels.web.test_conversation import CODES, HOURS
from tests.channels.web.visiting import WEB, Visitor
from tests.conftest import FORMS
from tests.refused_start import why_refused
from tests.running import ACTIONS, RunningGuide, free_port


def test_without_action_server_there_is_an_apology_in_each_form(web_guide: RunningGuide) -> None:
    visitors = {code: Visitor(web_guide) for code in CODES}
    for code, visitor in visitors.items():
        question = write(HOURS[FORMS[code].language], FORMS[code])
        visitor.press(f"language:{code}")
        assert visitor.say(question).answer["facts"] == ["shopping.hours"]
    web_guide.stop(ACTIONS)
    assert _whether_it_answers(web_guide) == (503, {"status": "unavailable"})
    try:
        for code, visitor in visitors.items():
            for reply in (visitor.say("8000?"), visitor.press("ask:duty_free")):
                assert (reply.form, reply.answer["status"]) == (code, "unknown")
                assert reply.answer["facts"] == []
    finally:
        web_guide.start(ACTIONS)
        web_guide.wait_until_ready()
    assert _whether_it_answers(web_guide) == (200, {"status": "ok"})
    assert visitors["ru-Cyrl"].say(HOURS["ru"]).answer["facts"] == ["shopping.hours"]


def _whether_it_answers(guide: RunningGuide) -> tuple[int, Any]:
    response = guide.client.get(f"{WEB}/health")
    return response.status_code, response.json()


def test_the_operator_sees_tablets_and_refusals_and_visitors_do_not(
    web_guide: RunningGuide,
) -> None:
    before = _status(web_guide)["refused"].get("session_missing", 0)
    ping = {"tablet": "desk-1", "screen": "attract", "version": "1.2.3"}
    assert web_guide.client.post(f"{WEB}/ping", json=ping).status_code == 204
    assert web_guide.client.post(f"{WEB}/message", json={}).status_code == 401
    status = _status(web_guide)
    assert status["refused"]["session_missing"] == before + 1
    (tablet,) = [tablet for tablet in status["tablets"] if tablet["tablet"] == "desk-1"]
    assert (tablet["screen"], tablet["version"], tablet["silent"]) == ("attract", "1.2.3", False)
    assert tablet["seconds_ago"] < 30
    assert {"web", "operator"} <= set(status["channels"])
    assert status["health"]["status"] == "ok"
    page = httpx.get(web_guide.settings.operator_url, trust_env=False).text
    assert "desk-1" in page and "The guide answers" in page
    for path in ("/status.json", "/operator", "/webhooks/operator/status.json"):
        assert "desk-1" not in web_guide.client.get(path).text


def _status(guide: RunningGuide) -> dict[str, Any]:
    response = httpx.get(f"{guide.settings.operator_url}status.json", trust_env=False)
    assert response.status_code == 200
    found: dict[str, Any] = response.json()
    return found


@pytest.mark.parametrize("name", ["port", "action_port", "operator_port"])
def test_whatever_listens_does_so_on_one_address_of_this_machine(
    web_guide: RunningGuide, name: str
) -> None:
    port = getattr(web_guide.settings, name)
    with socket.create_connection(("127.0.0.1", port), timeout=5):
        pass
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.2", port), timeout=5)


WRONG = {
    "{origins: ['*']}": "WebChannel: origins: '*': not an origin: write it like",
    "{origins: [https://zone.example]}": "found unexpected ':'",
}


@pytest.mark.parametrize("given", WRONG)
def test_a_wrong_setting_is_one_line_in_the_log(
    tmp_path: Path, web_guide: RunningGuide, given: str
) -> None:
    credentials = tmp_path / "mine.yml"
    credentials.write_text(f"horgos.channels.web.channel.WebChannel: {given}\n")
    model = ensure_model(web_guide.settings, os.environ, StopFlag())
    environment = {
        "HORGOS_VAR": str(tmp_path),
        "HORGOS_CREDENTIALS": str(credentials),
        "PYTHONWARNINGS": "ignore",
        "ACTION_PORT": "1",
        "PORT": str(free_port()),
    }
    told = why_refused(str(model), "mine.yml", environment, credentials=str(credentials))
    assert WRONG[given] in told


@pytest.mark.asyncio
async def test_what_breaks_while_serving_is_a_503_that_tells_nothing() -> None:
    door = Door(read_settings(None, "x"))

    async def broken(_: Any) -> None:
        raise RuntimeError("the secret is 42")

    request: Any = SimpleNamespace(
        method="POST", path=f"{WEB}/ping", headers={"host": "guide"}, responded=False
    )
    response = await door._enter(request, broken)
    assert response is not None and response.body is not None
    assert response.status == 503
    assert response.headers["Retry-After"] == "5"
    assert b"unavailable" in response.body and b"42" not in response.body
    assert door.refused == {"unavailable": 1}
    request.responded = True
    assert await door._enter(request, broken) is None
