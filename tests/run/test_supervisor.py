"""Two processes live and die together, whatever ends them; nothing is left behind."""

import json
import os
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Launcher = Callable[[str, Path], subprocess.Popen[str]]
WaitUntil = Callable[[Callable[[], bool]], None]
IsRunning = Callable[[int], bool]

PROGRAM = """
import os, sys
from pathlib import Path
from horgos.cli.common import ending_well
from horgos.run.child import Command
from horgos.run.stop import stop_on_signals
from horgos.run.supervisor import supervised
import typer

CHILDREN = {children}

def command(name, program):
    here = Path.cwd()
    arguments = [sys.executable, "-c", program]
    return Command(name, arguments, dict(os.environ), here, here / f"{{name}}.log")

app = typer.Typer(add_completion=False)

@app.command()
def main():
    with ending_well(), stop_on_signals() as stop:
        with supervised([command(n, p) for n, p in CHILDREN.items()], stop) as supervisor:
            supervisor.watch(stop)
app()
"""
LIVE = "while True: time.sleep(1)"
STUBBORN = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
WITH_HELPER = (
    "import subprocess; helper = subprocess.Popen(['sleep', '600'])\n"
    "open('helper.pid', 'w').write(str(helper.pid))\n"
)


def program(name: str, rest: str) -> str:
    """A child that notes its process id in a file, then goes on."""
    write = f"import os, sys, time; from pathlib import Path; me = Path('{name}.tmp')\n"
    write += f"me.write_text(str(os.getpid())); me.rename('{name}.pid')\n"
    return write + rest


class Run:
    """A launcher with two children called one and two."""

    def __init__(
        self, launcher: Launcher, wait: WaitUntil, folder: Path, one: str = LIVE, two: str = LIVE
    ) -> None:
        children = {"one": program("one", one), "two": program("two", two)}
        self.folder = folder
        self.process = launcher(PROGRAM.format(children=json.dumps(children)), folder)
        wait(lambda: all((folder / f"{name}.pid").exists() for name in children))
        self.pids = {name: self.pid(name) for name in children}

    def pid(self, name: str) -> int:
        return int((self.folder / f"{name}.pid").read_text())

    def ended(self) -> tuple[int, str]:
        output, _ = self.process.communicate(timeout=20)
        return self.process.returncode, output


@pytest.mark.parametrize("dead", ["one", "two"])
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_when_one_dies_the_other_is_stopped(
    launcher: Launcher,
    wait_until: WaitUntil,
    is_running: IsRunning,
    tmp_path: Path,
    dead: str,
    how: signal.Signals,
) -> None:
    run = Run(launcher, wait_until, tmp_path)
    os.kill(run.pids[dead], how)
    code, output = run.ended()
    assert code == 3
    assert f"{dead} ended by itself (signal {how.value})" in output
    assert not any(map(is_running, run.pids.values()))


@pytest.mark.parametrize("exit_code", [0, 1, 7])
def test_an_exit_counts_as_a_death_and_its_last_words_are_told(
    launcher: Launcher, wait_until: WaitUntil, is_running: IsRunning, tmp_path: Path, exit_code: int
) -> None:
    last = f"time.sleep(0.5); print('ValueError: no model'); sys.exit({exit_code})"
    run = Run(launcher, wait_until, tmp_path, two=last)
    code, output = run.ended()
    assert code == 3
    assert f"two ended by itself (exit code {exit_code})" in output
    assert "ValueError: no model" in output
    assert not is_running(run.pids["one"])


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_asked_to_end_it_ends_both_quietly(
    launcher: Launcher,
    wait_until: WaitUntil,
    is_running: IsRunning,
    tmp_path: Path,
    how: signal.Signals,
) -> None:
    run = Run(launcher, wait_until, tmp_path)
    run.process.send_signal(how)
    assert run.ended() == (0, "")
    assert not any(map(is_running, run.pids.values()))


def test_who_was_started_last_ends_first_and_has_its_time(
    launcher: Launcher, wait_until: WaitUntil, tmp_path: Path
) -> None:
    """The guide answers what waits while the action server is still there."""
    end = (
        "import signal\ndef end(*_):\n    {}\n    sys.exit(0)\nsignal.signal(signal.SIGTERM, end)\n"
    )
    seen = "open('seen', 'w').write(str(os.path.exists('done')))"
    done = "time.sleep(1); open('done', 'w').close()"
    ready = "open({!r}, 'w').close()\n"
    one = end.format(seen) + ready.format("one-ready") + LIVE
    two = end.format(done) + ready.format("two-ready") + LIVE
    run = Run(launcher, wait_until, tmp_path, one=one, two=two)
    for name in ("one-ready", "two-ready"):
        wait_until((tmp_path / name).exists)
    run.process.send_signal(signal.SIGTERM)
    assert run.ended() == (0, "")
    assert (tmp_path / "seen").read_text() == "True"


def test_killed_outright_it_leaves_no_orphan(
    launcher: Launcher, wait_until: WaitUntil, is_running: IsRunning, tmp_path: Path
) -> None:
    run = Run(launcher, wait_until, tmp_path)
    run.process.send_signal(signal.SIGKILL)
    wait_until(lambda: not any(map(is_running, run.pids.values())))


def test_what_a_child_has_started_ends_too(
    launcher: Launcher, wait_until: WaitUntil, is_running: IsRunning, tmp_path: Path
) -> None:
    run = Run(launcher, wait_until, tmp_path, one=WITH_HELPER + LIVE)
    noted = tmp_path / "helper.pid"
    # A file that is there may still be empty.
    wait_until(lambda: noted.exists() and noted.read_text() != "")
    os.kill(run.pids["one"], signal.SIGKILL)
    assert run.ended()[0] == 3
    assert not is_running(run.pid("helper"))


def test_who_asks_twice_does_not_wait_for_a_stubborn_child(
    launcher: Launcher, wait_until: WaitUntil, is_running: IsRunning, tmp_path: Path
) -> None:
    stubborn = STUBBORN + "open('deaf', 'w')\n" + LIVE
    run = Run(launcher, wait_until, tmp_path, one=stubborn)
    wait_until((tmp_path / "deaf").exists)
    run.process.send_signal(signal.SIGINT)
    wait_until(lambda: not is_running(run.pids["two"]))
    assert is_running(run.pids["one"])
    run.process.send_signal(signal.SIGINT)
    assert run.ended()[0] == 0
    assert not is_running(run.pids["one"])


def test_complaints_of_a_child_are_shown(
    launcher: Launcher, wait_until: WaitUntil, tmp_path: Path
) -> None:
    line = "2026-11-22 10:47:47 ERROR    rasa.core  - The database is gone"
    last = f"print({line!r}, flush=True); time.sleep(1); sys.exit(1)"
    _, output = Run(launcher, wait_until, tmp_path, two=last).ended()
    assert "two: ERROR The database is gone\n" in output
