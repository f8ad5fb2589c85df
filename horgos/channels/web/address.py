"""Whose request it is, for counting: the peer, or whom a trusted proxy speaks for."""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

_ONE_SUBSCRIBER = 64
"""Bits of an IPv6 address that stand for one household or phone."""


def who_asks(peer: str, forwarded: Sequence[str], trusted: Sequence[Network]) -> str:
    """The address a request counts for.

    Args:
        peer: Address at the other end of the connection.
        forwarded: Values of ``X-Forwarded-For`` in the order received.
        trusted: Proxies whose word counts: the last hop they name that is none of them asks.

    Returns:
        An IPv4 address, or the /64 network of an IPv6 one. What a proxy names wrongly, and
        everything before it, is not believed.
    """
    asks = _address(peer)
    if asks is None:
        return peer
    hops = [hop for value in forwarded for hop in value.split(",")]
    for hop in reversed(hops):
        named = _address(hop.strip())
        if named is None or not _is_one_of(asks, trusted):
            break
        asks = named
    return _counted(asks)


def _is_one_of(address: Address, networks: Sequence[Network]) -> bool:
    return any(address in network for network in networks)


def _address(text: str) -> Address | None:
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return None
    mapped = getattr(address, "ipv4_mapped", None)
    return mapped or address


def _counted(address: Address) -> str:
    if isinstance(address, ipaddress.IPv4Address):
        return str(address)
    network = ipaddress.ip_network((int(address), _ONE_SUBSCRIBER), strict=False)
    return str(network)
