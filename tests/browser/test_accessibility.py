"""Nothing for axe to find, on any screen and in any state, in light, dark and forced colours."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import assert_accessible
from tests.browser.conftest import Visits
from tests.browser.layout import pale
from tests.browser.packs import Pack, Packs
from tests.browser.pictures import Camera
from tests.browser.questions import FORM_CODES
from tests.browser.screens import DESKTOP, LANDSCAPE, PHONE, PORTRAIT
from tests.browser.stand_in import PROVENANCE, Line, StandIn, refuses, says, text, waits_for
from tests.browser.tablet import Tablet, at_tablet
from tests.browser.talk import Talk, opened

APPEARANCES: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light", "forced_colors": "none"},
    "dark": {"color_scheme": "dark", "forced_colors": "none"},
    "forced": {"color_scheme": "dark", "forced_colors": "active"},
}
RICH = "**Strong** and [a link](https://example.org/).\n\n- one\n- two"
STATUSES = ["confirmed", "reported", "planned", "unconfirmed", "unknown"]


def _look(page: Page, camera: Camera, state: str) -> None:
    """Axe and a picture in each appearance."""
    for name, appearance in APPEARANCES.items():
        page.emulate_media(**appearance)
        camera.take(page, state, name)
        assert_accessible(page, f"{state}, {name}")
        assert pale(page) == [], f"{state}, {name}"
    page.emulate_media(color_scheme="light", forced_colors="none")


def offered(pack: Pack) -> Line:
    """The buttons of all topics, as an answer offers them."""
    topics = [{"id": topic["button"], "title": topic["title"]} for topic in pack["topics"]]
    return {"type": "buttons", "buttons": topics}


@pytest.mark.parametrize("form", FORM_CODES)
def test_the_widget_in_every_form(
    staged: Visits, stand_in: StandIn, packs: Packs, camera: Camera, form: str
) -> None:
    talk, _ = opened(staged, packs[form], PHONE)
    topic = talk.pack["topics"][0]
    stand_in.usually(says(*map(text, topic["answer"]["messages"]), offered(talk.pack)))
    _look(talk.page, camera, f"open-{form}")
    talk.press(talk.topic(topic["id"]))
    _look(talk.page, camera, f"talk-{form}")


@pytest.mark.parametrize("form", FORM_CODES)
def test_the_tablet_in_every_form(
    staged: Visits, stand_in: StandIn, packs: Packs, camera: Camera, form: str
) -> None:
    tablet, _ = at_tablet(staged, packs[form], PORTRAIT)
    topic = tablet.pack["topics"][1]
    stand_in.usually(says(*map(text, topic["answer"]["messages"]), offered(tablet.pack)))
    tablet.begin()
    _look(tablet.page, camera, f"topics-{form}")
    tablet.press(tablet.topic(topic["id"]))
    _look(tablet.page, camera, f"talk-{form}")


def _widget_closed(talk: Talk, stand_in: StandIn) -> None:
    talk.page.keyboard.press("Escape")
    expect(talk.button("open")).to_be_visible()


def _widget_every_status(talk: Talk, stand_in: StandIn) -> None:
    for status in STATUSES:
        stand_in.will(says(text(RICH), PROVENANCE | {"status": status}, offered(talk.pack)))
        talk.ask("which status?")


def _widget_languages(talk: Talk, stand_in: StandIn) -> None:
    talk.open_languages()


def _widget_cut(talk: Talk, stand_in: StandIn) -> None:
    stand_in.will(*[refuses(500, "internal")] * 9)
    talk.send("hello")
    expect(talk.button("retry")).to_be_visible()


def _widget_waiting(talk: Talk, stand_in: StandIn) -> None:
    stand_in.will(waits_for(threading.Event(), says(text("never"))))
    talk.send("hello")
    expect(talk.status).to_contain_text(talk.word("typing"))


def _widget_too_long(talk: Talk, stand_in: StandIn) -> None:
    talk.box.fill("ұ" * 498)


WIDGET_STATES = {
    "closed": _widget_closed,
    "statuses": _widget_every_status,
    "languages": _widget_languages,
    "error": _widget_cut,
    "waiting": _widget_waiting,
    "long": _widget_too_long,
}


@pytest.mark.parametrize("state", WIDGET_STATES)
def test_the_widget_in_every_state(
    staged: Visits, stand_in: StandIn, packs: Packs, camera: Camera, state: str
) -> None:
    talk, watch = opened(staged, packs["kk-Arab" if state == "error" else "kk-Cyrl"], DESKTOP)
    watch.expect("Failed to load resource")
    WIDGET_STATES[state](talk, stand_in)
    _look(talk.page, camera, state)


def _tablet_talk(tablet: Tablet, stand_in: StandIn) -> None:
    tablet.begin()
    stand_in.will(says(text(RICH), offered(tablet.pack)))
    tablet.type_instead()
    tablet.ask("hello")


def _tablet_dialog(word: str) -> Callable[[Tablet, StandIn], None]:
    def shown(tablet: Tablet, stand_in: StandIn) -> None:
        tablet.begin()
        tablet.button(word).click()
        expect(tablet.page.get_by_role("dialog")).to_be_visible()

    return shown


def _tablet_idle(tablet: Tablet, stand_in: StandIn) -> None:
    tablet.begin()
    tablet.page.clock.run_for(80_000)
    expect(tablet.idle).to_be_visible()


def _tablet_offline(tablet: Tablet, stand_in: StandIn) -> None:
    tablet.wait_until_it_can_be_alone()
    tablet.begin()
    tablet.page.context.set_offline(True)
    expect(tablet.banner).to_be_visible()


def _tablet_offline_talk(tablet: Tablet, stand_in: StandIn) -> None:
    _tablet_offline(tablet, stand_in)
    tablet.topic("duty_free").click()
    expect(tablet.log).to_be_visible()


def _tablet_switched(*words: str) -> Callable[[Tablet, StandIn], None]:
    def shown(tablet: Tablet, stand_in: StandIn) -> None:
        tablet.begin()
        for word in words:
            tablet.button(word).click()
        tablet.press(tablet.topic("duty_free"))

    return shown


TABLET_STATES = {
    "attract": lambda tablet, stand_in: None,
    "talk": _tablet_talk,
    "desk": _tablet_dialog("call_desk"),
    "language": _tablet_dialog("language"),
    "code": _tablet_dialog("to_phone"),
    "idle": _tablet_idle,
    "offline": _tablet_offline,
    "offline-talk": _tablet_offline_talk,
    "large": _tablet_switched("text_large"),
    "contrast": _tablet_switched("contrast_high"),
    "large-contrast": _tablet_switched("text_large", "contrast_high"),
}


@pytest.mark.parametrize("state", TABLET_STATES)
def test_the_tablet_in_every_state(
    staged: Visits, stand_in: StandIn, packs: Packs, camera: Camera, state: str
) -> None:
    tablet, watch = at_tablet(staged, packs["ru-Cyrl"], LANDSCAPE)
    watch.expect("Failed to load resource")
    TABLET_STATES[state](tablet, stand_in)
    _look(tablet.page, camera, state)


@pytest.mark.parametrize("path", ["/", "/kk-arab", "/frame?form=kk-Arab", "/frame?form=ru-Cyrl"])
def test_the_pages_around_it(staged: Visits, camera: Camera, path: str) -> None:
    page, _ = staged.open(path, PHONE)
    page.wait_for_load_state("networkidle")
    _look(page, camera, path.strip("/").replace("?form=", "-") or "index")
