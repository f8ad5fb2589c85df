"""The widget on somebody else's page: his policy, his style sheets, his fonts, his origin."""

from __future__ import annotations

import gzip
from collections.abc import Iterator

import httpx
import pytest
from playwright.sync_api import expect

from tests.browser.axe import assert_accessible
from tests.browser.conftest import Visits
from tests.browser.host_site import HostSite, host_site
from tests.browser.layout import small_targets, sticking_out
from tests.browser.mirror import boxes
from tests.browser.packs import Packs
from tests.browser.pictures import Camera
from tests.browser.questions import FORM_CODES
from tests.browser.screens import DESKTOP, PHONE, Screen
from tests.browser.stand_in import StandIn
from tests.browser.talk import Talk

LARGEST = 60_000  # bytes of widget.js, compressed
# Each hardly to be read where the other belongs.
DAY, NIGHT = "rgb(122, 31, 43)", "rgb(242, 184, 190)"
EMBED = '<script type="module" src="{guide}/widget.js"></script><horgos-guide{set}></horgos-guide>'
PAGE = """<!doctype html><html lang="{lang}" dir="{dir}"><head><title>The zone</title>
<link rel="stylesheet" href="/host.css"></head><body><main><h1>The zone</h1>
<p>Its own page.</p></main>{embed}</body></html>"""
STRICT = (
    "default-src 'self' {guide}; object-src 'none'; base-uri 'none'; form-action 'none'; "
    "require-trusted-types-for 'script'"
)
# What old style sheets and resets do to everything below them.
HOSTILE_CSS = """
* { box-sizing: content-box !important; float: left; letter-spacing: 9px !important;
    text-transform: uppercase !important; line-height: 3 !important; }
html { font-size: 6px; direction: ltr; }
body { font: italic bold 40px/1 monospace; text-align: right; color: #0f0; zoom: 1; }
div, section, p, span, button, input, textarea, form, ul, li, a, svg, h1, h2 {
    all: unset; display: block !important; width: 30px; color: yellow !important;
    position: absolute !important; transform: rotate(5deg); visibility: hidden; }
horgos-guide { display: inline; margin: 50px; padding: 50px; font-size: 3px; color: red;
    text-indent: 100px; white-space: pre; word-spacing: 30px; }
button:hover { display: none !important; } :focus { outline: none !important; }
"""


@pytest.fixture
def host(stand_in: StandIn) -> Iterator[HostSite]:
    with host_site() as site:
        stand_in.origins.add(site.url)
        yield site


def _page(stand_in: StandIn, form: dict[str, str], attributes: str = "") -> str:
    embed = EMBED.format(guide=stand_in.url, set=attributes)
    return PAGE.format(lang=form["tag"], dir=form["direction"], embed=embed)


@pytest.mark.parametrize("form", FORM_CODES)
def test_one_line_embeds_it_under_a_strict_policy(
    staged: Visits, stand_in: StandIn, host: HostSite, packs: Packs, form: str
) -> None:
    pack = packs[form]
    host.pages["/"] = (STRICT.format(guide=stand_in.url), _page(stand_in, pack["form"]))
    host.pages["/host.css"] = ("", "h1 { color: #333 }")
    page, _ = staged.open(f"{host.url}/", DESKTOP, host.url)
    talk = Talk(page, pack)
    talk.button("open").click()
    talk.ask("сәлем")
    expect(talk.log.get_by_text("An answer.")).to_be_visible()
    assert stand_in.sessions[0]["place"] == "web"


@pytest.mark.parametrize("screen", [PHONE, DESKTOP], ids=lambda screen: screen.name)
def test_the_hosts_style_sheets_do_not_reach_it(
    staged: Visits, stand_in: StandIn, host: HostSite, packs: Packs, camera: Camera, screen: Screen
) -> None:
    pack = packs["ru-Cyrl"]
    pictures = []
    for css in ("", HOSTILE_CSS):
        host.pages["/host.css"] = ("", css or "/**/")
        host.pages["/"] = ("", _page(stand_in, pack["form"]))
        page, _ = staged.open(f"{host.url}/", screen, host.url)
        talk = Talk(page, pack)
        talk.button("open").click()
        talk.ask("Здравствуйте")
        camera.take(page, "hostile" if css else "plain", screen.name)
        pictures.append(boxes(page, "horgos-guide")[1])
        assert small_targets(page) == []
    plain, hostile = pictures
    moved = [path for path in plain | hostile if plain.get(path) != hostile.get(path)]
    assert moved == []


def test_a_site_that_may_not_embed_it_gets_a_sentence_not_an_answer(
    staged: Visits, stand_in: StandIn, host: HostSite, packs: Packs
) -> None:
    stand_in.origins.clear()
    pack = packs["en-Latn"]
    host.pages["/"] = ("", _page(stand_in, pack["form"]))
    host.pages["/host.css"] = ("", "/**/")
    page, watch = staged.arrive(DESKTOP, host.url)
    page.clock.install()
    page.goto(f"{host.url}/")
    watch.expect("CORS|Failed to load resource")
    talk = Talk(page, pack)
    talk.button("open").click()
    talk.send("hello")
    talk.hurry_until(talk.button("retry"))
    assert stand_in.asked == []


def test_the_frame_serves_a_site_with_a_stricter_policy(
    staged: Visits, stand_in: StandIn, packs: Packs
) -> None:
    page, _ = staged.open("/frame?form=kk-Arab", PHONE)
    talk = Talk(page, packs["kk-Arab"])
    talk.ask("سالەم")
    assert sticking_out(page) == []
    assert_accessible(page, "frame")


@pytest.mark.parametrize(("scheme", "accent"), [("light", DAY), ("dark", NIGHT)])
def test_an_accent_is_read_by_day_and_by_night(
    staged: Visits, stand_in: StandIn, host: HostSite, packs: Packs, scheme: str, accent: str
) -> None:
    pack = packs["en-Latn"]
    accents = f' accent="{DAY}" accent-dark="{NIGHT}"'
    host.pages["/"] = ("", _page(stand_in, pack["form"], accents))
    host.pages["/host.css"] = ("", ":root { color-scheme: light dark }")
    page, _ = staged.open(f"{host.url}/", DESKTOP, host.url, color_scheme=scheme)
    talk = Talk(page, pack)
    expect(talk.button("open")).to_have_css("background-color", accent)
    talk.button("open").click()
    talk.ask("hello")
    assert_accessible(page, f"accent, {scheme}")


def test_the_script_is_small_and_alone(staged: Visits, stand_in: StandIn) -> None:
    answer = httpx.get(f"{stand_in.url}/widget.js", trust_env=False)
    assert len(gzip.compress(answer.content, 9)) <= LARGEST
    assert answer.headers["content-encoding"] in {"br", "gzip"}
    page, watch = staged.open("/", DESKTOP)
    page.wait_for_load_state("networkidle")
    scripts = [url for url in watch.requests if url.endswith(".js")]
    assert f"{stand_in.url}/widget.js" in scripts
