"""What is missing or wrong names itself and disables Telegram alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from horgos.channels.messaging.secrets import MissingSecret
from horgos.channels.settings import WrongSetting
from horgos.channels.telegram.settings import (
    OFFICIAL,
    Mode,
    read_credentials,
    read_settings,
)
from tests.stand_ins.telegram import TOKEN

SECRET = "0123456789abcdef"
GOOD = {"TELEGRAM_TOKEN": TOKEN, "TELEGRAM_SECRET": SECRET}

WRONG = [
    ({}, "set TELEGRAM_TOKEN, or TELEGRAM_TOKEN_FILE"),
    ({"TELEGRAM_TOKEN": TOKEN}, "set TELEGRAM_SECRET"),
    ({**GOOD, "TELEGRAM_TOKEN": "abc"}, "TELEGRAM_TOKEN is no token; copy it from BotFather"),
    ({**GOOD, "TELEGRAM_SECRET": "short"}, "TELEGRAM_SECRET: use 16 to 256 characters"),
    ({**GOOD, "TELEGRAM_SECRET": "with blanks in it....."}, "TELEGRAM_SECRET: use"),
    ({**GOOD, "TELEGRAM_MODE": "push"}, "TELEGRAM_MODE='push': write webhook or polling"),
    ({**GOOD, "PUBLIC_ADDRESS": "guide"}, "write it like https://guide.example"),
    ({"TELEGRAM_MODE": "polling"}, "set TELEGRAM_TOKEN"),
]


@pytest.mark.parametrize(("environment", "says"), WRONG)
def test_what_is_missing_names_itself(environment: dict[str, str], says: str) -> None:
    with pytest.raises(MissingSecret) as caught:
        read_credentials(environment)
    assert says in str(caught.value)
    assert SECRET not in str(caught.value) and TOKEN not in str(caught.value)


def test_a_webhook_has_an_address_where_one_is_known() -> None:
    found = read_credentials({**GOOD, "PUBLIC_ADDRESS": "https://guide.example/"})
    assert (found.mode, found.bot_id) == (Mode.WEBHOOK, 123456789)
    assert found.webhook == "https://guide.example/webhooks/telegram/webhook"
    assert read_credentials(GOOD).webhook == ""
    assert TOKEN not in repr(found) and SECRET not in repr(found)


def test_polling_needs_the_token_alone(tmp_path: Path) -> None:
    (tmp_path / "token").write_text(f"{TOKEN}\n")
    environment = {"TELEGRAM_TOKEN_FILE": str(tmp_path / "token"), "TELEGRAM_MODE": "Polling"}
    assert read_credentials(environment).mode is Mode.POLLING


def test_the_api_may_be_another() -> None:
    assert read_settings(None, "x").api == OFFICIAL
    assert read_settings({"api": "http://127.0.0.1:9/"}, "x").api == "http://127.0.0.1:9"
    for wrong in ({"apy": "x"}, {"api": "x"}, {"api": 5}):
        with pytest.raises(WrongSetting, match=r"^here: "):
            read_settings(wrong, "here")
