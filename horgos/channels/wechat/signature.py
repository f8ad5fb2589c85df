"""WeChat's signatures: SHA-1 over the sorted parts, one of them a secret token."""

from __future__ import annotations

import hmac
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha1

OLDEST = 600
"""Seconds after which a signed request is a replay; clocks differ, and three tries take time."""


def signature(token: str, *parts: str) -> str:
    """Hexadecimal SHA-1 (developers.weixin.qq.com, "Access overview")."""
    return sha1("".join(sorted((token, *parts))).encode()).hexdigest()


@dataclass(frozen=True)
class Signer:
    """Tells WeChat's requests from others'.

    Attributes:
        token: Agreed on in WeChat's console.
        clock: Seconds since 1970.
    """

    token: str = field(repr=False)
    clock: Callable[[], float] = time.time

    def is_genuine(self, given: str, timestamp: str, nonce: str, *parts: str) -> bool:
        """Whether a signature was made with the token."""
        return hmac.compare_digest(
            signature(self.token, timestamp, nonce, *parts).encode(), given.encode()
        )

    def is_fresh(self, timestamp: str) -> bool:
        """Whether the request was signed just now."""
        return timestamp.isdecimal() and abs(self.clock() - int(timestamp)) <= OLDEST
