"""The tests' own eyes: one that overlooks a planted fault would make the other tests worthless."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import qr
from tests.browser.axe import violations
from tests.browser.layout import pale
from tests.browser.mirror import add_css, differing_share
from tests.browser.stand_in import StandIn
from tests.browser.watching import Watch

PAGE = "<!doctype html><html lang=en><title>t</title><main><h1>Heading</h1>{}</main></html>"
SOUND = """
<p lang=kk>Сәлем</p><h2>Second</h2><ul><li>x</ul><p>Text with <a href='#top'>a link</a> in it</p>
<form><label>Question <input autocomplete=off></label><button>Send it</button></form>
"""
PLANTED = {
    "image-alt": "<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>",
    "color-contrast": "<p style='color:#aaa;background:#fff'>hard to read</p>",
    "target-size": "<button style='width:9px;height:9px;padding:0'>a</button>" * 2,
    "button-name": "<button></button>",
    "heading-order": "<h4>jumps</h4>",
    "valid-lang": "<p lang=kazakh>сәлем</p>",
}
MISBEHAVIOUR = {
    "console error: oops": "console.error('oops')",
    "console warning: hm": "console.warn('hm')",
    "uncaught: .*gone": "setTimeout(() => { throw new Error('gone') })",
    "somebody else: http://example.invalid/x": "new Image().src = 'http://example.invalid/x'",
    "policy: .*forbids": "document.body.setAttribute('onclick', 'window.x=1')",
}
# "http://127.0.0.1/kk", version 2-M, drawn by npm's uqr 0.1.3.
SAMPLE = """
#######..#####..#.#######
#.....#..#...#.##.#.....#
#.###.#.#..#..#.#.#.###.#
#.###.#.#.##.##...#.###.#
#.###.#.#.#.##....#.###.#
#.....#.######.##.#.....#
#######.#.#.#.#.#.#######
........#..##.##.........
#.#####.....#..##.#####..
##.#...#.#.###...#.....#.
#..#..#..#.#####.##.##.##
###.##.#.##.##..##......#
.###..#....##.#...###.###
##..#..##............#.#.
#...#.#######..#.#.#.#.##
#.#....#.###..##.....#..#
#.##########...######.#..
........###.###.#...###..
#######..##..##.#.#.#####
#.....#.#.#.##.##...##.#.
#.###.#.##..#.#########.#
#.###.#.###....##.###.###
#.###.#.#..##...##....#.#
#.....#....#..###.####..#
#######.##.#...#..#######
"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def test_axe_finds_every_planted_fault(page: Page) -> None:
    page.set_content(PAGE.format(SOUND))
    assert violations(page) == []
    found = []
    for rule, fault in PLANTED.items():
        page.set_content(PAGE.format(SOUND + fault))
        found += [rule] if any(f" {rule}: " in line for line in violations(page)) else []
    assert found == list(PLANTED)


def test_a_page_that_misbehaves_is_noticed(browser: Browser, stand_in: StandIn) -> None:
    context = browser.new_context(base_url=stand_in.url)
    watch = Watch(context, stand_in.url)
    page = context.new_page()
    page.goto("/")
    assert watch.faults == []
    for fault, script in MISBEHAVIOUR.items():
        page.evaluate(script)
        assert _is_noticed(page, watch, fault), f"{fault!r} is not among {watch.faults}"
    context.close()


def _is_noticed(page: Page, watch: Watch, fault: str) -> bool:
    for _ in range(100):
        if any(re.search(fault, seen) for seen in watch.faults):
            return True
        page.wait_for_timeout(20)
    return False


def test_what_is_written_or_drawn_too_pale_is_measured(page: Page) -> None:
    page.set_content("<p>good</p><p style='color:#777'>bad</p><svg style='color:#ccc'></svg>")
    words, icon = pale(page)
    assert "bad" in words and "4.5" in words and "svg" in icon


def test_a_mirrored_page_is_known_from_one_that_is_not(page: Page) -> None:
    page.set_content("<div style='width:90px;height:50px;background:#036'>text</div>")
    add_css(page, "* { color: transparent !important }")
    left = page.screenshot()
    page.evaluate("document.documentElement.dir = 'rtl'")
    right = page.screenshot()
    assert differing_share(left, right) == 0
    assert differing_share(left, left) > 0.005


def test_a_qr_code_drawn_by_another_program_is_read() -> None:
    modules = [[module == "#" for module in row] for row in SAMPLE.split()]
    assert qr.read(modules) == "http://127.0.0.1/kk"


def test_a_picture_that_is_no_qr_code_is_not_read() -> None:
    with pytest.raises(ValueError, match="corner marks"):
        qr.read([[False] * 25 for _ in range(25)])
    with pytest.raises(ValueError, match="no code"):
        qr.read([[True] * 24 for _ in range(24)])
