"""The real Chromium with policies, for Playwright to look at.

Playwright itself is a remote debugger, so the two policies that lock debuggers out are left out
where it looks on; they have tests of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import BrowserContext, sync_playwright

from tests.tablet.own_etc import CHROMIUM, executable, with_policies

AGAINST_DEBUGGERS = {"DeveloperToolsAvailability", "RemoteDebuggingAllowed"}
PATIENCE = 20_000  # ms


@contextmanager
def chromium(tmp_path: Path, policies: Mapping[str, object]) -> Iterator[BrowserContext]:
    """A browser under these policies, with its profile in the folder."""
    command = " ".join(f"'{part}'" for part in with_policies(tmp_path / "etc", policies))
    wrapper = executable(tmp_path / "chromium", f'exec {command} {CHROMIUM} "$@"')
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            tmp_path / "profile",
            executable_path=wrapper,
            args=["--no-sandbox"],
            ignore_default_args=["--disable-popup-blocking"],
            timeout=PATIENCE,
        )
        context.set_default_timeout(PATIENCE)
        yield context
        context.close()


def looked_at(policies: Mapping[str, object]) -> dict[str, object]:
    """The policies under which Playwright can look on."""
    return {name: value for name, value in policies.items() if name not in AGAINST_DEBUGGERS}
