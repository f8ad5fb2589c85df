"""``horgos channels check`` before a Meta in every state."""

# ruff: noqa: E501 (a table: one state a line)
from __future__ import annotations

import logging
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from horgos.channels.whatsapp.settings import ADDRESS, WEBHOOK_PATH
from horgos.channels.whatsapp.settings import SECRETS as NAMES
from tests.channels.serving import serving
from tests.channels.set_ups import Check, checking
from tests.channels.whatsapp.made_channel import SECRETS, made_channel
from tests.running import free_port
from tests.stand_ins.whatsapp import WhatsAppStandIn, whatsapp_stand_in

HOOK = f"https://guide.example{WEBHOOK_PATH}"
Set = Callable[[WhatsAppStandIn], None]


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Check:
    return checking(
        "horgos.channels.whatsapp.WhatsAppChannel", (*NAMES, ADDRESS), tmp_path, monkeypatch
    )


def _hooked(server: WhatsAppStandIn) -> None:
    server.number["webhook_configuration"] = {"application": HOOK}


def _but(**changes: object) -> Set:
    """Hooked, with something else about the token."""

    def change(server: WhatsAppStandIn) -> None:
        _hooked(server)
        server.token |= changes

    return change


def _and(name: str, value: object) -> Set:
    """Hooked, with something else about the number."""

    def change(server: WhatsAppStandIn) -> None:
        _hooked(server)
        server.number[name] = value

    return change


def _unsubscribed(server: WhatsAppStandIn) -> None:
    _hooked(server)
    server.subscribed = ["1"]


def _overridden(server: WhatsAppStandIn) -> None:
    hooks = {"application": HOOK, "phone_number": "https://other.example/hook"}
    server.number["webhook_configuration"] = hooks


def _as_it_is(server: WhatsAppStandIn) -> None:
    """Meta does not know the address yet."""


IN_A_DAY = {"expires_at": int(time.time()) + 90_000}
LACKING = {"scopes": ["whatsapp_business_management"]}
CASES: list[tuple[str, dict[str, str], Set, int, tuple[str, ...]]] = [
    ("not used", {}, _as_it_is, 0, ("note   not used", "docs/channels/whatsapp.md", "WHATSAPP_APP_SECRET")),
    ("a secret missing", {k: v for k, v in SECRETS.items() if k != "WHATSAPP_APP_SECRET"}, _as_it_is, 1, ("wrong  it is disabled", "set WHATSAPP_APP_SECRET")),
    ("all is well", SECRETS, _hooked, 0, ("ok     Meta knows the number: Horgos Guide", "ok     the token may send, and does not end", "ok     the app is subscribed to the account 102290129340398", f"ok     Meta brings messages to {HOOK}", "note   PUBLIC_ADDRESS is not set")),
    ("other token", {**SECRETS, "WHATSAPP_TOKEN": "E" * 40}, _hooked, 1, ("wrong  Meta refuses (error 190", "make a new one for the system user")),
    ("other number", {**SECRETS, "WHATSAPP_PHONE_ID": "55555"}, _hooked, 1, ("wrong  Meta refuses (error 100", "WHATSAPP_PHONE_ID")),
    ("no webhook", SECRETS, _as_it_is, 1, ("wrong  Meta does not know where the guide is", "Callback URL: Edit; subscribe to messages")),
    ("other webhook", {**SECRETS, ADDRESS: "http://127.0.0.1:9"}, _hooked, 1, (f"wrong  Meta brings messages to {HOOK}, not to http://127.0.0.1:9{WEBHOOK_PATH}", "does not answer")),
    ("webhook of the number", SECRETS, _overridden, 1, ("wrong  Meta brings messages to https://other.example/hook, not to an address that ends with",)),
    ("token of a day", SECRETS, _but(**IN_A_DAY), 0, ("note   the token ends in 1.0 days", "never expires")),
    ("token that may not send", SECRETS, _but(**LACKING), 1, ("wrong  the token lacks whatsapp_business_messaging",)),
    ("token for all accounts", SECRETS, _but(granular_scopes=[{"scope": "whatsapp_business_management"}]), 0, ("note   the token does not name its account",)),
    ("not subscribed", SECRETS, _unsubscribed, 1, ("wrong  the app is not subscribed to the account 102290129340398", "POST /102290129340398/subscribed_apps")),
    ("poor quality", SECRETS, _and("quality_rating", "RED"), 0, ("note   its quality is RED", "WhatsApp Manager")),
    ("name under review", SECRETS, _and("verified_name", ""), 0, ("its name is still under review",)),
]  # fmt: skip


def test_every_state_is_told_with_its_mend(check: Check) -> None:
    seen = 0
    for name, environment, arrange, code, says in CASES:
        with whatsapp_stand_in() as server:
            arrange(server)
            exit_code, output = check(server.address, **environment)
            assert exit_code == code, (name, output)
            for sentence in says:
                assert sentence in output, (name, output)
            for secret in ("WHATSAPP_TOKEN", "WHATSAPP_APP_SECRET", "WHATSAPP_VERIFY_TOKEN"):
                assert SECRETS[secret] not in output
            seen += 1
    assert seen == len(CASES) == 14
    assert len(KNOCKS) == 3


def test_the_token_is_in_no_line_of_any_log(check: Check, caplog: pytest.LogCaptureFixture) -> None:
    """Meta wants the token that is asked about in the address, which httpx likes to log."""
    with whatsapp_stand_in() as server, caplog.at_level(logging.DEBUG):
        _hooked(server)
        assert check(server.address, **SECRETS)[0] == 0
    assert not any(SECRETS["WHATSAPP_TOKEN"] in line.getMessage() for line in caplog.records)


def test_an_api_that_is_away_is_named(check: Check) -> None:
    address = f"http://127.0.0.1:{free_port()}"
    code, output = check(address, **SECRETS)
    assert code == 1
    assert f"{address} does not answer" in output and "proxy" in output


KNOCKS = [
    ({}, 0, ("the guide answers there and knows the verify token", "the guide knows the app secret")),
    ({"WHATSAPP_APP_SECRET": "f" * 32}, 1, ("knows the verify token", "runs with another WHATSAPP_APP_SECRET")),
    ({"WHATSAPP_VERIFY_TOKEN": "f" * 32}, 1, ("runs with another WHATSAPP_VERIFY_TOKEN", "knows the app secret")),
]  # fmt: skip


@pytest.mark.parametrize(("other", "code", "says"), KNOCKS)
def test_the_way_of_a_message_is_tried(
    check: Check, other: dict[str, str], code: int, says: tuple[str, ...]
) -> None:
    with whatsapp_stand_in() as server, serving(made_channel(server.address)) as client:
        address = str(client.base_url).rstrip("/")
        hook = {"application": f"{address}{WEBHOOK_PATH}"}
        server.number["webhook_configuration"] = hook
        found, output = check(server.address, **{**SECRETS, **other, ADDRESS: address})
    assert found == code, output
    for sentence in says:
        assert sentence in output


def test_a_proxy_that_lets_nothing_through_is_named(check: Check) -> None:
    with whatsapp_stand_in() as server, serving() as client:
        address = str(client.base_url).rstrip("/")
        found, output = check(server.address, **{**SECRETS, ADDRESS: address})
    assert found == 1
    assert "answers 404" in output and f"the proxy passes {WEBHOOK_PATH}" in output
