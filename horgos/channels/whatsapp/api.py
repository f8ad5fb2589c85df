"""Meta's Graph API: one call at a time, and what is wrong in few words."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any

import httpx

_CONNECTIONS = 64
_TIMEOUT = 20.0
"""Seconds for an answer of Meta."""

# At INFO it names addresses, which hold the token when it is asked about; below, headers too.
for _name in ("httpx", "httpcore"):
    logging.getLogger(_name).setLevel(logging.WARNING)


class GraphError(Exception):
    """What Meta answers instead of obeying. Its text holds no words of Meta's: they name people.

    Attributes:
        code: Meta's number of the error; 0 when the answer holds none.
        status: The HTTP status.
        wait: Seconds Meta asks to wait; None if it does not say.
    """

    def __init__(self, code: int, status: int, wait: float | None = None) -> None:
        super().__init__(f"error {code}, HTTP {status}")
        self.code, self.status, self.wait = code, status, wait


class Api:
    """The way to Meta with one token."""

    def __init__(self, base: str, token: str) -> None:
        """Set the address of the API with its version, and who calls."""
        self._client = httpx.AsyncClient(
            base_url=base,
            headers={"Authorization": f"Bearer {token}"},
            timeout=_TIMEOUT,
            limits=httpx.Limits(max_connections=_CONNECTIONS),
        )

    async def post(self, path: str, content: Mapping[str, Any]) -> Any:
        """Have something done.

        Raises:
            GraphError: Meta does not do it.
            httpx.HTTPError: The connection broke.
        """
        return _content(await self._client.post(path, json=dict(content)))

    async def get(self, path: str, **query: str) -> Any:
        """Ask something; raises as ``post``."""
        return _content(await self._client.get(path, params=query))

    async def close(self) -> None:
        """Close the connections."""
        await self._client.aclose()


def _content(response: httpx.Response) -> Any:
    try:
        content = response.json()
    except ValueError:
        content = None
    if response.is_success and isinstance(content, dict):
        return content
    error = content.get("error") if isinstance(content, dict) else None
    code = error.get("code") if isinstance(error, dict) else None
    raise GraphError(code if isinstance(code, int) else 0, response.status_code, _wait(response))


def _wait(response: httpx.Response) -> float | None:
    given = response.headers.get("Retry-After", "")
    return float(given) if given.isdecimal() else None
