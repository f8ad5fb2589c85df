"""Which pages may talk to the guide: its own, and those of listed origins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

from horgos.channels.web.errors import ErrorCode, Refused

_DEFAULT_PORTS = {"http": ":80", "https": ":443"}
_PREFLIGHT = {
    "Access-Control-Allow-Headers": "authorization, content-type",
    "Access-Control-Max-Age": "600",
}
_ALWAYS = {"Vary": "Origin"}


class Origins:
    """The allow-list."""

    def __init__(self, allowed: Sequence[str]) -> None:
        self._allowed = frozenset(allowed)

    def require(self, origin: str | None, host: str) -> None:
        """Go on when a page of this origin may ask.

        Args:
            origin: The ``Origin`` header; programs other than browsers send none.
            host: The ``Host`` header: where the guide itself is.

        Raises:
            Refused: It may not.
        """
        if origin is None or origin in self._allowed or _is_same(origin, host):
            return
        raise Refused(ErrorCode.ORIGIN_NOT_ALLOWED)

    def headers(self, origin: str | None) -> Mapping[str, str]:
        """Headers that let a page of a listed origin read the response; never ``*``."""
        if origin is None or origin not in self._allowed:
            return _ALWAYS
        return {
            **_ALWAYS,
            "Access-Control-Allow-Origin": origin,
            "Access-Control-Expose-Headers": "Retry-After",
        }

    def preflight(self, origin: str | None, method: str) -> Mapping[str, str]:
        """What a listed origin is told before it asks by the method that is served."""
        if origin not in self._allowed:
            return {}
        return {"Access-Control-Allow-Methods": method, **_PREFLIGHT}


def _is_same(origin: str, host: str) -> bool:
    """Whether the origin's host is the one asked.

    The scheme is left out: a proxy that speaks TLS to the world speaks plain HTTP to the guide.
    """
    try:
        parts = urlsplit(origin)
    except ValueError:
        return False
    default = _DEFAULT_PORTS.get(parts.scheme)
    if default is None or parts.path or parts.query or parts.fragment or not host:
        return False
    return parts.netloc.lower().removesuffix(default) == host.lower().removesuffix(default)
