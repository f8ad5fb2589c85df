"""What no page of the guide may do: complain, break its own policy, or talk to anybody else."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext

# The browser itself reports a broken policy on the console too, but not for every directive.
REPORT_POLICY = """
addEventListener("securitypolicyviolation", (event) =>
  console.error(`policy: ${event.violatedDirective} forbids ${event.blockedURI} ${event.sample}`));
"""
LOCAL_SCHEMES = {"data", "blob", "about"}


class Watch:
    """Collects the faults of all pages of one context.

    Attributes:
        faults: What was seen and not expected.
        requests: Every address asked for, in order.
    """

    def __init__(self, context: BrowserContext, *homes: str) -> None:
        self.faults: list[str] = []
        self.requests: list[str] = []
        self._hosts = {urlsplit(home).netloc for home in homes}
        self._expected: list[re.Pattern[str]] = []
        context.add_init_script(REPORT_POLICY)
        context.on("console", lambda message: self._heard(message.type, message.text))
        context.on("weberror", lambda error: self._note(f"uncaught: {error.error}"))
        context.on("request", lambda request: self._asked(request.url))

    def expect(self, pattern: str) -> None:
        """The test provokes this: console errors that match are no fault."""
        self._expected.append(re.compile(pattern))

    def forget(self, pattern: str) -> None:
        """A fault of this kind was provoked, and did come: else the test has tested nothing."""
        found = [fault for fault in self.faults if re.search(pattern, fault)]
        assert found, f"{pattern!r} was to be among the faults: {self.faults}"
        self.faults = [fault for fault in self.faults if fault not in found]

    def _heard(self, kind: str, text: str) -> None:
        if kind in {"error", "warning"}:
            self._note(f"console {kind}: {text}")

    def _asked(self, url: str) -> None:
        self.requests.append(url)
        parts = urlsplit(url)
        if parts.scheme not in LOCAL_SCHEMES and parts.netloc not in self._hosts:
            self._note(f"request to somebody else: {url}")

    def _note(self, fault: str) -> None:
        if not any(pattern.search(fault) for pattern in self._expected):
            self.faults.append(fault)
