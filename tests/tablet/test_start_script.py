"""The start script with a browser that is none: it says what is missing, watches, starts anew."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from horgos.cli.lockdown import locked_to
from tests.tablet.own_etc import executable, with_policies

pytestmark = pytest.mark.usefixtures("own_etc")

SCRIPT = Path(__file__).resolve().parents[2] / "deploy" / "tablet" / "start-kiosk.sh"
ADDRESS = "https://guide.example"
PATIENCE = 60.0
"""Seconds for whatever is waited for; a machine may be busy."""
SIGN = '[1:1:0101/000000.1:INFO:CONSOLE:7] "horgos-kiosk alive", source: https://x/a.js (7)'
OTHER = '[1:1:0101/000000.1:INFO:CONSOLE:7] "a visitor typed this", source: https://x/a.js (7)'


class Start:
    """The script in a home of its own, with ``chromium`` being the given shell lines."""

    def __init__(self, home: Path, *browser: str) -> None:
        self.home = home
        self._log = home / "said"
        self.chromium = executable(
            home / "chromium", 'printf "%s\\n" "$@" >>"$HOME/arguments"', *browser
        )
        self._settings = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "HORGOS_ADDRESS": ADDRESS,
            "TABLET": "desk-1",
            "CHROMIUM": str(self.chromium),
        }

    def __call__(self, until: Callable[[], bool], **settings: str) -> tuple[int, str]:
        """Its exit code and what it said; told to end once something is so, if it runs on."""
        script = subprocess.Popen(
            [*with_policies(self.home / "etc", locked_to(ADDRESS, {})), str(SCRIPT)],
            env={**self._settings, **settings},
            stdout=self._log.open("wb"),
            stderr=subprocess.STDOUT,
        )
        try:
            deadline = time.monotonic() + PATIENCE
            while script.poll() is None and not until():
                assert time.monotonic() < deadline, f"in vain waited for, but said: {self.said}"
                time.sleep(0.02)
        finally:
            script.send_signal(signal.SIGTERM)
            script.wait(PATIENCE)
        return script.returncode, self.said

    @property
    def said(self) -> str:
        """What it has told until now."""
        return self._log.read_text()

    @property
    def arguments(self) -> list[str]:
        """What all the browsers were started with."""
        path = self.home / "arguments"
        return path.read_text().splitlines() if path.exists() else []

    def shows(self, times: int = 1) -> bool:
        """Whether so many browsers were started, with all of their arguments."""
        return sum(argument.startswith(ADDRESS) for argument in self.arguments) >= times


def _never() -> bool:
    """It ends by itself."""
    return False


def _after(seconds: float) -> Callable[[], bool]:
    end = time.monotonic() + seconds
    return lambda: time.monotonic() > end


MISSING = [
    ({"HORGOS_ADDRESS": ""}, "HORGOS_ADDRESS is not set; in /etc/horgos-kiosk.conf"),
    ({"TABLET": ""}, "TABLET is not set; in /etc/horgos-kiosk.conf"),
    ({"TABLET": "Desk 1"}, "TABLET='Desk 1' is not 1 to 40 of a-z, 0-9 and -"),
    ({"TABLET": "a" * 41}, "is not 1 to 40"),
    ({"HORGOS_ADDRESS": "guide.example"}, "is not like https://guide.example"),
    ({"HORGOS_ADDRESS": "https://guide.example/zone"}, "is not like https://guide.example"),
    ({"PATIENCE": "soon"}, "PATIENCE='soon' is not a number of seconds"),
    ({"CHROMIUM": "no-such-browser"}, "there is no no-such-browser; install it"),
    ({"HORGOS_ADDRESS": "https://other.example"}, "does not lock Chromium to https://other.exam"),
    ({"HORGOS_ADDRESS": "http://guide.example"}, "does not lock Chromium to http://guide.example"),
    ({"HORGOS_ADDRESS": "https://guide.example:8443"}, "horgos tablet policies --address https"),
]


@pytest.mark.parametrize(("settings", "sentence"), MISSING)
def test_what_is_missing_is_said(tmp_path: Path, settings: dict[str, str], sentence: str) -> None:
    code, said = Start(tmp_path)(_never, **settings)
    assert (code, said.count("\n")) == (2, 1)
    assert said.startswith("start-kiosk: ")
    assert sentence in said
    assert not (tmp_path / "arguments").exists()


def test_the_browser_shows_the_tablets_page_and_nothing_around_it(tmp_path: Path) -> None:
    start = Start(tmp_path, "exec sleep 60")
    code, _ = start(start.shows)
    assert code == 0
    assert start.arguments[-1] == "https://guide.example:443/kiosk?tablet=desk-1"
    assert "--kiosk" in start.arguments
    assert not {"--no-sandbox", "--incognito", "--test-type"} & set(start.arguments)


def test_a_browser_that_ends_is_started_anew(tmp_path: Path) -> None:
    start = Start(tmp_path, "exit 1")
    _, said = start(lambda: start.said.count("the browser has ended") == 2)
    assert said.count("starting https://") == start.arguments.count("--kiosk") == 2
    assert said.count("the browser has ended") == 2


def test_a_page_without_sign_of_life_is_started_anew(tmp_path: Path) -> None:
    start = Start(tmp_path, f"echo '{OTHER}' >&2", "exec sleep 60")
    _, said = start(lambda: start.shows(2), PATIENCE="2")
    assert said.count("no sign of life for 2 s") == 1
    assert start.arguments.count("--kiosk") == 2


def test_a_page_that_goes_silent_is_started_anew(tmp_path: Path) -> None:
    """Three seconds after its last sign, which comes two after the first: not after three."""
    start = Start(tmp_path, f"echo '{SIGN}' >&2; sleep 2; echo '{SIGN}' >&2", "exec sleep 60")
    begun = time.monotonic()
    _, said = start(lambda: "no sign of life for 3 s" in start.said, PATIENCE="3")
    assert time.monotonic() - begun > 4
    assert said.count("no sign of life for 3 s") == 1


def test_a_page_with_signs_of_life_is_left_alone(tmp_path: Path) -> None:
    start = Start(tmp_path, f"while sleep 0.2; do echo '{SIGN}' >&2; done")
    _, said = start(_after(6), PATIENCE="3")
    assert said == "start-kiosk: starting https://guide.example:443/kiosk?tablet=desk-1\n"
    assert start.arguments.count("--kiosk") == 1


def test_a_browser_deaf_to_the_end_is_ended_all_the_same(tmp_path: Path) -> None:
    start = Start(tmp_path, "trap '' TERM", 'echo $$ >"$HOME/pid"', "while :; do sleep 1; done")
    start(lambda: (tmp_path / "pid").exists() and (tmp_path / "pid").read_text() != "")
    pid = int((tmp_path / "pid").read_text())
    stat = Path(f"/proc/{pid}/stat")
    assert not stat.exists() or ") Z " in stat.read_text()


def test_nothing_the_browser_prints_is_passed_on(tmp_path: Path) -> None:
    prints = f"echo '{OTHER}'; echo '{OTHER}' >&2"
    start = Start(tmp_path, prints, "exit")
    _, said = start(lambda: "the browser has ended" in start.said)
    assert said.count("starting https://") == 1
    assert "visitor" not in said


def test_of_the_last_run_only_the_service_worker_is_left(tmp_path: Path) -> None:
    profile = tmp_path / ".local" / "state" / "horgos-kiosk"
    kept = {"Default/Service Worker/Database/LOG", "Default/WebStorage/QuotaManager"}
    gone = {
        "Local State",
        "SingletonLock",
        "Default/History",
        "Default/Cookies",
        "Default/Preferences",
        "Default/.hidden",
        "Default/Local Storage/leveldb/LOG",
        "Default/Sessions/Tabs_1",
        "Profile 1/Service Worker/x",
    }
    for name in kept | gone:
        (profile / name).parent.mkdir(parents=True, exist_ok=True)
        (profile / name).write_text("x")
    start = Start(tmp_path, "exec sleep 60")
    start(start.shows)
    left = {str(path.relative_to(profile)) for path in profile.rglob("*") if path.is_file()}
    assert left == kept
