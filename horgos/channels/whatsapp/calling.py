"""Calls to Meta: waits when asked to, tries again when nothing can have happened yet."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from enum import Enum
from typing import Any

import httpx

from horgos.channels.messaging.faults import NOT_SENT
from horgos.channels.messaging.state import ChannelState
from horgos.channels.whatsapp.api import GraphError

Call = Callable[[], Awaitable[Any]]
Arrived = Callable[[], Awaitable[bool]]

PATIENCE = 300.0
"""Seconds after which a call is given up; a person has gone by then."""
FIRST_PAUSE, LONGEST_PAUSE, LONGER = 1.0, 64.0, 4
"""Seconds between tries, four times as long each time: as Meta asks for its pair rate limit."""

CLOSED_WINDOW = 131047
"""The person's last message is more than 24 hours old: only a template could be sent."""
NOT_TAKEN = frozenset({100, 131008, 131009, 131051})
"""Something in the message is not as Meta wants it."""
_RATES = frozenset({4, 80007, 130429, 131056})
_PASSING = frozenset({1, 2, 131000, 131016, 131057})
# developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes
_LACKS = (
    "WHATSAPP_TOKEN may not send for this number; give its system user the app and the account,"
    " and the token whatsapp_business_messaging"
)
_OURS = {
    190: "Meta does not accept WHATSAPP_TOKEN; make a new one for the system user",
    3: _LACKS,
    10: _LACKS,
    131005: _LACKS,
    33: "Meta does not know WHATSAPP_PHONE_ID; copy it from API Setup",
    100: "Meta does not take what the guide sends (error 100); is WHATSAPP_PHONE_ID right?",
    368: "Meta has locked the account; see Business Support Home",
    131031: "Meta has locked the account; see Business Support Home",
    131042: "Meta has no way to be paid for the account; add one in its Billing Hub",
    131048: "People have blocked or reported the number, and Meta holds its messages back",
    133010: "The number is not registered with the Cloud API; register it",
}
"""What is to mend at our side, by code."""


class Unreachable(Exception):
    """Meta could not be reached, or had no time, for as long as it was worth trying."""


class _Verdict(Enum):
    FINAL = "final"
    LATER = "later"
    UNCERTAIN = "uncertain"


class Caller:
    """Makes calls and keeps the channel's state."""

    def __init__(
        self, state: ChannelState, patience: float = PATIENCE, first_pause: float = FIRST_PAUSE
    ) -> None:
        """Set where trouble is told, the seconds for each call and before its second try."""
        self._state, self._patience, self._first_pause = state, patience, first_pause

    async def repeat(self, call: Call) -> Any:
        """A call that may be made twice: nothing but its last time counts.

        Raises:
            GraphError: Meta refuses it.
            Unreachable: It was given up.
        """
        return await self.once(call, _unknown)

    async def once(self, call: Call, arrived: Arrived) -> Any:
        """A call that must not be obeyed twice.

        Args:
            call: Makes it.
            arrived: Asked, and waited for, when the connection broke after the call was sent:
                whether it was obeyed.

        Raises:
            GraphError: Meta refuses it.
            Unreachable: It was given up.
        """
        loop = asyncio.get_running_loop()
        end, pause = loop.time() + self._patience, self._first_pause
        while True:
            try:
                result = await call()
            except GraphError as fault:
                verdict, wait = self._judge(fault), max(pause, fault.wait or 0.0)
                if verdict is _Verdict.FINAL:
                    raise
            except httpx.HTTPError as fault:
                sent = not isinstance(fault, NOT_SENT)
                verdict, wait = _Verdict.UNCERTAIN if sent else _Verdict.LATER, pause
                self._state.degrade(f"Meta cannot be reached ({type(fault).__name__})")
            else:
                self._state.run()
                return result
            if verdict is _Verdict.UNCERTAIN and await arrived():
                self._state.run()
                return None
            if loop.time() + wait > end:
                raise Unreachable
            await asyncio.sleep(wait)
            pause = min(pause * LONGER, LONGEST_PAUSE)

    def _judge(self, fault: GraphError) -> _Verdict:
        if fault.code in _RATES or fault.status == httpx.codes.TOO_MANY_REQUESTS:
            return _Verdict.LATER
        sentence = to_mend(fault)
        if sentence is None and (fault.code in _PASSING or not 400 <= fault.status < 500):
            self._state.degrade(f"Meta has trouble of its own ({fault})")
            return _Verdict.LATER if fault.code else _Verdict.UNCERTAIN
        if sentence is None:
            self._state.run()
        else:
            self._state.degrade(sentence)
        return _Verdict.FINAL


def to_mend(fault: GraphError) -> str | None:
    """What is wrong at our side and how to mend it; None when nothing is known of it."""
    if 200 <= fault.code < 300:
        return _LACKS
    if fault.code == 0 and fault.status == httpx.codes.UNAUTHORIZED:
        return _OURS[190]
    return _OURS.get(fault.code)


async def _unknown() -> bool:
    return False
