"""A port for a process that is about to start stays free until it has."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from benchmarks import free_ports
from benchmarks.free_ports import free_port


def test_the_system_lends_none_of_them_to_anybody() -> None:
    first, last = Path("/proc/sys/net/ipv4/ip_local_port_range").read_text().split()
    lent = range(int(first), int(last) + 1)
    ports = [free_port() for _ in range(50)]
    assert [port for port in ports if port in lent] == []


def test_none_is_given_twice_nor_beside_another() -> None:
    given = [port + above for _ in range(50) for port in [free_port(50, 100)] for above in (0, 50)]
    assert len(set(given)) == len(given) == 100


@pytest.mark.parametrize("distance", [0, 50])
def test_a_port_is_not_given_while_it_or_one_above_is_taken(
    monkeypatch: pytest.MonkeyPatch, distance: int
) -> None:
    port = free_port(50)
    monkeypatch.setattr(free_ports, "_RANGE", [port])
    monkeypatch.setattr(free_ports, "_TRIES", 1)
    monkeypatch.setattr(free_ports, "_given", set())
    taken = socket.create_server(("127.0.0.1", port + distance))
    with taken, pytest.raises(RuntimeError, match="is free"):
        free_port(50)
    assert free_port(50) == port
