"""The site's settings in ``credentials.yml``, checked at the start."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from horgos.channels.settings import WrongSetting, known_only

_ORIGIN = re.compile(r"https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?")
_KEYS = ("public_address", "frame_ancestors")
PUBLIC_ADDRESS = "PUBLIC_ADDRESS"
"""The variable with the same address for the messaging apps: one setting does for both."""
_NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class SiteSettings:
    """What an operator may choose.

    Attributes:
        public_address: Where visitors' phones reach the guide, ``https://guide.example``; empty
            when it is not known, then no QR code leads to a phone.
        frame_ancestors: Origins of sites that may show ``/frame`` in an iframe; empty for the
            guide's own pages only.
    """

    public_address: str = ""
    frame_ancestors: tuple[str, ...] = ()


def read_settings(
    given: Mapping[str, Any] | None, where: str, environment: Mapping[str, str] = _NOTHING
) -> SiteSettings:
    """The settings under the channel's name.

    Args:
        given: What stands there; None for nothing.
        where: File and key, for messages.
        environment: May hold ``PUBLIC_ADDRESS``, for when no address stands there.

    Raises:
        WrongSetting: A key is unknown, or a value is no origin.
    """
    given = known_only(given, _KEYS, where)
    address = given.get("public_address") or _of_environment(environment)
    ancestors = given.get("frame_ancestors") or []
    if address and not _is_origin(address):
        raise WrongSetting(
            f"{where}: public_address: {address!r} is not like https://guide.example"
        )
    if not isinstance(ancestors, list) or not all(map(_is_origin, ancestors)):
        what = f"{ancestors!r} is not a list like [https://zone.example]"
        raise WrongSetting(f"{where}: frame_ancestors: {what}")
    return SiteSettings(address, tuple(ancestors))


def _of_environment(environment: Mapping[str, str]) -> str:
    address = environment.get(PUBLIC_ADDRESS, "").strip().rstrip("/")
    if address and not _is_origin(address):
        raise WrongSetting(f"{PUBLIC_ADDRESS}={address!r} is not like https://guide.example")
    return address


def _is_origin(value: object) -> bool:
    return isinstance(value, str) and _ORIGIN.fullmatch(value) is not None
