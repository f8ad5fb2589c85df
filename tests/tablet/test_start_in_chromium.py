"""The start script with the real Chromium: what outlives a visit, a crash and a cut network."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from horgos.cli.lockdown import locked_to
from tests.tablet.desk import Desk, desk
from tests.tablet.own_etc import CHROMIUM, executable, with_policies

pytestmark = pytest.mark.usefixtures("own_etc")

SCRIPT = Path(__file__).resolve().parents[2] / "deploy" / "tablet" / "start-kiosk.sh"
HEADLESS = f'exec {CHROMIUM} --headless=new --no-sandbox "$@"'
SECRET = "what-a-visitor-typed"
WORKER = """
self.addEventListener("install", (event) => event.waitUntil(
  caches.open("shell").then((cache) => cache.add("/kiosk")).then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  if (event.request.mode === "navigate")
    event.respondWith(caches.match("/kiosk", {ignoreSearch: true}));
});
"""
# Tells the stand-in what it finds, then leaves what a careless page could leave.
KIOSK = """<!doctype html><title>kiosk</title><script type="module">
const said = ["what", "a", "visitor", "typed"].join("-");  // so that the page itself holds it not
const found = [localStorage.length, document.cookie.length, (await indexedDB.databases()).length];
await fetch("/found?" + found + "," + (navigator.serviceWorker.controller ? "worker" : "network"));
localStorage.setItem("said", said);
sessionStorage.setItem("said", said);
document.cookie = `said=${said}; max-age=86400`;
const opened = indexedDB.open(said);
await new Promise((done) => (opened.onsuccess = done));
history.pushState(null, "", `/kiosk?said=${said}`);
await navigator.serviceWorker.register("/worker");
await navigator.serviceWorker.ready;
setInterval(() => console.info("horgos-kiosk alive"), 500);
setTimeout(() => fetch("/settled"), 1500);
</script>"""


@pytest.fixture
def server() -> Iterator[Desk]:
    pages = {
        "kiosk": ("text/html", KIOSK),
        "worker": ("text/javascript", WORKER),
        "found": ("text/plain", "thanks"),
        "settled": ("text/plain", "thanks"),
    }
    with desk(**pages) as started:
        yield started


@contextmanager
def kiosk(home: Path, server: Desk, run: str, browser: str = HEADLESS) -> Iterator[None]:
    """The script with the real browser, without a screen; ended by SIGTERM as systemd does."""
    address = f"http://localhost:{server.server_port}"
    script = subprocess.Popen(
        [*with_policies(home / run, locked_to(address, {})), str(SCRIPT)],
        env={
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "HORGOS_ADDRESS": address,
            "TABLET": "desk-1",
            # On a busy machine a worker may start too late for the first page: then the network
            # is asked in its place, and the script tries once more.
            "PATIENCE": "15",
            "CHROMIUM": str(executable(home / "chromium", browser)),
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    try:
        yield
    finally:
        script.send_signal(signal.SIGTERM)
        script.communicate(timeout=20)


def wait_for(server: Desk, path: str, times: int = 1, patience: float = 60) -> None:
    deadline = time.monotonic() + patience
    while sum(asked.startswith(path) for asked in server.asked) < times:
        assert time.monotonic() < deadline, server.asked
        time.sleep(0.1)


def found(server: Desk) -> list[str]:
    return [asked.removeprefix("/found?") for asked in server.asked if "found" in asked]


def test_the_next_start_finds_the_worker_and_nothing_of_the_visit(
    tmp_path: Path, server: Desk
) -> None:
    with kiosk(tmp_path, server, "first"):
        wait_for(server, "/settled")
    server.pages["/kiosk"] = ({}, "")  # the guide is away: only the worker still has the page
    with kiosk(tmp_path, server, "second"):
        wait_for(server, "/settled", 2)
    assert found(server) == ["0,0,0,network", "0,0,0,worker"]


def test_a_killed_browser_comes_back_without_the_visit(tmp_path: Path, server: Desk) -> None:
    with kiosk(tmp_path, server, "run"):
        wait_for(server, "/settled")
        profile = tmp_path / ".local" / "state" / "horgos-kiosk"
        pid = int(os.readlink(profile / "SingletonLock").rpartition("-")[2])
        os.kill(pid, signal.SIGKILL)
        wait_for(server, "/settled", 2)
    assert found(server) == ["0,0,0,network", "0,0,0,worker"]


def test_after_a_start_the_words_of_the_last_visit_are_nowhere_on_the_disk(
    tmp_path: Path, server: Desk
) -> None:
    profile = tmp_path / ".local" / "state" / "horgos-kiosk"
    with kiosk(tmp_path, server, "first"):
        wait_for(server, "/settled")
        _wait_until_written(SECRET, profile)
    with kiosk(tmp_path, server, "second", 'touch "$HOME/started"; exec sleep 60'):
        deadline = time.monotonic() + 20
        while not (tmp_path / "started").exists():
            assert time.monotonic() < deadline
            time.sleep(0.05)
    assert _files_with(SECRET, profile) == []


def _wait_until_written(text: str, folder: Path) -> None:
    """Wait for the disk: a browser writes its stores some seconds after a page has."""
    deadline = time.monotonic() + 60
    while not _files_with(text, folder):
        assert time.monotonic() < deadline, "the visit left nothing: this test proves nothing"
        time.sleep(0.2)


def _files_with(text: str, folder: Path) -> list[Path]:
    """Files that hold the text, as bytes or as UTF-16."""
    needles = (text.encode(), text.encode("utf-16-le"))
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path for path in files if any(needle in _content(path) for needle in needles)]


def _content(path: Path) -> bytes:
    """Nothing of a file that the browser has just taken away."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
