"""The channel's settings in ``credentials.yml``, checked at the start."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from limits import RateLimitItem, parse_many

from horgos.channels.settings import WrongSetting, known_only
from horgos.channels.web.address import Network

_ORIGIN = re.compile(r"https?://([a-z0-9.-]+|\[[0-9a-f:]+\])(:[0-9]{1,5})?")
_USUAL_RATES = {
    "session_messages": "20/minute",
    # All visitors on the zone's own Wi-Fi share one address.
    "address_messages": "300/minute",
    "address_sessions": "60/minute",
    "address_pings": "60/minute",
}
_KEYS = ("origins", "trusted_proxies", "rates")


@dataclass(frozen=True)
class RateLimits:
    """How often one may ask.

    Attributes:
        session_messages: Messages of a session.
        address_messages: Messages from an address.
        address_sessions: Sessions begun from an address.
        address_pings: Signs of life of the tablets behind an address.
    """

    session_messages: RateLimitItem
    address_messages: RateLimitItem
    address_sessions: RateLimitItem
    address_pings: RateLimitItem

    @property
    def longest(self) -> int:
        """Seconds of the longest window."""
        limits: dict[str, RateLimitItem] = vars(self)
        return max(limit.get_expiry() for limit in limits.values())


@dataclass(frozen=True)
class WebSettings:
    """What an operator may choose.

    Attributes:
        origins: Sites whose pages may embed the widget, besides the guide's own.
        trusted_proxies: Whose ``X-Forwarded-For`` is believed.
        rates: How often one may ask.
    """

    origins: tuple[str, ...]
    trusted_proxies: tuple[Network, ...]
    rates: RateLimits


def read_settings(given: Mapping[str, Any] | None, where: str) -> WebSettings:
    """The settings under the channel's name.

    Args:
        given: What stands there; None for nothing.
        where: File and key, for messages.

    Raises:
        WrongSetting: A key is unknown, or a value cannot be used.
    """
    given = known_only(given, _KEYS, where)
    return WebSettings(
        origins=tuple(_origin(o, f"{where}: origins") for o in _list(given, "origins", where)),
        trusted_proxies=tuple(
            _network(n, f"{where}: trusted_proxies") for n in _list(given, "trusted_proxies", where)
        ),
        rates=_rates(given.get("rates"), f"{where}: rates"),
    )


def _list(given: Mapping[str, Any], key: str, where: str) -> Sequence[Any]:
    found = given.get(key)
    if found is None:
        return ()
    if not isinstance(found, list):
        raise WrongSetting(f"{where}: {key}: not a list: write [] for none")
    return found


def _origin(value: Any, where: str) -> str:
    if not isinstance(value, str) or not _ORIGIN.fullmatch(value):
        raise WrongSetting(
            f'{where}: {value!r}: not an origin: write it like "https://zone.example", in small'
            " letters and without a path"
        )
    return value


def _network(value: Any, where: str) -> Network:
    try:
        return ipaddress.ip_network(str(value))
    except ValueError:
        raise WrongSetting(
            f'{where}: {value!r}: not an address: write it like "127.0.0.1" or "10.0.0.0/8"'
        ) from None


def _rates(given: Any, where: str) -> RateLimits:
    chosen = {**_USUAL_RATES, **known_only(given, tuple(_USUAL_RATES), where)}
    return RateLimits(**{name: _rate(rate, f"{where}: {name}") for name, rate in chosen.items()})


def _rate(value: Any, where: str) -> RateLimitItem:
    try:
        return _limit(str(value))
    except ValueError:
        raise WrongSetting(f"{where}: {value!r}: not a rate: write one like 20/minute") from None


def _limit(text: str) -> RateLimitItem:
    (limit,) = parse_many(text)
    if limit.amount < 1:
        raise ValueError("nothing would be let through")
    return limit
