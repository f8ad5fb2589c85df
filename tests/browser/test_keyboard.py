"""A whole visit without a mouse: in order, in sight, with a way out of everything."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visits
from tests.browser.layout import focus
from tests.browser.packs import Packs
from tests.browser.pictures import Camera
from tests.browser.screens import DESKTOP, LANDSCAPE
from tests.browser.stand_in import StandIn
from tests.browser.tablet import at_tablet
from tests.browser.talk import Talk, opened

FORMS = ["en-Latn", "kk-Arab"]  # one read from the left, one from the right
MOST_STOPS = 80


def _tab_to(page: Page, name: str, key: str = "Tab") -> list[str]:
    """Tab until the named thing has the focus; the names passed on the way, all in sight."""
    passed: list[str] = []
    for _ in range(MOST_STOPS):
        page.keyboard.press(key)
        stop = focus(page)
        if stop is None:
            continue
        assert stop["outline"] >= 2, f"no visible focus: {stop}"
        assert stop["inSight"], f"the focus is out of sight: {stop}"
        passed.append(stop["name"])
        if stop["name"] == name:
            return passed
    raise AssertionError(f"{name!r} is not reached; passed: {passed}")


@pytest.mark.parametrize("form", FORMS)
def test_a_visit_with_the_widget_by_keyboard(
    staged: Visits, stand_in: StandIn, packs: Packs, camera: Camera, form: str
) -> None:
    page, _ = staged.open(f"/?form={form}", DESKTOP)
    talk = Talk(page, packs[form])
    _tab_to(page, talk.word("open"))
    page.keyboard.press("Enter")
    expect(talk.box).to_be_focused()
    page.keyboard.type("hello")
    camera.take(page, "typed", form)
    page.keyboard.press("Enter")
    talk.wait_for_answers(1)
    expect(talk.box).to_be_focused()
    title = talk.pack["topics"][1]["title"]
    _tab_to(page, title, "Shift+Tab")
    camera.take(page, "topic", form)
    page.keyboard.press("Enter")
    talk.wait_for_answers(2)
    assert len(stand_in.asked) == 2
    assert focus(page) is not None, "the focus was lost with the button"
    page.keyboard.press("Escape")
    expect(talk.button("open")).to_be_focused()
    expect(talk.button("open")).to_have_attribute("aria-expanded", "false")


@pytest.mark.parametrize("form", FORMS)
def test_the_language_is_changed_by_keyboard(
    staged: Visits, packs: Packs, camera: Camera, form: str
) -> None:
    talk, _ = opened(staged, packs[form], DESKTOP)
    other = packs["ru-Cyrl"]
    own = talk.pack["form"]["own_name"]
    _tab_to(talk.page, f"{talk.word('language')}: {own}", "Shift+Tab")
    talk.page.keyboard.press("Enter")
    expect(talk.named(own)).to_be_focused()
    talk.page.keyboard.press("Escape")
    expect(talk.named(f"{talk.word('language')}: {own}")).to_be_focused()
    talk.page.keyboard.press("Space")
    camera.take(talk.page, form)
    for _ in range(len(talk.pack["forms"])):
        stop = focus(talk.page)
        if stop is not None and stop["name"] == other["form"]["own_name"]:
            break
        talk.page.keyboard.press("ArrowDown")
    talk.page.keyboard.press("Enter")
    changed = Talk(talk.page, other)
    expect(changed.box).to_be_visible()
    name = f"{changed.word('language')}: {other['form']['own_name']}"
    expect(changed.named(name)).to_be_focused()


def test_the_widget_is_no_trap(staged: Visits, packs: Packs) -> None:
    talk, _ = opened(staged, packs["en-Latn"], DESKTOP)
    seen: list[str] = []
    left = False
    for _ in range(MOST_STOPS):
        talk.page.keyboard.press("Tab")
        stop = focus(talk.page)
        left = left or stop is None
        seen += [stop["name"]] if stop else []
    assert left, f"Tab never leaves the page: {seen}"
    assert talk.word("send") in seen and talk.word("close") in seen


@pytest.mark.parametrize("form", FORMS)
def test_a_visit_at_the_tablet_by_keyboard(
    staged: Visits, stand_in: StandIn, packs: Packs, camera: Camera, form: str
) -> None:
    tablet, _ = at_tablet(staged, packs[form], LANDSCAPE, worker=False)
    page = tablet.page
    _tab_to(page, tablet.pack["form"]["own_name"])
    camera.take(page, "attract", form)
    page.keyboard.press("Enter")
    _tab_to(page, tablet.word("call_desk"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(tablet.button("call_desk")).to_be_focused()
    _tab_to(page, tablet.pack["topics"][0]["title"])
    page.keyboard.press("Enter")
    tablet.wait_for_answers(1)
    _tab_to(page, tablet.word("finish"))
    page.keyboard.press("Enter")
    tablet.hear_goodbye()
    assert len(stand_in.asked) == 1


def test_the_idle_question_keeps_the_focus_and_gives_it_back(staged: Visits, packs: Packs) -> None:
    tablet, _ = at_tablet(staged, packs["kk-Cyrl"], LANDSCAPE, worker=False)
    tablet.begin()
    _tab_to(tablet.page, tablet.pack["topics"][2]["title"])
    tablet.page.clock.run_for(76_000)
    expect(tablet.button("idle_continue")).to_be_focused()
    inside = {tablet.word("idle_continue"), tablet.word("idle_finish")}
    for _ in range(6):
        tablet.page.keyboard.press("Tab")
        stop = focus(tablet.page)
        assert stop is None or stop["name"] in inside
    tablet.button("idle_continue").focus()
    tablet.page.keyboard.press("Escape")
    expect(tablet.idle).to_be_hidden()
    expect(tablet.named(tablet.pack["topics"][2]["title"])).to_be_focused()
