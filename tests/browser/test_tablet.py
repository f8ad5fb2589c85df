"""The information desk's tablet: a visit ends without a trace, and goes on without a network."""

from __future__ import annotations

import io
import re
import threading

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.browser import qr
from tests.browser.conftest import Visits
from tests.browser.layout import stored
from tests.browser.packs import Packs
from tests.browser.pictures import Camera
from tests.browser.questions import FORM_CODES
from tests.browser.screens import LANDSCAPE, PHONE, PORTRAIT
from tests.browser.stand_in import END, PROVENANCE, StandIn, speaks_when_told, text
from tests.browser.tablet import Tablet, at_tablet, until

IDLE = 75_000  # ms
COUNTDOWN = 20_000
SECRET = "Менің атым Айнұр"
VERSIONS = "await navigator.serviceWorker.getRegistration()"
FAILED_LOADING = "Failed to load resource"
NOTHING = {"local": {}, "session": {}, "cookies": "", "databases": []}


def _assert_nothing_is_left(tablet: Tablet) -> None:
    page = tablet.page
    expect(tablet.languages.first).to_be_visible()
    assert stored(page) == NOTHING
    assert page.context.cookies() == []
    assert SECRET not in page.content()
    page.go_back()
    assert SECRET not in tablet.everything()
    page.go_forward()
    expect(tablet.languages.first).to_be_visible()
    assert SECRET not in tablet.everything()


@pytest.mark.parametrize("form", ["kk-Latn", "kk-Arab"])
def test_after_a_quiet_time_it_asks_and_then_forgets_everything(
    staged: Visits, stand_in: StandIn, packs: Packs, camera: Camera, form: str
) -> None:
    tablet, _ = at_tablet(staged, packs[form], PORTRAIT)
    tablet.begin()
    tablet.type_instead()
    tablet.ask(SECRET)
    tablet.page.clock.run_for(IDLE - 3_000)
    expect(tablet.idle).to_be_hidden()
    tablet.page.clock.run_for(4_000)
    expect(tablet.idle).to_be_visible()
    expect(tablet.button("idle_continue")).to_be_focused()
    camera.take(tablet.page, "idle", form)
    tablet.button("idle_continue").click()
    expect(tablet.idle).to_be_hidden()
    assert tablet.own() == [SECRET]
    tablet.page.clock.run_for(IDLE + 1_000)
    expect(tablet.idle).to_be_visible()
    tablet.page.clock.run_for(COUNTDOWN + 1_000)
    _assert_nothing_is_left(tablet)
    tablet.begin()
    tablet.type_instead()
    tablet.ask("next visitor")
    before, after = stand_in.asked
    assert before.token != after.token
    assert [session["place"] for session in stand_in.sessions] == ["kiosk", "kiosk"]
    assert tablet.own() == ["next visitor"]


def test_finish_forgets_everything(staged: Visits, packs: Packs, camera: Camera) -> None:
    tablet, _ = at_tablet(staged, packs["kk-Cyrl"], LANDSCAPE)
    tablet.begin()
    tablet.type_instead()
    tablet.ask(SECRET)
    tablet.box.fill(SECRET)
    tablet.finish()
    _assert_nothing_is_left(tablet)


def test_it_never_asks_while_an_answer_is_pending(
    staged: Visits, stand_in: StandIn, packs: Packs
) -> None:
    tablet, _ = at_tablet(staged, packs["ru-Cyrl"], LANDSCAPE)
    tablet.begin()
    tablet.type_instead()
    parts = [text(f"Часть {number}.") for number in range(5)] + [PROVENANCE, END]
    events = [threading.Event() for _ in parts]
    stand_in.will(speaks_when_told(list(zip(events, parts, strict=True))))
    tablet.send("медленно")
    for number in range(5):
        tablet.page.clock.run_for(30_000)
        expect(tablet.idle).to_be_hidden()
        events[number].set()
        expect(tablet.log.get_by_text(f"Часть {number}.")).to_be_visible()
    for event in events:
        event.set()
    tablet.wait_for_answers(1)
    tablet.page.clock.run_for(IDLE - 5_000)
    expect(tablet.idle).to_be_hidden()
    tablet.page.clock.run_for(6_000)
    expect(tablet.idle).to_be_visible()


@pytest.mark.parametrize("form", FORM_CODES)
def test_without_a_network_the_tiles_go_on_answering(
    staged: Visits, stand_in: StandIn, packs: Packs, camera: Camera, form: str
) -> None:
    tablet, watch = at_tablet(staged, packs[form], LANDSCAPE)
    tablet.wait_until_it_can_be_alone()
    watch.expect(f"{FAILED_LOADING}|ServiceWorker|Failed to fetch")
    stand_in.stop()
    try:
        tablet.page.reload()
        tablet.begin()
        answered = 0
        for topic in tablet.pack["topics"]:
            tablet.named(topic["title"]).first.click()
            first_line = topic["answer"]["messages"][0].split("\n")[0]
            expect(tablet.log).to_contain_text(first_line[:40])
            expect(tablet.banner).to_be_visible()
            for source in topic["answer"]["sources"]:
                expect(tablet.provenance).to_contain_text(source["publisher"])
            answered += 1
            if answered == 1:
                camera.take(tablet.page, "answer", form)
            tablet.button("all_topics").click()
        assert answered == 7
        camera.take(tablet.page, "topics", form)
    finally:
        stand_in.start()
    tablet.hurry_while(tablet.banner)
    assert stand_in.asked == []


def test_the_offline_banner_says_how_old_the_answers_are(
    staged: Visits, stand_in: StandIn, packs: Packs
) -> None:
    tablet, watch = at_tablet(staged, packs["en-Latn"], LANDSCAPE)
    tablet.wait_until_it_can_be_alone()
    tablet.begin()
    watch.expect(FAILED_LOADING)
    tablet.page.context.set_offline(True)
    expect(tablet.banner).to_contain_text(re.compile(r"\d{1,2} \w+ 20\d\d|\w+ \d{1,2}, 20\d\d"))
    tablet.page.context.set_offline(False)
    tablet.hurry_while(tablet.banner)
    tablet.type_instead()
    tablet.ask("hello")
    assert len(stand_in.asked) == 1


def test_it_gives_signs_of_life(staged: Visits, stand_in: StandIn, packs: Packs) -> None:
    tablet, _ = at_tablet(staged, packs["en-Latn"], LANDSCAPE)
    tablet.begin()
    for _ in range(2):
        # Leapt over, not run through: a minute in no time would look like one without an answer.
        with tablet.page.expect_response("**/webhooks/web/ping"):
            tablet.page.clock.fast_forward(61_000)
    screens = {ping["screen"] for ping in stand_in.pings}
    assert {ping["tablet"] for ping in stand_in.pings} == {"desk-1"}
    assert screens == {"attract", "topics"}
    assert all(ping["version"] for ping in stand_in.pings)


def test_a_new_version_waits_for_the_attract_screen(
    staged: Visits, stand_in: StandIn, packs: Packs
) -> None:
    tablet, _ = at_tablet(staged, packs["en-Latn"], LANDSCAPE)
    tablet.wait_until_it_can_be_alone()
    tablet.begin()
    tablet.type_instead()
    tablet.ask("hello")
    page = tablet.page
    page.evaluate("window.same = true")
    stand_in.changes["/sw.js"] = lambda script: script + b"\n// a new version\n"
    page.evaluate(f"async () => await ({VERSIONS}).update()")
    until(page, f"({VERSIONS}).waiting !== null")
    page.clock.run_for(20_000)
    assert page.evaluate("window.same") is True and tablet.own() == ["hello"]
    # In the visitor's own time: a worker that is still busy gives no place to the next one.
    tablet.button("finish").click()
    expect(tablet.languages.first).to_be_visible()
    page.clock.run_for(5_000)
    tablet.wait_until_it_can_be_alone()
    # A worker that was busy with the packs is asked again with the next sign of life.
    page.clock.fast_forward(61_000)
    until(page, f"({VERSIONS}).waiting === null")


def _modules(code: bytes) -> qr.Modules:
    """The modules of a QR code in a picture: dark or light, without the quiet zone."""
    picture = Image.open(io.BytesIO(code)).convert("L").point(lambda value: 255 * (value < 128))
    box = picture.getbbox()
    assert box is not None
    code_only = picture.crop(box)
    # The corner mark is seven modules wide; its top row is dark all along.
    top = [code_only.getpixel((x, 1)) for x in range(code_only.width)]
    module = top.index(0) / 7
    size = round(code_only.width / module)
    step = code_only.width / size
    middle = [round((number + 0.5) * step - 0.5) for number in range(size)]
    return [[code_only.getpixel((x, y)) == 255 for x in middle] for y in middle]


def test_the_code_leads_the_phone_to_the_same_language(
    staged: Visits, packs: Packs, camera: Camera
) -> None:
    tablet, _ = at_tablet(staged, packs[FORM_CODES[0]], LANDSCAPE, worker=False)
    phone, _ = staged.arrive(PHONE)
    tablet.begin()
    for form in FORM_CODES:
        if form != FORM_CODES[0]:
            tablet.change_language(packs[form])
        address = _address_in_code(tablet, camera)
        phone.goto(address)
        assert phone.evaluate("document.documentElement.lang") == packs[form]["form"]["tag"]
        assert "?" not in address
    assert len(FORM_CODES) == 7


def _address_in_code(tablet: Tablet, camera: Camera) -> str:
    """What a phone reads from the dialog; a visitor without a camera reads the same beside it."""
    tablet.button("to_phone").click()
    dialog = tablet.page.get_by_role("dialog")
    expect(dialog.get_by_text(tablet.word("to_phone_text"))).to_be_visible()
    camera.take(tablet.page, "code", tablet.pack["form"]["code"])
    address = qr.read(_modules(dialog.get_by_role("img").screenshot()))
    readable = re.sub("^https?://", "", address)
    expect(dialog.get_by_text(readable, exact=True)).to_be_visible()
    tablet.leave_dialog()
    return address
