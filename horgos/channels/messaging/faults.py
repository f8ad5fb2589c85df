"""What a broken connection tells of a call."""

from __future__ import annotations

import httpx

NOT_SENT = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.WriteError,
    httpx.WriteTimeout,
)
"""Faults after which the platform cannot have the whole request: it may be sent again."""
