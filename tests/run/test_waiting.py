"""The tests' own guide: whoever waits for it is told at once when it has ended, and why."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from horgos.run.settings import read_settings
from tests import running
from tests.running import ACTIONS, GUIDE, RunningGuide

SAYS_WHY = "print(*range(100), 'no such model', sep='\\n'); exit(5)"
SLEEPS = "import time; time.sleep(60)"


def _guide(folder: Path, port: int, **programs: str) -> RunningGuide:
    """Processes of a few words under the names of the guide's."""
    settings = read_settings({"PORT": str(port), "HORGOS_VAR": str(folder)}, folder)
    client = httpx.Client(base_url=settings.url, trust_env=False)
    guide = RunningGuide(settings, folder / "facts.yml", client)
    for name, program in programs.items():
        with (folder / f"{name}.log").open("wb") as log:
            guide.processes[name] = subprocess.Popen([sys.executable, "-c", program], stdout=log)
    return guide


def _end(guide: RunningGuide) -> None:
    for name in list(guide.processes):
        guide.stop(name)
    guide.client.close()


def test_nobody_waits_for_a_process_that_has_ended(tmp_path: Path, free_port: int) -> None:
    guide = _guide(tmp_path, free_port, **{ACTIONS: SLEEPS, GUIDE: SAYS_WHY})
    begun = time.monotonic()
    try:
        with pytest.raises(AssertionError, match=r"The guide ended \(5\)") as told:
            guide.wait_until_ready()
    finally:
        _end(guide)
    assert time.monotonic() - begun < running.READY_WITHIN / 2
    lines = str(told.value).splitlines()
    assert "no such model" in lines and "99" in lines and "10" not in lines


def test_whoever_waited_too_long_reads_all_logs(
    tmp_path: Path, free_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "READY_WITHIN", 0.5)
    guide = _guide(tmp_path, free_port, **{ACTIONS: SLEEPS, GUIDE: SLEEPS})
    try:
        with pytest.raises(AssertionError, match=r"not ready after 0\.5 s") as told:
            guide.wait_until_ready()
    finally:
        _end(guide)
    assert all(f"{name}.log" in str(told.value) for name in (ACTIONS, GUIDE))
