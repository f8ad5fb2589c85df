"""The launcher waits for 200 from both, and gives up when one of them dies."""

import io
import os
import sys
from pathlib import Path

import pytest

from horgos.run import readiness
from horgos.run.child import Command
from horgos.run.failure import Failure, Stopped
from horgos.run.progress import Progress
from horgos.run.readiness import wait_until_ready
from horgos.run.settings import Settings, read_settings
from horgos.run.stop import StopFlag
from horgos.run.supervisor import supervised

HEALTH = """
import sys, time
from http.server import BaseHTTPRequestHandler, HTTPServer
ready_at = time.monotonic() + float(sys.argv[2])

class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        ready = self.path == "/health" and time.monotonic() >= ready_at
        self.send_response(200 if ready else 503)
        self.end_headers()

HTTPServer(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()
"""


@pytest.fixture
def settings(tmp_path: Path, free_port: int) -> Settings:
    return read_settings({"PORT": str(free_port)}, tmp_path)


def server(settings: Settings, port: int, ready_after: float) -> Command:
    """A server whose /health is 503 for some seconds."""
    arguments = [sys.executable, "-c", HEALTH, str(port), str(ready_after)]
    log = settings.logs / f"{port}.log"
    return Command(f"server {port}", arguments, dict(os.environ), settings.project, log)


def wait(settings: Settings, commands: list[Command], stop: StopFlag) -> float:
    """Seconds until both are ready."""
    shown = Progress("Starting", io.StringIO())
    with supervised(commands, stop, io.StringIO()) as supervisor:
        wait_until_ready(settings, supervisor, shown, stop)
    return shown.seconds


def test_it_waits_for_both(settings: Settings) -> None:
    commands = [server(settings, settings.action_port, 0), server(settings, settings.port, 1.0)]
    assert wait(settings, commands, StopFlag()) >= 1.0


def test_it_does_not_wait_for_the_dead(settings: Settings) -> None:
    dead = Command(
        "the guide", [sys.executable, "-c", "exit(5)"], {}, Path.cwd(), settings.logs / "x"
    )
    with pytest.raises(Failure, match=r"the guide ended by itself \(exit code 5\)"):
        wait(settings, [server(settings, settings.action_port, 0), dead], StopFlag())


def test_it_gives_up_at_last(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readiness, "PATIENCE", 0.5)
    commands = [server(settings, settings.action_port, 600)]
    with pytest.raises(Failure, match="is not 200 after"):
        wait(settings, commands, StopFlag())


def test_it_stops_when_asked(settings: Settings) -> None:
    commands = [server(settings, settings.action_port, 600)]
    with pytest.raises(Stopped):
        wait(settings, commands, StopFlag(times_asked=1))


def test_a_program_that_is_not_there(settings: Settings) -> None:
    command = Command("the guide", ["/no/such/program"], {}, Path.cwd(), settings.logs / "x.log")
    with pytest.raises(Failure, match="the guide cannot be started"):
        wait(settings, [command], StopFlag())
