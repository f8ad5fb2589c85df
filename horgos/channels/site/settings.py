"""The site's settings in ``credentials.yml``, checked at the start."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rasa.shared.exceptions import RasaException

_ORIGIN = re.compile(r"https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?")
_KEYS = ("public_address", "frame_ancestors")


class WrongSetting(RasaException):
    """A setting that cannot be used; its text says how to mend it."""


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


def read_settings(given: Mapping[str, Any] | None) -> SiteSettings:
    """The settings under the channel's name.

    Raises:
        WrongSetting: A key is unknown, or a value is no origin.
    """
    given = given or {}
    for key in given:
        if key not in _KEYS:
            raise _wrong(str(key), "unknown; known are " + ", ".join(_KEYS))
    address = given.get("public_address") or ""
    ancestors = given.get("frame_ancestors") or []
    if address and not _is_origin(address):
        raise _wrong("public_address", f"{address!r} is not like https://guide.example")
    if not isinstance(ancestors, list) or not all(map(_is_origin, ancestors)):
        raise _wrong("frame_ancestors", f"{ancestors!r} is not a list like [https://zone.example]")
    return SiteSettings(address, tuple(ancestors))


def _is_origin(value: object) -> bool:
    return isinstance(value, str) and _ORIGIN.fullmatch(value) is not None


def _wrong(key: str, what: str) -> WrongSetting:
    return WrongSetting(f"credentials.yml: horgos.channels.site.SiteChannel: {key}: {what}")
