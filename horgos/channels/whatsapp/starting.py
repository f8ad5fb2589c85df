"""What is asked of Meta at the start; the guide does not wait for it."""

from __future__ import annotations

import asyncio
import logging

from horgos.channels.whatsapp.api import Api, GraphError
from horgos.channels.whatsapp.calling import Caller, Unreachable

logger = logging.getLogger(__name__)

_ASK_AGAIN = 60.0
"""Seconds between tries when Meta is away."""


async def introduce(api: Api, caller: Caller, phone_id: str) -> None:
    """Learn, before the first visitor does, whether Meta takes token and number.

    The caller keeps what is found in the channel's state.
    """
    while True:
        try:
            await caller.repeat(lambda: api.get(f"/{phone_id}", fields="id"))
            return
        except GraphError as fault:
            logger.error("Meta does not know the guide: %s", fault)
            return
        except Unreachable:
            await asyncio.sleep(_ASK_AGAIN)
