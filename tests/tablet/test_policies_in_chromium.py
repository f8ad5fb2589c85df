"""The policies in the real Chromium: known to it, no debugger gets in, no download stays."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Error

from horgos.cli.lockdown import locked_to
from tests.tablet.desk import Desk, desk
from tests.tablet.own_etc import CHROMIUM, with_policies
from tests.tablet.policed import chromium, looked_at

pytestmark = pytest.mark.usefixtures("own_etc")

# Chromium 156 reads these by newer names too, which older ones do not know.
DEPRECATED = {"AutofillAddressEnabled", "AutofillCreditCardEnabled"}
LONGEST, LONGER = 40.0, 3.0
LEAVES = ("text/html", "<script>setTimeout(() => (location.href = '/kiosk-file'), 200)</script>")

ROWS = """() => {
  const found = [];
  const walk = (root) => {
    for (const element of root.querySelectorAll("*")) {
      if (element.localName === "policy-row") {
        const text = (part) => element.shadowRoot.querySelector(part)?.textContent.trim() ?? "";
        found.push([text(".policy.row .name"), text(".policy.row .messages")]);
      }
      if (element.shadowRoot) walk(element.shadowRoot);
    }
  };
  walk(document);
  return found;
}"""


def test_chromium_knows_every_policy_and_takes_its_value(
    tmp_path: Path, fixed_policies: dict[str, object]
) -> None:
    locked = looked_at(locked_to("https://guide.example", fixed_policies))
    # Its own page about policies is what they block first.
    readable = locked | {"URLBlocklist": ["https://blocked.example"], "NotAPolicy": True}
    readable["CACertificates"] = []  # named in docs/tablet.md
    with chromium(tmp_path, readable) as context:
        page = context.pages[0]
        page.goto("chrome://policy")
        page.wait_for_function(f"({ROWS})().some(([name]) => name === 'NotAPolicy')")
        state = dict(page.evaluate(ROWS))
    told = {name: state.get(name, "unknown") for name in readable}
    assert told.pop("NotAPolicy").startswith("Error")
    assert {name for name, message in told.items() if message == "Deprecated"} == DEPRECATED
    assert {message for name, message in told.items() if name not in DEPRECATED} == {"OK"}
    assert len(told) == len(locked) + 1 > 80


def _run_alone(
    home: Path,
    policies: Mapping[str, object],
    *arguments: str,
    until: Callable[[str], bool],
) -> str:
    """Chromium without a debugger, at home in a folder; what it printed.

    Args:
        home: The folder.
        policies: Its policies.
        arguments: What else it is started with.
        until: What is waited for, told by what it has printed; then it gets a little longer, in
            which more could happen.
    """
    environment, log = {**os.environ, "HOME": str(home)}, home / "printed"
    environment.pop("XDG_CONFIG_HOME", None)
    profile = f"--user-data-dir={home / 'profile'}"
    browser = subprocess.Popen(
        [
            *with_policies(home / "etc", policies),
            *(CHROMIUM, "--headless=new", "--no-sandbox", profile, *arguments),
        ],
        env=environment,
        stderr=log.open("wb"),
        start_new_session=True,
    )
    end = time.monotonic() + LONGEST
    while not until(log.read_text(errors="replace")) and time.monotonic() < end:
        time.sleep(0.1)
    time.sleep(LONGER)
    os.killpg(browser.pid, signal.SIGTERM)
    browser.wait(timeout=20)
    return log.read_text(errors="replace")


def _left_by_a_download(
    place: Path, policies: Mapping[str, object], server: Desk, expected: int
) -> list[str]:
    """Names of the files of a visit to a page that leads to one; waits for so many of them."""
    place.mkdir()
    server.asked.clear()

    def has_happened(_: str) -> bool:
        return len(server.asked) >= 2 and len([*place.rglob("a.txt")]) >= expected

    _run_alone(place, policies, f"{_home(server)}/kiosk", until=has_happened)
    assert server.asked == ["/kiosk", "/kiosk-file"]
    return [path.name for path in place.rglob("*.txt*")]


def _home(server: Desk) -> str:
    return f"http://localhost:{server.server_port}"


def test_a_download_is_asked_for_and_never_kept(
    tmp_path: Path, fixed_policies: dict[str, object]
) -> None:
    """The same page without policies leaves the file: it is they who keep it out."""
    with desk(kiosk=LEAVES) as server:
        server.pages["/kiosk-file"] = ({"Content-Disposition": "attachment; filename=a.txt"}, "x")
        locked = locked_to(_home(server), fixed_policies)
        assert _left_by_a_download(tmp_path / "free", {}, server, expected=1) == ["a.txt"]
        assert _left_by_a_download(tmp_path / "locked", locked, server, expected=0) == []


def test_no_debugger_gets_in(tmp_path: Path, fixed_policies: dict[str, object]) -> None:
    locked = locked_to("https://guide.example", fixed_policies)
    refusal = "DevTools remote debugging is disallowed by the system admin."
    given = ("--remote-debugging-port=0", "about:blank")
    said = _run_alone(tmp_path, locked, *given, until=lambda printed: refusal in printed)
    assert refusal in said
    assert "DevTools listening" not in said


def test_developer_tools_reach_no_page(tmp_path: Path, fixed_policies: dict[str, object]) -> None:
    """Even a debugger that got in sees no page: Playwright waits for one in vain.

    It sees one at once when this one policy is taken away.
    """
    locked = locked_to("https://guide.example", fixed_policies)
    locked["RemoteDebuggingAllowed"] = True
    free = {name: value for name, value in locked.items() if name != "DeveloperToolsAvailability"}
    assert len(free) == len(locked) - 1
    for name in ("free", "locked"):
        (tmp_path / name).mkdir()
    with chromium(tmp_path / "free", free) as context:
        assert len(context.pages) == 1
    with pytest.raises(Error, match="Timeout") as told, chromium(tmp_path / "locked", locked):
        pass
    assert "<launched> pid=" in str(told.value)
