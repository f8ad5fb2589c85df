"""The Bot API, by python-telegram-bot, without asking Telegram anything at the start."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

import telegram
from telegram.request import HTTPXRequest

_CONNECTIONS = 64
_TIMEOUT = 20.0
"""Seconds for an answer of Telegram."""

# At a level below, the library logs what people write.
logging.getLogger("telegram").setLevel(logging.CRITICAL)


class Api:
    """One bot's way to Telegram.

    Attributes:
        bot: Makes the calls.
    """

    def __init__(self, token: str, api: str) -> None:
        """Set the bot's token and the address of the Bot API."""
        self._calls = HTTPXRequest(
            _CONNECTIONS, read_timeout=_TIMEOUT, connect_timeout=_TIMEOUT, pool_timeout=_TIMEOUT
        )
        self._questions = HTTPXRequest(1, connect_timeout=_TIMEOUT)
        self._address = f"{api}/bot{token}/getUpdates"
        self.bot = telegram.Bot(
            token,
            base_url=f"{api}/bot",
            request=self._calls,
            get_updates_request=self._questions,
        )

    async def updates(self, wait: int, **question: Any) -> list[Mapping[str, Any]]:
        """Updates as they come; one that the library cannot read hides no other.

        Args:
            wait: Seconds that Telegram may hold the question.
            question: Further parameters of ``getUpdates``.

        Raises:
            TelegramError: Telegram gives none.
        """
        query = urlencode(
            {"timeout": wait, **{name: json.dumps(value) for name, value in question.items()}}
        )
        found: Any = await self._questions.post(
            f"{self._address}?{query}", read_timeout=wait + _TIMEOUT
        )
        return [update for update in found or () if isinstance(update, dict)]

    async def close(self) -> None:
        """Close the connections."""
        await self._calls.shutdown()
        await self._questions.shutdown()
