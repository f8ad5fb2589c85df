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
from tests.tablet.desk import desk
from tests.tablet.own_etc import CHROMIUM, with_policies
from tests.tablet.policed import chromium, looked_at

pytestmark = pytest.mark.usefixtures("own_etc")

# Chromium 156 reads these by newer names too, which older ones do not know.
DEPRECATED = {"AutofillAddressEnabled", "AutofillCreditCardEnabled"}
LONGEST = 40.0
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
    tmp_path: Path,
    policies: Mapping[str, object],
    *arguments: str,
    until: Callable[[], bool] = lambda: True,
) -> str:
    """Chromium without a debugger for some seconds, at home in a folder; what it printed.

    A loaded machine gets longer, until what is waited for has happened.
    """
    environment = {**os.environ, "HOME": str(tmp_path)}
    environment.pop("XDG_CONFIG_HOME", None)
    profile = f"--user-data-dir={tmp_path / 'profile'}"
    browser = subprocess.Popen(
        [
            *with_policies(tmp_path / "etc", policies),
            *(CHROMIUM, "--headless=new", "--no-sandbox", profile, *arguments),
        ],
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    time.sleep(6)
    end = time.monotonic() + LONGEST
    while not until() and time.monotonic() < end:
        time.sleep(0.5)
    os.killpg(browser.pid, signal.SIGTERM)
    return browser.communicate(timeout=20)[1]


def test_a_download_is_asked_for_and_never_kept(
    tmp_path: Path, fixed_policies: dict[str, object]
) -> None:
    """The same page without policies leaves the file: it is they who keep it out."""
    kept = {}
    with desk(kiosk=LEAVES) as server:
        server.pages["/kiosk-file"] = ({"Content-Disposition": "attachment; filename=a.txt"}, "x")
        home = f"http://localhost:{server.server_port}"
        for name, policies in {"free": {}, "locked": locked_to(home, fixed_policies)}.items():
            place = tmp_path / name
            place.mkdir()
            server.asked.clear()
            _run_alone(place, policies, f"{home}/kiosk", until=lambda: len(server.asked) >= 2)
            assert server.asked == ["/kiosk", "/kiosk-file"]
            kept[name] = [path.name for path in place.rglob("*.txt*")]
    assert kept == {"free": ["a.txt"], "locked": []}


def test_no_debugger_gets_in(tmp_path: Path, fixed_policies: dict[str, object]) -> None:
    locked = locked_to("https://guide.example", fixed_policies)
    said = _run_alone(tmp_path, locked, "--remote-debugging-port=0", "about:blank")
    assert "DevTools remote debugging is disallowed by the system admin." in said
    assert "DevTools listening" not in said


def test_developer_tools_reach_no_page(tmp_path: Path, fixed_policies: dict[str, object]) -> None:
    """Even a debugger that got in sees no page: Playwright waits for one in vain."""
    locked = locked_to("https://guide.example", fixed_policies)
    locked["RemoteDebuggingAllowed"] = True
    with pytest.raises(Error, match="Timeout"), chromium(tmp_path, locked):
        pass
