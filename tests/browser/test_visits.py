"""A whole visit in every written form, against the running guide, on phone, desk and tablet."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visits
from tests.browser.layout import small_targets, sticking_out
from tests.browser.packs import Packs
from tests.browser.pictures import Camera
from tests.browser.questions import FORM_CODES, QUESTIONS
from tests.browser.screens import DESKTOP, LANDSCAPE, PHONE, PORTRAIT
from tests.browser.tablet import Tablet, at_tablet
from tests.browser.talk import Talk

SCREENS = {screen.name: screen for screen in (PHONE, DESKTOP)}
TABLETS = (LANDSCAPE, PORTRAIT)
THUMB = 44  # CSS pixels; the languages of the attract screen are pressed from further away
FAR_THUMB = 64
# What a visitor's browser asks for; Arabic-script Kazakh is what is read in China.
BROWSER_LANGUAGES = {
    "en-Latn": "en-GB",
    "ru-Cyrl": "ru-RU",
    "kk-Cyrl": "kk-KZ",
    "kk-Arab": "kk-Arab-CN",
    "kk-Latn": "kk-Latn",
    "zh-Hans": "zh-CN",
    "zh-Hant": "zh-HK",
}


def _assert_answer(talk: Talk, form: str) -> None:
    """The last answer is in the form, marked as such, with its sources and their dates."""
    said = talk.said()[-1]
    expected = talk.pack["form"]
    assert (said.who, said.lang) == ("guide", expected["tag"])
    assert said.direction == expected["direction"]
    expect(talk.provenance).to_be_visible()


def _visit(talk: Talk, form: str) -> None:
    """Topic, typed question, answer button: each answered in the form, with sources."""
    duty_free = next(t for t in talk.pack["topics"] if t["id"] == "duty_free")
    talk.press(talk.topic("duty_free"))
    expect(talk.log).to_contain_text(duty_free["answer"]["messages"][0].split("\n")[0])
    _assert_answer(talk, form)
    for source in duty_free["answer"]["sources"]:
        expect(talk.log).to_contain_text(source["publisher"])
    talk.ask(QUESTIONS[form]["chinese_medicine"])
    _assert_answer(talk, form)
    talk.press(talk.topic("about_zone"))
    _assert_answer(talk, form)
    assert len(talk.own()) == 3


def test_every_form_is_visited(packs: Packs) -> None:
    served = [form["code"] for form in packs["en-Latn"]["forms"]]
    assert sorted(served) == sorted(FORM_CODES) == sorted(BROWSER_LANGUAGES)


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("form", FORM_CODES)
def test_a_visit_with_the_widget(
    visits: Visits, packs: Packs, camera: Camera, form: str, screen: str
) -> None:
    pack = packs[form]
    page, _ = visits.open("/", SCREENS[screen], locale=BROWSER_LANGUAGES[form])
    html = page.locator("html")
    expect(html).to_have_attribute("lang", pack["form"]["tag"])
    expect(html).to_have_attribute("dir", pack["form"]["direction"])
    talk = Talk(page, pack)
    camera.take(page, "closed", form, screen)
    expect(talk.button("open")).to_have_attribute("aria-expanded", "false")
    talk.button("open").click()
    expect(page.get_by_text(talk.word("greeting"))).to_be_visible()
    camera.take(page, "open", form, screen)
    assert small_targets(page, THUMB) == []
    _visit(talk, form)
    assert sticking_out(page) == []
    camera.take(page, "talk", form, screen)
    other = packs["ru-Cyrl" if form != "ru-Cyrl" else "kk-Arab"]
    talk.open_languages()
    camera.take(page, "languages", form, screen)
    assert small_targets(page, THUMB) == []
    talk.named(other["form"]["own_name"]).click()
    changed = Talk(page, other)
    changed.wait_for_answers(4)
    camera.take(page, "changed", form, screen)
    changed.ask(QUESTIONS[other["form"]["code"]]["port_crossing"])
    _assert_answer(changed, other["form"]["code"])


@pytest.mark.parametrize("form", FORM_CODES)
def test_a_visit_at_the_tablet(visits: Visits, packs: Packs, camera: Camera, form: str) -> None:
    """Two visitors one after the other; between them the tablet is turned."""
    tablet, _ = at_tablet(visits, packs[form], TABLETS[0])
    for screen in TABLETS:
        tablet.turn(screen)
        _visit_at_the_tablet(tablet, camera, form, screen.name)


def _visit_at_the_tablet(tablet: Tablet, camera: Camera, form: str, screen: str) -> None:
    camera.take(tablet.page, "attract", form, screen)
    assert small_targets(tablet.page, FAR_THUMB) == []
    tablet.begin()
    camera.take(tablet.page, "topics", form, screen)
    assert sticking_out(tablet.page) == []
    assert small_targets(tablet.page, THUMB) == []
    _visit(tablet, form)
    camera.take(tablet.page, "talk", form, screen)
    assert sticking_out(tablet.page) == []
    assert small_targets(tablet.page, THUMB) == []
    tablet.finish()
    expect(tablet.log).to_have_count(0)
