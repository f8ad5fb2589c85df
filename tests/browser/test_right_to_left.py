"""Arabic-script Kazakh is laid out as the mirror image of Cyrillic Kazakh, measured and seen."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator

from tests.browser.conftest import Visits
from tests.browser.mirror import add_css, boxes, differing_share, not_mirrored
from tests.browser.packs import Pack, Packs
from tests.browser.pictures import Camera
from tests.browser.screens import DESKTOP, LANDSCAPE, PHONE, PORTRAIT, Screen
from tests.browser.stand_in import StandIn, says, text
from tests.browser.tablet import at_tablet
from tests.browser.talk import Talk, opened

# Both are read with the same words in the same font size, or the lines would break elsewhere;
# pictures are not mirrored.
SAME_WORDS = """
svg { visibility: hidden !important; }
* { color: transparent !important; caret-color: transparent !important;
    font: 16px/24px "Noto Sans" !important; letter-spacing: 0 !important;
    transition: none !important; animation: none !important; }
*::placeholder { color: transparent !important }
"""
SIDE = """(paragraph) => {
  const range = document.createRange();
  range.selectNodeContents(paragraph);
  const words = range.getBoundingClientRect();
  const block = paragraph.getBoundingClientRect();
  return block.right - words.right < words.left - block.left ? "right" : "left";
}"""
LETTERS = "Дүкендер қай уақытта ашылатыны белгісіз. Орталыққа кіру үшін құжат керек."
MOST_DIFFERENT = 0.0005  # of the pixels: edges drawn half a pixel apart


def _turned(packs: Packs) -> dict[str, str]:
    """Arabic-script Kazakh under the name of Cyrillic Kazakh, which is as long as itself."""
    name = packs["kk-Cyrl"]["form"]["own_name"]
    return {**packs["kk-Arab"]["form"], "own_name": name}


@pytest.fixture
def same_words(stand_in: StandIn, packs: Packs) -> None:
    """Arabic-script Kazakh's pack with the Cyrillic words: only the direction differs."""
    pack = {**packs["kk-Cyrl"], "form": _turned(packs)}
    stand_in.changes["/pack/kk-Arab.json"] = lambda _: json.dumps(pack).encode()


Show = Callable[[Visits, Pack, Screen], Talk]
WIDGET, TABLET = "horgos-guide", "horgos-kiosk"


def _widget(visits: Visits, pack: Pack, screen: Screen) -> Talk:
    talk, _ = opened(visits, pack, screen)
    talk.press(talk.topic("duty_free"))
    return talk


def _tablet_topics(visits: Visits, pack: Pack, screen: Screen) -> Talk:
    tablet, _ = at_tablet(visits, pack, screen)
    tablet.begin()
    return tablet


def _tablet_talk(visits: Visits, pack: Pack, screen: Screen) -> Talk:
    tablet = _tablet_topics(visits, pack, screen)
    tablet.press(tablet.topic("duty_free"))
    return tablet


SHOWN: dict[str, tuple[Show, Screen]] = {
    "widget-phone": (_widget, PHONE),
    "widget-desktop": (_widget, DESKTOP),
    "topics-landscape": (_tablet_topics, LANDSCAPE),
    "topics-portrait": (_tablet_topics, PORTRAIT),
    "talk-landscape": (_tablet_talk, LANDSCAPE),
    "talk-portrait": (_tablet_talk, PORTRAIT),
}


@pytest.mark.usefixtures("same_words")
@pytest.mark.parametrize("shown", SHOWN)
def test_the_layout_is_mirrored(
    staged: Visits, stand_in: StandIn, packs: Packs, camera: Camera, shown: str
) -> None:
    show, screen = SHOWN[shown]
    element = WIDGET if show is _widget else TABLET
    words = packs["kk-Cyrl"]
    stand_in.usually(says(text(LETTERS), text(LETTERS * 3)))
    pictures, measured = [], []
    for form in (words["form"], _turned(packs)):
        talk = show(staged, {**words, "form": form}, screen)
        add_css(talk.page, SAME_WORDS)
        talk.page.wait_for_timeout(200)
        camera.take(talk.page, shown, form["code"])
        part = talk.page.get_by_role("dialog") if element == WIDGET else talk.page.locator(TABLET)
        pictures.append(part.screenshot(animations="disabled", caret="hide"))
        measured.append(boxes(talk.page, element))
    (width, cyrillic), (_, arabic) = measured
    assert sorted(cyrillic) == sorted(arabic)
    wrong = [
        told
        for path, box in cyrillic.items()
        if box.display != "inline" and (told := not_mirrored(width, box, arabic[path], 1.5))
    ]
    assert wrong == []
    assert len(cyrillic) > 20
    assert differing_share(*pictures) <= MOST_DIFFERENT
    assert differing_share(pictures[0], pictures[0]) > MOST_DIFFERENT, "symmetrical anyway"


@pytest.mark.parametrize("screen", [PHONE, DESKTOP], ids=lambda screen: screen.name)
def test_real_words_run_from_right_to_left(
    staged: Visits, packs: Packs, camera: Camera, screen: Screen
) -> None:
    talk, _ = opened(staged, packs["kk-Arab"], screen)
    talk.ask("دۇكەندەر Rasa 8,000 يۋان قورعاس؟")
    send, box = talk.button("send").bounding_box(), talk.box.bounding_box()
    assert send is not None and box is not None
    assert send["x"] < box["x"], "the way to send stands at the end of the line: at the left"
    directions = {message.direction for message in talk.said()}
    assert directions == {"rtl"}
    camera.take(talk.page, screen.name)


def test_a_paragraph_in_another_script_runs_its_own_way(
    staged: Visits, stand_in: StandIn, packs: Packs
) -> None:
    talk, _ = opened(staged, packs["kk-Arab"], PHONE)
    stand_in.will(says(text("قورعاس ورتالىعى.\n\nOpen Monday to Friday.")))
    talk.ask("ساعات")
    sides = [(said.inner_text(), _side(said)) for said in talk.turns.last.locator(".guide p").all()]
    assert sides[:2] == [("قورعاس ورتالىعى.", "right"), ("Open Monday to Friday.", "left")]


def _side(paragraph: Locator) -> str:
    """At which edge of its block the words of a paragraph begin."""
    return str(paragraph.evaluate(SIDE))
