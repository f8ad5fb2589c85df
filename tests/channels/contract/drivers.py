"""The channels that are held to the contract: a new one is a line here."""

from __future__ import annotations

from tests.channels.contract.driver import Driver
from tests.channels.contract.telegram import TelegramDriver
from tests.channels.contract.wechat import WeChatDriver
from tests.channels.contract.whatsapp import WhatsAppDriver

DRIVERS: tuple[type[Driver], ...] = (TelegramDriver, WeChatDriver, WhatsAppDriver)
