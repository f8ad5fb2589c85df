"""Telegram before the guide that all messaging channels share."""

from __future__ import annotations

import time

import pytest

from tests.channels.contract.driver import Driver
from tests.channels.contract.telegram import TelegramDriver


@pytest.fixture(scope="session")
def telegram(drivers: dict[str, Driver]) -> TelegramDriver:
    """The driver, once the guide has arranged everything with Telegram."""
    driver = drivers["telegram"]
    assert isinstance(driver, TelegramDriver)
    end = time.monotonic() + 30
    while len(driver.server.profile) < 15:
        assert time.monotonic() < end, "the guide has not set the bot's profile"
        time.sleep(0.05)
    return driver
