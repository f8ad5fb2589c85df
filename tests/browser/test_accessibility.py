"""Nothing for axe to find, on any screen and in any state, in light, dark and forced colours."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import assert_accessible, pale_texts
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
    """Axe, and in each appearance a picture and the colours: nothing else differs in them.

    Of forced colours axe knows nothing, see there.
    """
    assert_accessible(page, state)
    for name, appearance in APPEARANCES.items():
        page.emulate_media(**appearance)
        camera.take(page, state, name)
        assert pale(page) == [], f"{state}, {name}"
        if name == "dark":
            assert pale_texts(page) == [], f"{state}, {name}"
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
    tablet, _ = at_tablet(staged, packs[form], PORTRAIT, worker=False)
    topic = tablet.pack["topics"][1]
    stand_in.usually(says(*map(text, topic["answer"]["messages"]), offered(tablet.pack)))
    tablet.begin()
    _look(tablet.page, camera, f"topics-{form}")
    tablet.press(tablet.topic(topic["id"]))
    _look(tablet.page, camera, f"talk-{form}")
    _idle(tablet)
    _look(tablet.page, camera, f"idle-{form}")


def _closed(talk: Talk, stand_in: StandIn) -> None:
    # The launcher is named the same and stands there while the panel is open, too.
    talk.button("close").click()
    expect(talk.button("open")).to_have_attribute("aria-expanded", "false")


def _every_status(talk: Talk, stand_in: StandIn) -> None:
    talk.button("open").click()
    for status in STATUSES:
        stand_in.will(says(text(RICH), PROVENANCE | {"status": status}, offered(talk.pack)))
        talk.ask("which status?")


def _languages(talk: Talk, stand_in: StandIn) -> None:
    talk.open_languages()


def _too_long(talk: Talk, stand_in: StandIn) -> None:
    talk.page.keyboard.press("Escape")
    talk.box.fill("ұ" * 498)


def _waiting(talk: Talk, stand_in: StandIn) -> None:
    stand_in.will(waits_for(threading.Event(), says(text("never"))))
    talk.send("hello")
    expect(talk.status).to_contain_text(talk.word("typing"))


def _error(talk: Talk, stand_in: StandIn) -> None:
    stand_in.will(*[refuses(500, "internal")] * 9)
    talk.send("hello")
    talk.hurry_until(talk.button("retry"))


# Walks through the states, each from where the one before it has led.
WIDGET_STATES: dict[str, dict[str, Callable[[Talk, StandIn], None]]] = {
    "kk-Cyrl": {
        "closed": _closed,
        "statuses": _every_status,
        "languages": _languages,
        "long": _too_long,
        "waiting": _waiting,
    },
    "kk-Arab": {"error": _error},
}


@pytest.mark.parametrize("form", WIDGET_STATES)
def test_the_widget_in_every_state(
    staged: Visits, stand_in: StandIn, packs: Packs, camera: Camera, form: str
) -> None:
    talk, watch = opened(staged, packs[form], DESKTOP)
    watch.expect("Failed to load resource")
    for state, show in WIDGET_STATES[form].items():
        show(talk, stand_in)
        _look(talk.page, camera, state)


def _attract(tablet: Tablet, stand_in: StandIn) -> None:
    expect(tablet.languages.first).to_be_visible()


def _dialog(word: str) -> Callable[[Tablet, StandIn], None]:
    def shown(tablet: Tablet, stand_in: StandIn) -> None:
        tablet.leave_dialog()
        tablet.button(word).click()
        expect(tablet.page.get_by_role("dialog")).to_be_visible()

    return shown


def _begun_with(word: str) -> Callable[[Tablet, StandIn], None]:
    def shown(tablet: Tablet, stand_in: StandIn) -> None:
        tablet.begin()
        _dialog(word)(tablet, stand_in)

    return shown


def _idle_question(tablet: Tablet, stand_in: StandIn) -> None:
    tablet.leave_dialog()
    _idle(tablet)


def _idle(tablet: Tablet) -> None:
    tablet.page.clock.run_for(80_000)
    expect(tablet.idle).to_be_visible()


def _typed(tablet: Tablet, stand_in: StandIn) -> None:
    tablet.button("idle_continue").click()
    stand_in.will(says(text(RICH), offered(tablet.pack)))
    tablet.type_instead()
    tablet.ask("hello")


def _offline(tablet: Tablet, stand_in: StandIn) -> None:
    tablet.wait_until_it_can_be_alone()
    tablet.begin()
    tablet.page.context.set_offline(True)
    expect(tablet.banner).to_be_visible()


def _offline_talk(tablet: Tablet, stand_in: StandIn) -> None:
    tablet.topic("duty_free").click()
    expect(tablet.log).to_be_visible()


def _large(tablet: Tablet, stand_in: StandIn) -> None:
    tablet.begin()
    tablet.button("text_large").click()
    tablet.press(tablet.topic("duty_free"))


def _switched(word: str) -> Callable[[Tablet, StandIn], None]:
    def shown(tablet: Tablet, stand_in: StandIn) -> None:
        tablet.button(word).click()
        expect(tablet.button(word)).to_be_hidden()

    return shown


TABLET_STATES: dict[str, dict[str, Callable[[Tablet, StandIn], None]]] = {
    "a visit": {
        "attract": _attract,
        "desk": _begun_with("call_desk"),
        "language": _dialog("language"),
        "code": _dialog("to_phone"),
        "idle": _idle_question,
        "talk": _typed,
    },
    "offline": {"offline": _offline, "offline-talk": _offline_talk},
    "switches": {
        "large": _large,
        "large-contrast": _switched("contrast_high"),
        "contrast": _switched("text_normal"),
    },
}


def test_every_state_is_on_a_walk() -> None:
    assert sum(map(len, WIDGET_STATES.values())) == 6
    assert sum(map(len, TABLET_STATES.values())) == 11


@pytest.mark.parametrize("walk", TABLET_STATES)
def test_the_tablet_in_every_state(
    staged: Visits, stand_in: StandIn, packs: Packs, camera: Camera, walk: str
) -> None:
    tablet, watch = at_tablet(staged, packs["ru-Cyrl"], LANDSCAPE, worker=walk == "offline")
    watch.expect("Failed to load resource")
    for state, show in TABLET_STATES[walk].items():
        show(tablet, stand_in)
        _look(tablet.page, camera, state)


AROUND = {
    "/": "en-Latn",
    "/kk-arab": "kk-Arab",
    "/frame?form=kk-Arab": "kk-Arab",
    "/frame?form=ru-Cyrl": "ru-Cyrl",
}


@pytest.mark.parametrize("path", AROUND)
def test_the_pages_around_it(staged: Visits, packs: Packs, camera: Camera, path: str) -> None:
    page, _ = staged.open(path, PHONE)
    talk = Talk(page, packs[AROUND[path]])
    expect(talk.box.or_(talk.button("open"))).to_be_visible()
    _look(page, camera, path.strip("/").replace("?form=", "-") or "index")
