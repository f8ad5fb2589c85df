"""Stand-ins: a project folder and small children in place of Rasa."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from benchmarks import free_ports
from horgos.run.settings import ACTION_PORT_DISTANCE, OPERATOR_PORT_DISTANCE

REPOSITORY = Path(__file__).resolve().parents[2]


@pytest.fixture
def free_port() -> int:
    """A port nobody listens on, nor on those beside it."""
    return free_ports.free_port(ACTION_PORT_DISTANCE, OPERATOR_PORT_DISTANCE)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with the least that counts as the guide's."""
    folder = tmp_path / "project"
    for name in ("config.yml", "domain.yml", "data/rules.yml", "data/nlu/en/greet.yml"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# {name}\n")
    return folder


@pytest.fixture
def launcher() -> Iterator[Callable[[str, Path], subprocess.Popen[str]]]:
    """Start a Python program in a session of its own; whatever is left of it ends with the test."""
    started: list[subprocess.Popen[str]] = []

    def start(program: str, folder: Path) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-c", program],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


@pytest.fixture
def wait_until() -> Callable[[Callable[[], bool]], None]:
    """Wait for something to become true; fail when it does not."""

    def wait(true: Callable[[], bool]) -> None:
        deadline = time.monotonic() + 20
        while not true():
            assert time.monotonic() < deadline, "it did not happen in time"
            time.sleep(0.02)

    return wait


@pytest.fixture
def is_running() -> Callable[[int], bool]:
    """Tell whether a process exists and is no zombie."""

    def look(process_id: int) -> bool:
        listed = subprocess.run(
            ["ps", "-o", "stat=", "-p", str(process_id)], capture_output=True, text=True
        )
        return bool(listed.stdout.strip()) and not listed.stdout.strip().startswith("Z")

    return look
