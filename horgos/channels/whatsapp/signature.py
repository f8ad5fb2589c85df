"""Meta's signature: HMAC-SHA256 of the body as it came, byte for byte, with the app secret."""

from __future__ import annotations

import hmac
from hashlib import sha256

from horgos.channels.messaging.webhook import same_secret

HEADER = "X-Hub-Signature-256"


def sign(body: bytes, app_secret: str) -> str:
    """The header that Meta sends with a body."""
    return f"sha256={hmac.new(app_secret.encode(), body, sha256).hexdigest()}"


def is_signed(body: bytes, header: str | None, app_secret: str) -> bool:
    """Whether whoever sent the body knows the app secret; takes as long whatever they give."""
    return same_secret(header, sign(body, app_secret))
