"""What a visitor, or a page gone wrong, cannot do in a tablet's browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Error

from horgos.cli.lockdown import locked_to
from tests.tablet.desk import Desk, desk
from tests.tablet.policed import chromium, looked_at

PAGE = ("text/html", "<title>kiosk</title><h1>the guide</h1>")
REFUSED = [
    "{home}/",
    "{home}/health",
    "{home}/webhooks/web/session",
    "{home}/x/kiosk",
    "{home}/kiosk/../health",
    "{other}/kiosk",
    "http://sub.localhost:{port}/kiosk",
    "http://localhost.example/kiosk",
    "http://127.0.0.1:{port}/kiosk",
    "https://localhost:{port}/kiosk",
    "http://localhost@127.0.0.1:{port}/kiosk",
    "https://www.google.com/",
    "file:///etc/passwd",
    "file:///",
    "chrome://settings",
    "chrome://policy",
    "chrome://version",
    "chrome://flags",
    "chrome://downloads",
    "chrome://history",
    "chrome://extensions",
    "chrome://inspect",
    "chrome-untrusted://print/",
    "view-source:{home}/kiosk",
    "devtools://devtools/bundled/inspector.html",
    "data:text/html,<h1>the guide</h1>",
    "filesystem:{home}/temporary/x",
    "ftp://localhost/",
    "mailto:a@guide.example",
    "tel:123",
]
ALLOWED = ["{home}/kiosk", "{home}/kiosk?tablet=desk-1", "chrome://newtab"]


@pytest.fixture(scope="module")
def locked(
    tmp_path_factory: pytest.TempPathFactory, own_etc: None, fixed_policies: dict[str, object]
) -> Iterator[tuple[BrowserContext, Desk]]:
    """A browser locked to the stand-in at ``http://localhost:<port>``."""
    with desk(kiosk=PAGE, health=PAGE) as server:
        policies = locked_to(f"http://localhost:{server.server_port}", fixed_policies)
        with chromium(tmp_path_factory.mktemp("locked"), looked_at(policies)) as context:
            yield context, server


def address(pattern: str, server: Desk, other: str = "") -> str:
    port = server.server_port
    return pattern.format(home=f"http://localhost:{port}", port=port, other=other)


@pytest.mark.parametrize("pattern", REFUSED)
def test_nothing_but_the_page_opens(locked: tuple[BrowserContext, Desk], pattern: str) -> None:
    context, server = locked
    page = context.new_page()
    with desk(kiosk=PAGE) as elsewhere:
        before = len(server.asked)
        with pytest.raises(Error, match="ERR_BLOCKED_BY_ADMINISTRATOR"):
            page.goto(address(pattern, server, f"http://localhost:{elsewhere.server_port}"))
        assert elsewhere.asked == server.asked[before:] == []
    page.close()


@pytest.mark.parametrize("pattern", ALLOWED)
def test_the_page_opens(locked: tuple[BrowserContext, Desk], pattern: str) -> None:
    context, server = locked
    page = context.new_page()
    page.goto(address(pattern, server))
    assert page.inner_text("h1") == "the guide"
    page.close()


def test_how_many_addresses_were_tried() -> None:
    assert (len(REFUSED), len(set(REFUSED)), len(ALLOWED)) == (30, 30, 3)


DENIED = [
    ("navigator.permissions.query({name: 'geolocation'}).then(x => x.state)", "denied"),
    ("navigator.permissions.query({name: 'notifications'}).then(x => x.state)", "denied"),
    ("navigator.permissions.query({name: 'camera'}).then(x => x.state)", "denied"),
    ("navigator.permissions.query({name: 'microphone'}).then(x => x.state)", "denied"),
    ("navigator.permissions.query({name: 'clipboard-read'}).then(x => x.state)", "denied"),
    ("navigator.permissions.query({name: 'local-fonts'}).then(x => x.state)", "denied"),
    ("navigator.permissions.query({name: 'accelerometer'}).then(x => x.state)", "denied"),
    ("window.open('/kiosk') === null", True),
]


@pytest.mark.parametrize(("asking", "answer"), DENIED)
def test_the_page_itself_may_not(
    locked: tuple[BrowserContext, Desk], asking: str, answer: object
) -> None:
    context, server = locked
    page = context.new_page()
    page.goto(address("{home}/kiosk", server))
    # Without Playwright's own gesture, which would excuse a window.
    session = context.new_cdp_session(page)
    told = session.send(
        "Runtime.evaluate", {"expression": asking, "awaitPromise": True, "returnByValue": True}
    )
    assert told["result"]["value"] == answer
    page.close()
