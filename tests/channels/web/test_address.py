"""Whose request counts: the peer's, or theirs for whom a trusted proxy speaks."""

from __future__ import annotations

import ipaddress

import pytest

from horgos.channels.web.address import who_asks

TRUSTED = tuple(
    ipaddress.ip_network(text) for text in ("127.0.0.1", "10.0.0.0/8", "fd00::/8", "::1")
)

CASES = [
    # peer, X-Forwarded-For, who asks
    ("192.0.2.1", [], "192.0.2.1"),
    ("192.0.2.1", ["198.51.100.7"], "192.0.2.1"),
    ("127.0.0.1", [], "127.0.0.1"),
    ("127.0.0.1", ["198.51.100.7"], "198.51.100.7"),
    ("127.0.0.1", ["203.0.113.5, 198.51.100.7"], "198.51.100.7"),
    ("127.0.0.1", ["203.0.113.5", "198.51.100.7"], "198.51.100.7"),
    ("127.0.0.1", ["198.51.100.7, 10.1.2.3"], "198.51.100.7"),
    ("127.0.0.1", ["203.0.113.5, 198.51.100.7, 10.1.2.3, 10.0.0.1"], "198.51.100.7"),
    ("127.0.0.1", ["10.1.2.3, 10.0.0.1"], "10.1.2.3"),
    ("127.0.0.1", ["unknown"], "127.0.0.1"),
    ("127.0.0.1", ["198.51.100.7, <script>"], "127.0.0.1"),
    ("127.0.0.1", ["<script>, 198.51.100.7"], "198.51.100.7"),
    ("127.0.0.1", [""], "127.0.0.1"),
    ("127.0.0.1", [","], "127.0.0.1"),
    ("127.0.0.1", ["  198.51.100.7  "], "198.51.100.7"),
    ("::ffff:127.0.0.1", ["198.51.100.7"], "198.51.100.7"),
    ("::ffff:192.0.2.1", [], "192.0.2.1"),
    ("2001:db8:1:2:3:4:5:6", [], "2001:db8:1:2::/64"),
    ("2001:db8:1:2:ffff::1", [], "2001:db8:1:2::/64"),
    ("::1", ["2001:db8::7"], "2001:db8::/64"),
    ("fd00::1", ["198.51.100.7"], "198.51.100.7"),
    ("", ["198.51.100.7"], ""),
    ("a socket", [], "a socket"),
]


@pytest.mark.parametrize(("peer", "forwarded", "who"), CASES)
def test_who_asks(peer: str, forwarded: list[str], who: str) -> None:
    assert who_asks(peer, forwarded, TRUSTED) == who


def test_without_trusted_proxies_nobody_speaks_for_another() -> None:
    for peer, forwarded, _ in CASES:
        assert who_asks(peer, forwarded, ()) == who_asks(peer, [], ())
