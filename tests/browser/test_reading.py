"""Read small, large and widely spaced, touched by a thumb, typed with an input method."""

from __future__ import annotations

import threading

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visits
from tests.browser.layout import small_targets, sticking_out
from tests.browser.mirror import add_css
from tests.browser.packs import Packs
from tests.browser.pictures import Camera
from tests.browser.questions import FORM_CODES
from tests.browser.screens import DESKTOP, LANDSCAPE, NARROW, PHONE, PORTRAIT
from tests.browser.stand_in import StandIn, says, text, waits_for
from tests.browser.tablet import Tablet, at_tablet
from tests.browser.talk import opened

# WCAG 1.4.12: all four at once.
SPACED = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }
"""
# Of every shadow tree on its own: a document tells of none of theirs.
MOVING = """() => {
  const moves = (animation) => animation.effect.getTiming().duration > 1;
  const inside = (root) => [...root.querySelectorAll("*")].filter((each) => each.shadowRoot);
  const count = (root) => inside(root)
    .map((each) => count(each.shadowRoot))
    .reduce((sum, more) => sum + more, root.getAnimations().filter(moves).length);
  return count(document);
}"""
LARGE = {"standard": 32, "fixed": 26}  # twice the browser's own 16 and 13 px


@pytest.mark.parametrize("form", FORM_CODES)
def test_nothing_sticks_out_at_320_pixels(
    staged: Visits, stand_in: StandIn, packs: Packs, camera: Camera, form: str
) -> None:
    talk, _ = opened(staged, packs[form], NARROW)
    answer = talk.pack["topics"][3]["answer"]
    stand_in.usually(says(*map(text, answer["messages"])))
    assert sticking_out(talk.page) == []
    camera.take(talk.page, "open", form)
    talk.press(talk.topic("chinese_medicine"))
    assert sticking_out(talk.page) == []
    assert small_targets(talk.page) == []
    camera.take(talk.page, "talk", form)
    add_css(talk.page, SPACED)
    assert sticking_out(talk.page) == []
    camera.take(talk.page, "spaced", form)


@pytest.mark.parametrize("form", FORM_CODES)
def test_everything_is_there_with_text_twice_as_large(
    staged: Visits, packs: Packs, camera: Camera, form: str
) -> None:
    talk, _ = opened(staged, packs[form], DESKTOP)
    before = talk.box.evaluate("(box) => parseFloat(getComputedStyle(box).fontSize)")
    session = talk.page.context.new_cdp_session(talk.page)
    session.send("Page.setFontSizes", {"fontSizes": LARGE})
    after = talk.box.evaluate("(box) => parseFloat(getComputedStyle(box).fontSize)")
    assert after == pytest.approx(2 * before)
    assert sticking_out(talk.page) == []
    talk.ask("сәлем")
    assert sticking_out(talk.page) == []
    camera.take(talk.page, form)


@pytest.mark.parametrize("form", FORM_CODES)
def test_large_text_at_the_tablet_loses_nothing(
    staged: Visits, stand_in: StandIn, packs: Packs, camera: Camera, form: str
) -> None:
    tablet, _ = at_tablet(staged, packs[form], LANDSCAPE, worker=False)
    topic = tablet.pack["topics"][0]
    stand_in.will(says(*map(text, topic["answer"]["messages"])))
    tablet.begin()
    tablet.button("text_large").click()
    expect(tablet.button("text_normal")).to_be_visible()
    _nothing_sticks_out_either_way(tablet, camera, "topics")
    tablet.press(tablet.topic(topic["id"]))
    _nothing_sticks_out_either_way(tablet, camera, "talk")


def _nothing_sticks_out_either_way(tablet: Tablet, camera: Camera, state: str) -> None:
    for screen in (PORTRAIT, LANDSCAPE):
        tablet.turn(screen)
        assert sticking_out(tablet.page) == [], screen.name
        camera.take(tablet.page, state, tablet.pack["form"]["code"], screen.name)


def test_nothing_moves_for_those_who_asked_for_it(
    staged: Visits, stand_in: StandIn, packs: Packs
) -> None:
    """While the guide is thinking; for everybody else there is something that moves."""
    moved = {}
    for wish in ("no-preference", "reduce"):
        enough = threading.Event()
        stand_in.will(waits_for(enough, says(text("An answer."))))
        talk, _ = opened(staged, packs["en-Latn"], PHONE, reduced_motion=wish)
        talk.send("hello")
        expect(talk.status).to_contain_text(talk.word("typing"))
        moved[wish] = talk.page.evaluate(MOVING)
        enough.set()
        talk.wait_for_answers(1)
    assert moved["no-preference"] > 0
    assert moved["reduce"] == 0


def test_enter_that_ends_a_composition_sends_nothing(
    staged: Visits, stand_in: StandIn, packs: Packs
) -> None:
    talk, _ = opened(staged, packs["zh-Hans"], DESKTOP)
    talk.box.focus()
    session = talk.page.context.new_cdp_session(talk.page)
    composed = {"text": "ni hao", "selectionStart": 6, "selectionEnd": 6}
    session.send("Input.imeSetComposition", composed)
    key = {"key": "Process", "code": "Enter", "windowsVirtualKeyCode": 229}
    session.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **key})
    session.send("Input.insertText", {"text": "你好"})
    session.send("Input.dispatchKeyEvent", {"type": "keyUp", **key})
    expect(talk.box).to_have_value("你好")
    assert stand_in.asked == []
    talk.page.keyboard.press("Enter")
    talk.wait_for_answers(1)
    assert [asked.body["text"] for asked in stand_in.asked] == ["你好"]


def test_a_visitor_reads_how_much_he_may_still_type(
    staged: Visits, stand_in: StandIn, packs: Packs
) -> None:
    talk, _ = opened(staged, packs["en-Latn"], DESKTOP)
    talk.box.fill("a" * 490)
    left = talk.word("characters_left").replace("{n}", "10")
    expect(talk.page.get_by_text(left).first).to_be_visible()
    talk.box.fill("a" * 501)
    expect(talk.page.get_by_text(talk.error("text_too_long")).first).to_be_visible()
    talk.button("send").click()
    expect(talk.box).to_have_value("a" * 501)
    expect(talk.box).to_be_focused()
    told = talk.page.get_by_role("status").filter(has_text=talk.error("text_too_long"))
    expect(told).to_have_count(1)
    assert stand_in.asked == []
    talk.box.fill("a" * 500)
    talk.page.keyboard.press("Enter")
    talk.wait_for_answers(1)
