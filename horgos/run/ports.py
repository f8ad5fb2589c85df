"""Whether a TCP port can be listened on, and what to do if not."""

from __future__ import annotations

import errno
import socket

from horgos.run.failure import ExitCode, Failure
from horgos.run.settings import LOOPBACK, Settings


def check_ports(settings: Settings) -> None:
    """Make sure that the guide will be able to listen everywhere.

    Raises:
        Failure: A port is taken or may not be used, or HOST is not of this machine.
    """
    another = settings.port + 1
    _check(settings.host, settings.port, "PORT", f"make run PORT={another}")
    another = settings.action_port + 1
    _check(LOOPBACK, settings.action_port, "ACTION_PORT", f"make run ACTION_PORT={another}")
    another = settings.operator_port + 1
    _check(LOOPBACK, settings.operator_port, "OPERATOR_PORT", f"make run OPERATOR_PORT={another}")


def _check(host: str, port: int, variable: str, other_choice: str) -> None:
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        with socket.socket(family, kind, protocol) as probe:
            # As the servers do: a connection still closing does not make a port taken.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
            probe.listen(1)
    except socket.gaierror:
        raise Failure(f"HOST={host!r} is not a known address.", ExitCode.WRONG_SETTING) from None
    except OSError as fault:
        raise _explain(fault, host, port, variable, other_choice) from None


def _explain(fault: OSError, host: str, port: int, variable: str, other_choice: str) -> Failure:
    if fault.errno == errno.EADDRINUSE:
        return Failure(
            f"Port {port} on {host} is taken: stop the program that uses it,"
            f" or choose another one: {other_choice}"
        )
    if fault.errno == errno.EADDRNOTAVAIL:
        return Failure(f"HOST={host!r} is no address of this machine.", ExitCode.WRONG_SETTING)
    if fault.errno in (errno.EACCES, errno.EPERM):
        return Failure(f"{variable}={port} is not open to this user: choose one above 1023.")
    return Failure(f"Port {port} on {host} cannot be used: {fault.strerror}.")
