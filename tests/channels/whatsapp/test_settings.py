"""What is missing or wrong names itself and disables WhatsApp alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from horgos.channels.messaging.secrets import MissingSecret
from horgos.channels.settings import WrongSetting
from horgos.channels.whatsapp.settings import read_credentials, read_settings
from tests.channels.whatsapp.made_channel import SECRETS

WRONG = [
    ({}, "set WHATSAPP_TOKEN, or WHATSAPP_TOKEN_FILE"),
    ({}, "set WHATSAPP_VERIFY_TOKEN, or WHATSAPP_VERIFY_TOKEN_FILE"),
    ({**SECRETS, "WHATSAPP_TOKEN": "EAA"}, "WHATSAPP_TOKEN is no token"),
    ({**SECRETS, "WHATSAPP_TOKEN": "with blanks in it....."}, "WHATSAPP_TOKEN is no token"),
    ({**SECRETS, "WHATSAPP_PHONE_ID": "+7 701 000 00 01"}, "WHATSAPP_PHONE_ID is no phone number"),
    ({**SECRETS, "WHATSAPP_APP_SECRET": "secret"}, "WHATSAPP_APP_SECRET is no app secret"),
    ({**SECRETS, "WHATSAPP_VERIFY_TOKEN": "short"}, "WHATSAPP_VERIFY_TOKEN has to be 16"),
]


def test_the_table_is_whole() -> None:
    assert len(WRONG) == 7


@pytest.mark.parametrize(("environment", "says"), WRONG)
def test_what_is_missing_names_itself(environment: dict[str, str], says: str) -> None:
    with pytest.raises(MissingSecret) as caught:
        read_credentials(environment)
    assert says in str(caught.value)
    for secret in SECRETS.values():
        assert secret not in str(caught.value)


def test_secrets_may_stand_in_files_and_are_never_shown(tmp_path: Path) -> None:
    environment = {}
    for name, value in SECRETS.items():
        (tmp_path / name).write_text(f"{value}\n")
        environment[f"{name}_FILE"] = str(tmp_path / name)
    found = read_credentials(environment)
    assert [found.token, found.phone_id, found.app_secret, found.verify_token] == [
        *SECRETS.values()
    ]
    for secret in (found.token, found.app_secret, found.verify_token):
        assert secret not in repr(found)


def test_the_api_and_its_version_may_be_others() -> None:
    assert read_settings(None, "x").base == "https://graph.facebook.com/v26.0"
    other = read_settings({"api": "http://127.0.0.1:9/", "version": "v24.0"}, "x")
    assert other.base == "http://127.0.0.1:9/v24.0"
    for wrong in ({"apy": "x"}, {"api": "x"}, {"api": 5}, {"version": 21.0}, {"version": "21"}):
        with pytest.raises(WrongSetting, match=r"^here: "):
            read_settings(wrong, "here")
