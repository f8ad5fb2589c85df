"""Messages after the five seconds: sent in order, repeated when the network fails."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence

from horgos.channels.messaging.state import ChannelState
from horgos.channels.wechat.client import WeChatClient, WeChatError

logger = logging.getLogger(__name__)

MOST = 2
"""Pushes to one message of a person: WeChat allows 5 in 48 hours, 3 after a click."""
BUSY = -1
_AGAIN = (0, BUSY)
"""Codes after which another try may help: no answer from WeChat, and "system busy"."""
_WAITS = (0.5, 1.0, 2.0, 4.0)
"""Seconds before the second try, the third, ..."""
_PERSON = (45015, 45047)
"""Too long ago, too many: nothing is wrong with the account."""


class Pusher:
    """Sends what could not be said in time."""

    def __init__(
        self, client: WeChatClient, state: ChannelState, waits: Sequence[float] = _WAITS
    ) -> None:
        """Set the way out.

        Args:
            client: Calls WeChat.
            state: Told when WeChat takes nothing.
            waits: Seconds before each further try.
        """
        self._client, self._state, self._waits = client, state, waits

    async def push(self, open_id: str, texts: Sequence[str]) -> None:
        """Send texts in order; the first that is refused ends it, and is counted."""
        for number, text in enumerate(texts):
            code = await self._sent(open_id, text)
            if code is not None:
                self._give_up(code, len(texts) - number)
                return
        self._state.run()

    async def _sent(self, open_id: str, text: str) -> int | None:
        """None when WeChat took it, or the code with which it did not."""
        for wait in (*self._waits, None):
            try:
                await self._client.push(open_id, text)
                return None
            except WeChatError as fault:
                if wait is None or fault.code not in _AGAIN:
                    return fault.code
            await asyncio.sleep(wait)
        raise AssertionError("the last try returns")

    def _give_up(self, code: int, texts: int) -> None:
        # The code alone: WeChat's own words may name the person.
        logger.warning("WeChat did not take %d text(s): code %d", texts, code)
        if code not in _PERSON:
            self._state.degrade(
                f"WeChat takes no messages: code {code}; run `horgos channels check`"
            )
        self._state.undelivered += texts
