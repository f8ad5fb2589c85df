"""A port that cannot be had is one line that says what to do."""

import socket
from pathlib import Path

import pytest

from horgos.run.failure import ExitCode, Failure
from horgos.run.ports import check_ports
from horgos.run.settings import read_settings


@pytest.mark.parametrize("variable", ["PORT", "ACTION_PORT", "OPERATOR_PORT"])
def test_a_taken_port(tmp_path: Path, free_port: int, variable: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        given = {"PORT": str(free_port), variable: str(port)}
        with pytest.raises(Failure) as caught:
            check_ports(read_settings(given, tmp_path))
    assert caught.value.exit_code is ExitCode.FAILED
    assert f"Port {port} on 127.0.0.1 is taken" in str(caught.value)
    assert f"make run {variable}={port + 1}" in str(caught.value)


def test_free_ports_stay_free(tmp_path: Path, free_port: int) -> None:
    settings = read_settings({"PORT": str(free_port)}, tmp_path)
    check_ports(settings)
    check_ports(settings)


@pytest.mark.parametrize("host", ["192.0.2.1", "no-such-host.invalid"])
def test_an_address_of_another_machine(tmp_path: Path, free_port: int, host: str) -> None:
    settings = read_settings({"PORT": str(free_port), "HOST": host}, tmp_path)
    with pytest.raises(Failure, match=f"HOST='{host}'") as caught:
        check_ports(settings)
    assert caught.value.exit_code is ExitCode.WRONG_SETTING
