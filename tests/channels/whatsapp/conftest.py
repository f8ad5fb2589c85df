"""WhatsApp before the guide that all messaging channels share."""

from __future__ import annotations

import pytest

from tests.channels.contract.driver import Driver
from tests.channels.contract.whatsapp import WhatsAppDriver


@pytest.fixture(scope="session")
def whatsapp(drivers: dict[str, Driver]) -> WhatsAppDriver:
    driver = drivers["whatsapp"]
    assert isinstance(driver, WhatsAppDriver)
    return driver
