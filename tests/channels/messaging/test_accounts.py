"""No account id leaves the channel: the stores see a keyed hash."""

from pathlib import Path

import pytest

from horgos.channels.messaging.accounts import Accounts, account_key
from horgos.channels.messaging.secrets import MissingSecret


def test_the_same_person_has_the_same_conversation_and_nobody_else() -> None:
    key = b"k" * 32
    telegram, wechat = Accounts("tg", key), Accounts("wx", key)
    senders = {
        telegram.sender("1"),
        telegram.sender("2"),
        wechat.sender("1"),
        Accounts("tg", b"q" * 32).sender("1"),
    }
    assert len(senders) == 4
    assert telegram.sender("1") == telegram.sender("1")
    assert telegram.sender("1").startswith("tg-")
    assert len(telegram.sender("1")) == 35


def test_the_key_is_not_shown() -> None:
    assert "kkkk" not in repr(Accounts("tg", b"k" * 32))


def test_a_key_is_made_once_and_is_for_the_owner_alone(tmp_path: Path) -> None:
    first = account_key({}, tmp_path / "var")
    assert account_key({}, tmp_path / "var") == first
    assert len(first) >= 32
    files = list((tmp_path / "var").iterdir())
    assert [file.name for file in files] == ["account-key"]
    assert files[0].stat().st_mode & 0o777 == 0o600


def test_an_empty_key_file_protects_nobody_and_is_refused(tmp_path: Path) -> None:
    (tmp_path / "account-key").touch(mode=0o600)
    with pytest.raises(MissingSecret, match=r"account-key: too short: delete the file"):
        account_key({}, tmp_path)


def test_a_key_may_be_given(tmp_path: Path) -> None:
    assert account_key({"HORGOS_ACCOUNT_KEY": "x" * 16}, tmp_path) == b"x" * 16
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "environment", [{"HORGOS_ACCOUNT_KEY": "short"}, {"HORGOS_ACCOUNT_KEY_FILE": "/nowhere"}]
)
def test_a_useless_key_is_not_replaced_in_silence(
    environment: dict[str, str], tmp_path: Path
) -> None:
    with pytest.raises(MissingSecret, match="HORGOS_ACCOUNT_KEY"):
        account_key(environment, tmp_path)
