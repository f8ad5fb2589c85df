"""Long polling, for places that Telegram cannot reach."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from typing import Any

from telegram.error import Conflict, InvalidToken, TelegramError

from horgos.channels.messaging.state import ChannelState
from horgos.channels.messaging.webhook import Refused
from horgos.channels.telegram.api import Api
from horgos.channels.telegram.calling import Caller, Unreachable, described
from horgos.channels.telegram.desk import Desk
from horgos.channels.telegram.starting import UPDATES

logger = logging.getLogger(__name__)

WAIT = 25
"""Seconds that Telegram holds a question when there is nothing new."""
_AFTER_CONFLICT = 10.0
"""Seconds until another program may have let go."""
_AFTER_TROUBLE = 30.0


class Poller:
    """Asks for updates until it is cancelled."""

    def __init__(self, api: Api, caller: Caller, desk: Desk, state: ChannelState) -> None:
        """Set whom to ask, and who takes what comes."""
        self._api, self._caller, self._desk, self._state = api, caller, desk, state
        self._next: int | None = None

    async def run(self) -> None:
        """Ask and ask again; trouble is told in the channel's state."""
        try:
            while True:
                await asyncio.sleep(await self._round())
        finally:
            await self._confirm()

    async def _round(self) -> float:
        """Ask once; the seconds to wait before the next time."""
        try:
            await self._fetch(WAIT)
        except Conflict as fault:
            return await self._let_go(fault)
        except (InvalidToken, Unreachable):
            return _AFTER_TROUBLE
        except TelegramError as fault:
            self._state.degrade(f"Telegram gives no updates ({described(fault)})")
            return _AFTER_TROUBLE
        return 0.0

    async def _fetch(self, seconds: int) -> None:
        updates = await self._caller.repeat(
            lambda: self._api.updates(seconds, **self._since(), allowed_updates=UPDATES)
        )
        for update in updates:
            with contextlib.suppress(Refused):
                self._desk.take(update)
                self._next = update["update_id"] + 1

    def _since(self) -> dict[str, Any]:
        return {} if self._next is None else {"offset": self._next}

    async def _let_go(self, fault: Conflict) -> float:
        """A webhook is in the way, and is removed; or another program asks for the same bot."""
        if "webhook" in str(fault).lower():
            try:
                await self._caller.repeat(self._api.bot.delete_webhook)
            except (TelegramError, Unreachable) as trouble:
                logger.error("The webhook cannot be removed: %s", described(trouble))
                return _AFTER_TROUBLE
            return 0.0
        self._state.degrade(
            "another program asks Telegram for this bot's updates; stop it, or give it a bot of"
            " its own"
        )
        return _AFTER_CONFLICT

    async def _confirm(self) -> None:
        """Tell Telegram what has been taken, so that it does not come again after a restart."""
        if self._next is not None:
            with contextlib.suppress(TelegramError, asyncio.TimeoutError):
                await asyncio.wait_for(self._api.updates(0, **self._since(), limit=1), 3)
