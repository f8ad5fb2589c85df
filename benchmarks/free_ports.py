"""TCP ports for processes that are about to start, of the measurements and of the tests."""

from __future__ import annotations

import random
import socket

# Below what any system lends out to whoever opens a connection: such a port is free now, and
# somebody's when the process at last binds it.
_RANGE = range(20000, 30000)
_TRIES = 100
_given: set[int] = set()


def free_port(*above: int) -> int:
    """A port nobody listens on, nor on those so far above it; no port is given twice.

    Raises:
        RuntimeError: None of many is free.
    """
    for port in random.SystemRandom().sample(_RANGE, _TRIES):
        ports = {port, *(port + distance for distance in above)}
        if not ports & _given and all(map(_is_free, ports)):
            _given.update(ports)
            return port
    raise RuntimeError(f"none of {_TRIES} ports is free")


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True
