"""Arabic-script Kazakh is laid out as the mirror image of Cyrillic Kazakh, measured and seen."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator

from tests.browser.conftest import Visits
from tests.browser.mirror import Box, add_css, boxes, differing_share, not_mirrored, scroll_to_end
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


# Nothing is still on its way when it is measured.
AT_REST = {"reduced_motion": "reduce"}
# Opens a page and leads it from state to state.
Walk = Callable[[Visits, Pack, Screen], Iterator[Talk]]


def _widget(visits: Visits, pack: Pack, screen: Screen) -> Iterator[Talk]:
    talk, _ = opened(visits, pack, screen, **AT_REST)
    talk.press(talk.topic("duty_free"))
    yield talk


def _tablet(visits: Visits, pack: Pack, screen: Screen) -> Iterator[Talk]:
    tablet, _ = at_tablet(visits, pack, screen, worker=False, **AT_REST)
    tablet.begin()
    yield tablet
    tablet.press(tablet.topic("duty_free"))
    yield tablet


@dataclass(frozen=True)
class Seen:
    """One state of a page, as it is drawn and as it is measured."""

    picture: bytes
    width: float
    boxes: dict[str, Box]


WALKS: dict[str, tuple[Walk, Screen, list[str]]] = {
    "phone": (_widget, PHONE, ["widget-phone"]),
    "desktop": (_widget, DESKTOP, ["widget-desktop"]),
    "landscape": (_tablet, LANDSCAPE, ["topics-landscape", "talk-landscape"]),
    "portrait": (_tablet, PORTRAIT, ["topics-portrait", "talk-portrait"]),
}


def test_six_states_are_compared() -> None:
    assert sum(len(states) for _, _, states in WALKS.values()) == 6


@pytest.mark.usefixtures("same_words")
@pytest.mark.parametrize("walk", WALKS)
def test_the_layout_is_mirrored(
    staged: Visits, stand_in: StandIn, packs: Packs, camera: Camera, walk: str
) -> None:
    lead, screen, states = WALKS[walk]
    words = packs["kk-Cyrl"]
    stand_in.usually(says(text(LETTERS), text(LETTERS * 3)))
    cyrillic, arabic = (
        [
            _seen(talk, camera, state, form["code"])
            for state, talk in zip(
                states, lead(staged, {**words, "form": form}, screen), strict=True
            )
        ]
        for form in (words["form"], _turned(packs))
    )
    for state, left, right in zip(states, cyrillic, arabic, strict=True):
        _assert_mirrored(state, left, right)


def _seen(talk: Talk, camera: Camera, state: str, form: str) -> Seen:
    add_css(talk.page, SAME_WORDS)
    # Each was scrolled when it still had the words and the line height of its own script.
    scroll_to_end(talk.page)
    camera.take(talk.page, state, form)
    widget = state.startswith("widget")
    part = talk.page.get_by_role("dialog") if widget else talk.page.locator("horgos-kiosk")
    picture = part.screenshot(animations="disabled", caret="hide")
    return Seen(picture, *boxes(talk.page, "horgos-guide" if widget else "horgos-kiosk"))


def _assert_mirrored(state: str, left: Seen, right: Seen) -> None:
    assert sorted(left.boxes) == sorted(right.boxes), state
    wrong = [
        told
        for path, box in left.boxes.items()
        if box.display != "inline"
        and (told := not_mirrored(left.width, box, right.boxes[path], 1.5))
    ]
    assert wrong == [], state
    assert len(left.boxes) > 20, state
    assert differing_share(left.picture, right.picture) <= MOST_DIFFERENT, state
    assert differing_share(left.picture, left.picture) > MOST_DIFFERENT, f"{state}: symmetrical"


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
