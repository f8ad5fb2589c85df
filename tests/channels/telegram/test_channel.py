"""The webhook on a server of its own: what is let in, and what a missing secret does."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest

from horgos.channels.messaging.accounts import Accounts
from horgos.channels.messaging.state import ChannelState, Mode, Refusal, state_of
from horgos.channels.telegram.channel import MAX_BODY, TelegramChannel
from horgos.channels.telegram.settings import (
    SECRET_HEADER,
    WEBHOOK_PATH,
    TelegramSettings,
    read_credentials,
)
from horgos.project import this_project
from tests.channels.serving import serving
from tests.running import free_port
from tests.stand_ins.telegram import TOKEN, telegram_stand_in

SECRET = "0123456789abcdef"
VARIABLES = ("TELEGRAM_TOKEN", "TELEGRAM_SECRET", "TELEGRAM_MODE", "PUBLIC_ADDRESS")


def _channel(api: str, **more: str) -> TelegramChannel:
    given = {"TELEGRAM_TOKEN": TOKEN, "TELEGRAM_SECRET": SECRET, **more}
    credentials = read_credentials(given)
    accounts = Accounts("tg", b"k" * 32)
    return TelegramChannel(TelegramSettings(api), credentials, accounts, ChannelState())


UNREADABLE = b'{"update_id": 1, "message": {"date": []}}'
REQUESTS: list[tuple[str, dict[str, str], bytes, int, Refusal | None]] = [
    ("right", {SECRET_HEADER: SECRET}, b'{"update_id": 1}', 200, None),
    ("no secret", {}, b'{"update_id": 1}', 403, Refusal.FORGED),
    ("empty secret", {SECRET_HEADER: ""}, b'{"update_id": 1}', 403, Refusal.FORGED),
    ("other secret", {SECRET_HEADER: SECRET[:-1]}, b'{"update_id": 1}', 403, Refusal.FORGED),
    ("no JSON", {SECRET_HEADER: SECRET}, b"{", 400, Refusal.MALFORMED),
    ("no object", {SECRET_HEADER: SECRET}, b"[]", 400, Refusal.MALFORMED),
    ("no number", {SECRET_HEADER: SECRET}, b'{"update_id": "1"}', 400, Refusal.MALFORMED),
    ("truth for a number", {SECRET_HEADER: SECRET}, b'{"update_id": true}', 400, Refusal.MALFORMED),
    ("too deep", {SECRET_HEADER: SECRET}, b"[" * 200_000, 400, Refusal.MALFORMED),
    ("too large", {SECRET_HEADER: SECRET}, b" " * (MAX_BODY + 1), 413, Refusal.OVERSIZED),
    ("unreadable", {SECRET_HEADER: SECRET}, UNREADABLE, 200, Refusal.MALFORMED),
]  # fmt: skip


def test_what_is_not_telegrams_is_refused_and_counted() -> None:
    seen = 0
    with telegram_stand_in() as server:
        channel = _channel(server.address)
        with serving(channel) as client:
            for name, headers, body, status, reason in REQUESTS:
                before = dict(channel.state.refused)
                response = client.post(WEBHOOK_PATH, content=body, headers=headers)
                assert (response.status_code, response.content) == (status, b""), name
                after = dict(channel.state.refused)
                seen += 1
                changed = [key for key in Refusal if after.get(key) != before.get(key)]
                assert changed == ([reason] if reason else []), name
        assert channel.state.handled == 0
    assert seen == len(REQUESTS) == 11


def test_the_start_does_not_wait_for_telegram() -> None:
    channel = _channel(f"http://127.0.0.1:{free_port()}", PUBLIC_ADDRESS="https://guide.example")
    with serving(channel) as client:
        body = json.dumps({"update_id": 1})
        response = client.post(WEBHOOK_PATH, content=body, headers={SECRET_HEADER: SECRET})
        assert response.status_code == 200


def test_polling_has_no_address() -> None:
    with telegram_stand_in() as server:
        channel = _channel(server.address, TELEGRAM_MODE="polling")
        with serving(channel) as client:
            headers = {SECRET_HEADER: SECRET}
            assert client.post(WEBHOOK_PATH, content=b"{}", headers=headers).status_code == 404


def test_polling_leads_from_an_update_to_a_reply() -> None:
    """No guide is behind it here: the reply is the sentence for that."""
    update = {
        "update_id": 1,
        "message": {
            "message_id": 1,
            "date": 1795780000,
            "chat": {"id": 8, "type": "private"},
            "from": {"id": 8, "is_bot": False, "first_name": "A", "language_code": "kk"},
            "text": "?",
        },
    }
    guide = this_project().guide
    with telegram_stand_in() as server:
        server.known.add(8)
        server.updates.append(update)
        with serving(_channel(server.address, TELEGRAM_MODE="polling")):
            end = time.monotonic() + 20
            while not server.chats[8] and time.monotonic() < end:
                time.sleep(0.02)
            (said,) = server.chats[8]
    assert said.text == guide.say("trouble", guide.forms["kk-Cyrl"]).messages[0]


@pytest.mark.parametrize("variable", ["TELEGRAM_TOKEN", "TELEGRAM_SECRET"])
def test_a_missing_secret_disables_it_and_names_itself(
    variable: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    given: dict[str, Any] = {"TELEGRAM_TOKEN": TOKEN, "TELEGRAM_SECRET": SECRET, variable: None}
    monkeypatch.setenv("HORGOS_VAR", str(tmp_path))
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
        if given.get(name):
            monkeypatch.setenv(name, given[name])
    channel = TelegramChannel.from_credentials({})
    assert channel.state is state_of("telegram")
    assert channel.state.mode is Mode.DISABLED
    assert channel.state.detail == f"set {variable}, or {variable}_FILE to a file that holds it"
    with serving(channel) as client:
        assert client.post(WEBHOOK_PATH, content=b"{}").status_code == 503
