"""What the tests in a browser share: Chromium, watched pages, the real guide and its stand-in."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser.packs import Packs
from tests.browser.pictures import Camera
from tests.browser.screens import Screen
from tests.browser.stand_in import StandIn
from tests.browser.watching import Watch
from tests.running import RunningGuide

HERE = Path(__file__).resolve().parent
# The first is the same Chromium without windows: `chromium` draws one with all its tools for every
# visitor, which takes twice the time of the pages themselves.
CHROMIUMS = ("/usr/bin/chromium-headless-shell", "/usr/bin/chromium")
CHROMIUM = os.environ.get("HORGOS_CHROMIUM") or next(filter(shutil.which, CHROMIUMS), CHROMIUMS[-1])
PATIENCE = 20_000  # ms for whatever a page is waited for; a machine may be busy


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All tests here want a browser; told before a guide is started for nothing."""
    there = shutil.which(CHROMIUM) is not None
    absent = pytest.mark.skipif(not there, reason=f"no Chromium at {CHROMIUM} (HORGOS_CHROMIUM)")
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(absent)


# Not for the whole session: while Playwright runs, its event loop is the one of this thread,
# and asyncio.run in the tests of other folders would refuse to start a second.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        expect.set_options(timeout=PATIENCE)
        chromium = playwright.chromium.launch(executable_path=CHROMIUM)
        yield chromium
        chromium.close()


@pytest.fixture(scope="package")
def stand_in_server(guide: RunningGuide) -> Iterator[StandIn]:
    stand_in = StandIn(guide.settings.url)
    stand_in.start()
    yield stand_in
    stand_in.stop()


@pytest.fixture
def stand_in(stand_in_server: StandIn) -> Iterator[StandIn]:
    stand_in_server.reset()
    yield stand_in_server
    stand_in_server.reset()


@pytest.fixture(scope="package")
def packs(guide: RunningGuide) -> Packs:
    return Packs(guide.settings.url)


class Visits:
    """Opens pages as a visitor would, each visitor in a context of his own.

    Attributes:
        home: Address of the guide.
    """

    def __init__(self, browser: Browser, home: str) -> None:
        self.home = home
        self._browser = browser
        self._open: list[tuple[BrowserContext, Watch]] = []

    def arrive(self, screen: Screen, *others: str, **options: Any) -> tuple[Page, Watch]:
        """A new visitor with an empty page; `others`: further addresses it may talk with."""
        context = self._browser.new_context(base_url=self.home, **screen.options, **options)
        context.set_default_timeout(PATIENCE)
        watch = Watch(context, self.home, *others)
        self._open.append((context, watch))
        return context.new_page(), watch

    def open(self, path: str, screen: Screen, *others: str, **options: Any) -> tuple[Page, Watch]:
        """A new visitor on a page of the guide."""
        page, watch = self.arrive(screen, *others, **options)
        page.goto(path)
        return page, watch

    def close(self) -> list[str]:
        """Everything open is closed; what the pages did wrong."""
        for context, _ in self._open:
            context.close()
        return [fault for _, watch in self._open for fault in watch.faults]


@pytest.fixture
def visits(browser: Browser, guide: RunningGuide) -> Iterator[Visits]:
    """Visits to the real guide; fails the test for anything its pages complain of."""
    yield from _visits(browser, guide.settings.url)


@pytest.fixture
def staged(browser: Browser, stand_in: StandIn) -> Iterator[Visits]:
    """The same with the guide's stand-in."""
    yield from _visits(browser, stand_in.url)


def _visits(browser: Browser, home: str) -> Iterator[Visits]:
    visits = Visits(browser, home)
    yield visits
    faults = visits.close()
    assert not faults, "the pages complain:\n" + "\n".join(faults)


@pytest.fixture
def camera(request: pytest.FixtureRequest) -> Camera:
    return Camera(getattr(request.node, "originalname", request.node.name))
