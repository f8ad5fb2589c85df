"""What stands under a channel's name in ``credentials.yml``, read alike by all channels."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import Any

from rasa.shared.exceptions import RasaException


class WrongSetting(RasaException):
    """A setting that cannot be used; its text says where it stands and how to mend it."""


def place_of(channel: type) -> str:
    """File and key of a channel's settings, for messages."""
    file = os.environ.get("HORGOS_CREDENTIALS") or "credentials.yml"
    return f"{file}: {channel.__module__}.{channel.__name__}"


def known_only(given: Any, known: Sequence[str], where: str) -> Mapping[str, Any]:
    """The settings given; none for None.

    Args:
        given: What stands there.
        known: Keys there are.
        where: File and key, for messages.

    Raises:
        WrongSetting: It is no mapping, or a key is not among those known.
    """
    if given is None:
        return {}
    if not isinstance(given, Mapping):
        raise WrongSetting(f"{where}: not a mapping: write {{}} or some of {', '.join(known)}")
    for key in given:
        if key not in known:
            raise WrongSetting(f"{where}: {key}: unknown: use one of {', '.join(known)}")
    return given


def api_address(given: Mapping[str, Any], official: str, where: str) -> str:
    """The address of the app's API, without a slash at its end; the official one if not given.

    Raises:
        WrongSetting: It is no address.
    """
    api = given.get("api", official)
    if not (isinstance(api, str) and api.startswith(("https://", "http://"))):
        raise WrongSetting(f"{where}: api: {api!r}: not an address: write {official}")
    return api.rstrip("/")
