"""What is old is deleted at the start and again later; a fault is told and ends nothing."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from horgos.run.retention import forgetting
from horgos.run.settings import Settings, read_settings
from tests.conversations.storing import ROOT, add, ours, said, start, turn

WaitUntil = Callable[[Callable[[], bool]], None]
NOTHING: Mapping[str, str] = {}
LONG_AGO = datetime.now(timezone.utc) - timedelta(days=31)
TEN_DAYS_AGO = datetime.now(timezone.utc) - timedelta(days=10)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return read_settings({"HORGOS_VAR": str(tmp_path)}, ROOT)


def test_it_happens_at_the_start_and_again(
    settings: Settings, capsys: pytest.CaptureFixture[str], wait_until: WaitUntil
) -> None:
    store = ours(settings.var / "conversations.db")
    add(store, "a", start(LONG_AGO) + turn(LONG_AGO))
    add(store, "late", start(TEN_DAYS_AGO) + turn(TEN_DAYS_AGO))
    with forgetting(settings, NOTHING, every=0.05):
        wait_until(lambda: not said(store, "a"))
        add(store, "b", start(LONG_AGO) + turn(LONG_AGO))
        wait_until(lambda: not said(store, "b"))
    assert said(store, "late")
    assert "Deleted, older than 30 days: 8 events of 1 conversation\n" in capsys.readouterr().out


def test_a_fault_is_told_and_tried_again(
    settings: Settings, capsys: pytest.CaptureFixture[str], wait_until: WaitUntil
) -> None:
    with forgetting(settings, NOTHING, every=0.05):
        time.sleep(0.2)
        store = ours(settings.var / "conversations.db")
        add(store, "a", start(LONG_AGO) + turn(LONG_AGO))
        wait_until(lambda: not said(store, "a"))
    assert "Old conversations were not deleted: " in capsys.readouterr().err


def test_for_ever_means_for_ever(settings: Settings) -> None:
    store = ours(settings.var / "conversations.db")
    add(store, "a", start(LONG_AGO) + turn(LONG_AGO))
    with forgetting(replace(settings, keep_days=None), NOTHING, every=0.05):
        time.sleep(0.2)
    assert said(store, "a")
