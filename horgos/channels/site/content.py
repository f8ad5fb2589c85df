"""A file as it is served: its bytes, plain and compressed, and what is said about them."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

ENCODINGS = ("br", "gzip")
"""Compressed variants, the smallest first."""
_ETAG_LENGTH = 20


@dataclass(frozen=True)
class Content:
    """Something to send.

    Attributes:
        body: The bytes as they are.
        media_type: Value of ``Content-Type``.
        headers: Everything else that is said with it.
        etag: Weak entity tag: the same for all encodings of the same content.
        compressed: The same bytes by content encoding.
    """

    body: bytes
    media_type: str
    headers: Mapping[str, str]
    etag: str
    compressed: Mapping[str, bytes] = field(default_factory=dict)


def etag_of(body: bytes) -> str:
    """An entity tag that changes with the content."""
    return f'W/"{hashlib.sha256(body).hexdigest()[:_ETAG_LENGTH]}"'


def gzipped(body: bytes) -> bytes:
    """The bytes as gzip, the same each time."""
    return gzip.compress(body, mtime=0)
