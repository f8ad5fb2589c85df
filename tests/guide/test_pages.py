"""The pages from the running guide's own port, as they were really built."""

from __future__ import annotations

import re

import pytest

from tests.conftest import FORMS
from tests.running import RunningGuide

LANGUAGES = {f"/{language}": FORMS.main(language).code for language in FORMS.languages}
PAGES = {
    **LANGUAGES,
    **{f"/{form.code.lower()}": form.code for form in FORMS},
    "/": "zh-Hant",
    "/frame": "zh-Hant",
    "/kiosk": "zh-Hant",
}
STRICT = {
    "content-security-policy": "default-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors {}; object-src 'none'",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "cache-control": "no-cache",
    "content-type": "text/html; charset=utf-8",
}
_INLINE = re.compile(r"<style|\sstyle=|\son\w+=|javascript:|<script(?![^>]*\ssrc=)", re.IGNORECASE)
_LOADED = re.compile(r'(?:<script[^>]*\ssrc|<link[^>]*\shref)="([^"]+)"')


@pytest.fixture(scope="module")
def pages(guide: RunningGuide) -> dict[str, str]:
    found = {}
    for path in PAGES:
        page = guide.client.get(path, headers={"accept-language": "zh-HK"})
        assert page.status_code == 200, path
        found[path] = page.text
    return found


def test_every_page_has_every_strict_header_and_is_in_its_language(guide: RunningGuide) -> None:
    checked = 0
    for path, form in PAGES.items():
        page = guide.client.get(
            path, headers={"accept-language": "zh-HK", "origin": "https://evil.example"}
        )
        for name, value in STRICT.items():
            ancestors = "'self'" if path == "/frame" else "'none'"
            assert page.headers[name] == value.format(ancestors), (path, name)
            checked += 1
        assert "camera=()" in page.headers["permissions-policy"]
        assert not [name for name in page.headers if name.startswith("access-control-")]
        assert page.headers["content-language"] == form
        direction = FORMS[form].direction
        assert f'<html lang="{form}" dir="{direction}"' in page.text
        assert "{{" not in page.text
    assert checked == (4 + 7 + 3) * 7


def test_pages_hold_nothing_that_their_policy_forbids(pages: dict[str, str]) -> None:
    loaded = {path: _LOADED.findall(text) for path, text in pages.items()}
    for path, text in pages.items():
        assert _INLINE.findall(text) == [], path
        assert all(address.startswith("/") for address in loaded[path]), path
    assert sum(map(len, loaded.values())) >= len(PAGES)


def test_what_pages_load_is_there(guide: RunningGuide, pages: dict[str, str]) -> None:
    addresses = {address for text in pages.values() for address in _LOADED.findall(text)}
    for address in sorted(addresses):
        found = guide.client.get(address)
        assert found.status_code == 200, address
        kept = "immutable" if address.startswith("/assets/") else "no-cache"
        assert kept in found.headers["cache-control"], address
    assert "/widget.js" in addresses


def test_the_page_embeds_the_widget_as_any_site_would(pages: dict[str, str]) -> None:
    embedded = re.compile(
        r'<script\s+type="module" src="/widget\.js"></script><horgos-guide></horgos-guide>'
    )
    for path in ("/", *LANGUAGES):
        assert len(embedded.findall(pages[path])) == 1, path


def test_the_widget_is_for_any_site_and_compressed(guide: RunningGuide) -> None:
    found = guide.client.get("/widget.js", headers={"accept-encoding": "br"})
    assert found.headers["content-encoding"] == "br"
    assert found.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in found.headers
    assert int(found.headers["content-length"]) < 60_000


def test_the_tablet_s_files_and_the_fonts_are_there(guide: RunningGuide) -> None:
    assert guide.client.get("/sw.js").headers["content-type"].startswith("text/javascript")
    manifest = guide.client.get("/kiosk.webmanifest")
    assert manifest.headers["content-type"].startswith("application/manifest+json")
    fonts = guide.client.get("/fonts/fonts.json").json()
    for font in fonts:
        file = guide.client.get(f"/fonts/{font['file']}")
        assert (file.status_code, file.headers["content-type"]) == (200, "font/woff2")
        assert "immutable" in file.headers["cache-control"]
    assert len(fonts) == 14


def test_packs_are_those_of_the_facts_and_say_what_the_guide_says(guide: RunningGuide) -> None:
    compared = 0
    for form in FORMS:
        pack = guide.client.get(f"/pack/{form.code}.json").json()
        assert pack["form"]["code"] == form.code
        for topic in pack["topics"]:
            said = guide.ask(topic["button"], language=form.language, script=form.script)
            assert said.texts == topic["answer"]["messages"]
            assert said.answer["status"] == topic["answer"]["status"]
            assert said.answer["facts"] == topic["answer"]["facts"]
            assert said.answer["sources"] == topic["answer"]["sources"]
            compared += 1
    assert compared == 49
