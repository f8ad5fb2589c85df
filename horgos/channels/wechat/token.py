"""The access token of the account: fetched in one place, shared by all calls."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

_EARLY = 300
"""Seconds before its end at which a token is renewed; WeChat keeps the old one good as long."""


@dataclass(frozen=True)
class Token:
    """A token and the moment it ends, in seconds of the clock."""

    text: str
    ends: float


class TokenKeeper:
    """Fetches a token when there is none or it is about to end; one fetch for all who wait."""

    def __init__(
        self,
        fetch: Callable[[], Awaitable[tuple[str, int]]],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Set where tokens come from.

        Args:
            fetch: Gives a token and its life in seconds.
            clock: Seconds, ever rising.
        """
        self._fetch, self._clock = fetch, clock
        self._token: Token | None = None
        self._lock = asyncio.Lock()

    async def token(self) -> str:
        """A token that is good now."""
        async with self._lock:
            if self._token is None or self._clock() >= self._token.ends - _EARLY:
                text, life = await self._fetch()
                self._token = Token(text, self._clock() + life)
            return self._token.text

    def spoiled(self, text: str) -> None:
        """WeChat no longer takes this token; a newer one is left alone."""
        if self._token is not None and self._token.text == text:
            self._token = None
