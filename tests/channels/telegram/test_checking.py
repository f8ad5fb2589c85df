"""``horgos channels check`` before a Telegram in every state."""

# ruff: noqa: E501 (a table: one state a line)
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from horgos.channels.messaging.state import ChannelState
from horgos.cli import app
from tests.channels.serving import serving
from tests.channels.set_ups import Check, checking
from tests.channels.telegram.test_channel import SECRET, VARIABLES, _channel
from tests.running import free_port
from tests.stand_ins.telegram import TOKEN, TelegramStandIn, telegram_stand_in

WEBHOOK = "https://guide.example/webhooks/telegram/webhook"


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Check:
    return checking("horgos.channels.telegram.TelegramChannel", VARIABLES, tmp_path, monkeypatch)


SET = {"TELEGRAM_TOKEN": TOKEN, "TELEGRAM_SECRET": SECRET}
Set = Callable[[TelegramStandIn], None]


def _nothing(server: TelegramStandIn) -> None:
    """As it is at first."""


def _hooked(address: str) -> Set:
    def hook(server: TelegramStandIn) -> None:
        server.webhook = address

    return hook


def _failing(waiting: int) -> Set:
    def fail(server: TelegramStandIn) -> None:
        server.webhook = WEBHOOK
        server.last_error = "Wrong response from the webhook: 403 Forbidden"
        server.updates.extend({"update_id": number} for number in range(waiting))

    return fail


CASES: list[tuple[str, dict[str, str], Set, int, tuple[str, ...]]] = [
    ("not used", {}, _nothing, 0, ("note   not used", "docs/channels/telegram.md")),
    ("no secret", {"TELEGRAM_TOKEN": TOKEN}, _nothing, 1, ("wrong  it is disabled", "set TELEGRAM_SECRET")),
    ("other token", {**SET, "TELEGRAM_TOKEN": "555:" + "x" * 35}, _nothing, 1, ("does not accept the token", "BotFather")),
    ("no webhook", SET, _nothing, 1, ("no webhook is set", "set PUBLIC_ADDRESS")),
    ("by hand", SET, _hooked(WEBHOOK), 0, ("ok     Telegram knows the bot: @HorgosGuideBot", f"ok     the webhook is {WEBHOOK}")),
    ("by hand, wrong", SET, _hooked("https://guide.example/telegram"), 1, ("it has to end with /webhooks/telegram/webhook",)),
    ("elsewhere", {**SET, "PUBLIC_ADDRESS": "http://127.0.0.1:9"}, _hooked(WEBHOOK), 1, ("not http://127.0.0.1:9/webhooks", "start the guide again", "does not answer")),
    ("polling", {"TELEGRAM_TOKEN": TOKEN, "TELEGRAM_MODE": "polling"}, _nothing, 0, ("ok     no webhook is in the way",)),
    ("polling, hooked", {"TELEGRAM_TOKEN": TOKEN, "TELEGRAM_MODE": "polling"}, _hooked(WEBHOOK), 1, ("polling gets nothing",)),
    ("failing", SET, _failing(3), 1, ("403 Forbidden; 3 updates wait", "TELEGRAM_SECRET has changed")),
    ("failed once", SET, _failing(0), 0, ("note   ", "403 Forbidden", "nothing waits now")),
]  # fmt: skip


def test_every_state_is_told_with_its_mend(check: Check) -> None:
    seen = 0
    for name, environment, arrange, code, says in CASES:
        with telegram_stand_in() as server:
            arrange(server)
            exit_code, output = check(server.address, **environment)
            assert exit_code == code, (name, output)
            for sentence in says:
                assert sentence in output, (name, output)
            assert TOKEN not in output and SECRET not in output
            seen += 1
    assert seen == 11


def test_privacy_mode_is_looked_at(check: Check) -> None:
    with telegram_stand_in() as server:
        server.webhook, server.sees_all = WEBHOOK, True
        code, output = check(server.address, **SET)
    assert code == 0
    assert "/setprivacy" in output


def test_an_api_that_is_away_is_named(check: Check) -> None:
    address = f"http://127.0.0.1:{free_port()}"
    code, output = check(address, **SET)
    assert code == 1
    assert f"{address} does not answer" in output and "proxy" in output


KNOCKS = [(SECRET, 0, "the guide answers there and knows the secret"), ("f" * 16, 1, "another TELEGRAM_SECRET")]  # fmt: skip


@pytest.mark.parametrize(("secret", "code", "says"), KNOCKS)
def test_the_way_of_an_update_is_tried(check: Check, secret: str, code: int, says: str) -> None:
    with telegram_stand_in() as server:
        channel = _channel(server.address)
        assert isinstance(channel.state, ChannelState)
        with serving(channel) as client:
            address = str(client.base_url).rstrip("/")
            server.webhook = f"{address}/webhooks/telegram/webhook"
            given = {**SET, "TELEGRAM_SECRET": secret, "PUBLIC_ADDRESS": address}
            found, output = check(server.address, **given)
    assert found == code, output
    assert says in output


def test_a_channel_that_is_none_is_named(
    check: Check, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "mine.yml"
    file.write_text("horgos.channels.telegramm.TelegramChannel: {}\n")
    monkeypatch.setenv("HORGOS_CREDENTIALS", str(file))
    result = CliRunner().invoke(app, ["channels", "check"])
    assert result.exit_code == 1
    assert "there is no such channel" in result.output
