"""What Chromium on the information desk's tablet may open: one page of one host, no more."""

from __future__ import annotations

import re
from collections.abc import Mapping

PAGE = "/kiosk"
_ADDRESS = re.compile(r"(https?)://([a-z0-9-]+(?:\.[a-z0-9-]+)*)(?::([1-9][0-9]{0,4}))?/?")
_PORTS = {"http": 80, "https": 443}
_LOOPBACK = ("127.0.0.1", "localhost")


class AddressError(ValueError):
    """An address that no tablet can be locked to; its text says why."""


def locked_to(address: str, policies: Mapping[str, object]) -> dict[str, object]:
    """The managed policies of a tablet of the guide at this address.

    Args:
        address: Where the guide is served, for instance ``https://guide.example``.
        policies: What holds for every address (``deploy/tablet/policies.json``).

    Raises:
        AddressError: It is not the root of a site, or visitors' questions would go over the
            network in the clear.
    """
    scheme, host, port = _parts(address)
    page = f"{scheme}://{host}:{port}{PAGE}"
    return dict(policies) | {
        # The dot keeps other hosts below this one out.
        "URLAllowlist": [f"{scheme}://.{host}:{port}{PAGE}"],
        # Whatever key opens a new tab or goes home leads back to the guide.
        "NewTabPageLocation": page,
        "HomepageLocation": page,
    }


def _parts(address: str) -> tuple[str, str, int]:
    match = _ADDRESS.fullmatch(address)
    if not match:
        raise AddressError("is not like https://guide.example: no path, no capitals")
    scheme, host, port = match[1], match[2], int(match[3] or _PORTS[match[1]])
    if port > 65535:
        raise AddressError(f"has no port that could exist: {port}")
    if scheme == "http" and host not in _LOOPBACK:
        raise AddressError("would send visitors' questions in the clear: it must begin with https")
    return scheme, host, port
