"""What stands under a channel's name in ``credentials.yml``, read alike by all apps."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from rasa.shared.exceptions import RasaException


class WrongSetting(RasaException):
    """A setting that cannot be used; its text says where it stands and how to mend it."""


def place_of(channel: type) -> str:
    """File and key of a channel's settings, for messages."""
    file = os.environ.get("HORGOS_CREDENTIALS") or "credentials.yml"
    return f"{file}: {channel.__module__}.{channel.__name__}"


def known_only(
    given: Mapping[str, Any] | None, known: tuple[str, ...], where: str
) -> Mapping[str, Any]:
    """The settings given; none for None.

    Raises:
        WrongSetting: One of them is not among those known.
    """
    for key in given or {}:
        if key not in known:
            raise WrongSetting(f"{where}: {key}: unknown: use {' or '.join(known)}")
    return given or {}


def api_address(given: Mapping[str, Any], official: str, where: str) -> str:
    """The address of the app's API, without a slash at its end; the official one if not given.

    Raises:
        WrongSetting: It is no address.
    """
    api = given.get("api", official)
    if not (isinstance(api, str) and api.startswith(("https://", "http://"))):
        raise WrongSetting(f"{where}: api: {api!r}: not an address: write {official}")
    return api.rstrip("/")
