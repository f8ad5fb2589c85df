"""``horgos conversations``: what an operator deletes, and what he is told."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from rasa.core.tracker_store import TrackerStore
from typer.testing import CliRunner

from horgos.channels.messaging.accounts import accounts_of
from horgos.channels.telegram.channel import TelegramChannel
from horgos.channels.wechat.channel import WeChatChannel
from horgos.channels.whatsapp.channel import WhatsAppChannel
from horgos.cli import app
from horgos.cli.conversations import PREFIXES
from tests.conversations.storing import ROOT, add, ours, said, start, turn

LONG_AGO = datetime.now(timezone.utc) - timedelta(days=40)


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TrackerStore:
    """The store that the commands find: one old conversation, one of today."""
    monkeypatch.setenv("HORGOS_VAR", str(tmp_path))
    made = ours(tmp_path / "conversations.db")
    add(made, "old", start(LONG_AGO) + turn(LONG_AGO))
    add(made, "new", start() + turn())
    return made


def run(*arguments: str) -> tuple[int, str, str]:
    command = ["conversations", *arguments, "--project", str(ROOT)]
    result = CliRunner(mix_stderr=False).invoke(app, command)
    return result.exit_code, result.stdout, result.stderr


@pytest.mark.parametrize(
    ("age", "told"),
    [
        ("30d", "Deleted: 8 events of 1 conversation.\n"),
        ("960h", "Deleted: 8 events of 1 conversation.\n"),
        ("41d", "Deleted: 0 events of 0 conversations.\n"),
        ("0h", "Deleted: 16 events of 2 conversations.\n"),
    ],
)
def test_what_is_older_is_deleted(store: TrackerStore, age: str, told: str) -> None:
    assert run("prune", "--older-than", age) == (0, told, "")
    assert bool(said(store, "new")) == (age != "0h")


@pytest.mark.parametrize("age", ["30", "30 days", "-1d", "1y"])
def test_a_wrong_age_is_named_and_deletes_nothing(store: TrackerStore, age: str) -> None:
    told = f"--older-than: {age!r} is no age: write days or hours, such as 30d or 12h.\n"
    assert run("prune", "--older-than", age) == (2, "", told)
    assert said(store, "old")


def test_a_place_without_conversations_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HORGOS_VAR", str(tmp_path / "elsewhere"))
    code, printed, told = run("prune", "--older-than", "30d")
    assert (code, printed) == (1, "")
    assert str(tmp_path / "elsewhere" / "conversations.db") in told
    assert not (tmp_path / "elsewhere").exists()


def test_one_conversation_is_deleted_by_its_id(store: TrackerStore) -> None:
    assert run("delete", "new") == (0, "Deleted: 8 events of 1 conversation.\n", "")
    assert said(store, "old") and not said(store, "new")
    assert run("delete", "new") == (1, "", "There is no conversation new.\n")


@pytest.mark.parametrize("name", PREFIXES)
def test_one_is_deleted_by_the_account_in_its_app(
    store: TrackerStore, tmp_path: Path, name: str
) -> None:
    sender = accounts_of(PREFIXES[name], {"HORGOS_VAR": str(tmp_path)}).sender("4711")
    add(store, sender, start() + turn())
    code, _, _ = run("delete", "4711", "--app", name)
    assert (code, said(store, sender)) == (0, [])


def test_an_unknown_app_is_named(store: TrackerStore) -> None:
    told = "--app signal: use one of telegram, wechat, whatsapp.\n"
    assert run("delete", "4711", "--app", "signal") == (2, "", told)


def test_apps_are_those_of_the_channels() -> None:
    channels = (TelegramChannel, WeChatChannel, WhatsAppChannel)
    assert {channel.channel: channel.prefix for channel in channels} == PREFIXES
