"""What is at which address, in which language, and what is at none."""

from __future__ import annotations

import re
import socket
from pathlib import Path

import httpx
import pytest

from horgos.channels.health import HealthChannel
from horgos.channels.site import SiteChannel
from horgos.channels.site.settings import SiteSettings
from tests.channels.made_dist import FILES, make_dist
from tests.channels.serving import serving

LANGUAGE_PAGES = {
    "/kk": "kk-Cyrl", "/ru": "ru-Cyrl", "/zh": "zh-Hans", "/en": "en-Latn",
    "/kk-cyrl": "kk-Cyrl", "/kk-arab": "kk-Arab", "/kk-latn": "kk-Latn", "/ru-cyrl": "ru-Cyrl",
    "/zh-hans": "zh-Hans", "/zh-hant": "zh-Hant", "/en-latn": "en-Latn",
    # As a phone's keyboard or a careless hand writes them
    "/Kk": "kk-Cyrl", "/ZH-Hant": "zh-Hant", "/ru/": "ru-Cyrl",
}  # fmt: skip
ACCEPTED = {
    "kk": "kk-Cyrl", "kk-KZ,ru;q=0.9": "kk-Cyrl", "kk-CN": "kk-Arab", "kk-Arab": "kk-Arab",
    "kk-Latn-KZ": "kk-Latn", "ru-RU,ru;q=0.9,en;q=0.8": "ru-Cyrl", "zh-CN,zh;q=0.9": "zh-Hans",
    "zh": "zh-Hans", "zh-HK": "zh-Hant", "zh-TW,zh;q=0.9": "zh-Hant", "zh-MO": "zh-Hant",
    "zh-SG": "zh-Hans", "zh-Hant-CN": "zh-Hant", "ZH-hk": "zh-Hant", "en-GB": "en-Latn",
    "de-DE,de;q=0.9,ru;q=0.5": "ru-Cyrl", "en;q=0.2, kk;q=0.7": "kk-Cyrl",
    "ru;q=0, zh;q=0.1": "zh-Hans", "de": "en-Latn", "": "en-Latn", "*": "en-Latn",
    "ru;q=x,;;,zh": "zh-Hans", "ru-Arab": "ru-Cyrl",
}  # fmt: skip


def lang(page: httpx.Response) -> str:
    assert page.status_code == 200
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    found = re.search(r'<html lang="([A-Za-z-]+)" dir="(ltr|rtl)">', page.text)
    assert found is not None
    assert found[2] == ("rtl" if found[1] == "kk-Arab" else "ltr")
    assert page.headers["content-language"] == found[1]
    assert f"<title>page_title ({found[1][:2]})</title>" in page.text or "-" in found[1]
    return found[1]


@pytest.mark.parametrize("path", LANGUAGE_PAGES)
def test_a_language_has_its_page_with_the_chat_open(path: str, site: httpx.Client) -> None:
    page = site.get(path, headers={"accept-language": "en"})
    assert lang(page) == LANGUAGE_PAGES[path]
    assert '<meta name="horgos-open" content="yes">' in page.text
    assert "vary" not in page.headers or "Language" not in page.headers["vary"]


@pytest.mark.parametrize("accepted", ACCEPTED)
def test_the_first_page_is_in_the_browser_s_language(accepted: str, site: httpx.Client) -> None:
    page = site.get("/", headers={"accept-language": accepted})
    assert lang(page) == ACCEPTED[accepted]
    assert '<meta name="horgos-open" content="no">' in page.text
    assert page.headers["vary"] == "Accept-Language, Accept-Encoding"


def test_there_are_enough_cases() -> None:
    assert (len(LANGUAGE_PAGES), len(ACCEPTED)) == (14, 23)


@pytest.mark.parametrize(("path", "page"), [("/frame", "frame"), ("/kiosk", "kiosk")])
def test_the_other_pages_take_the_form_they_are_asked_for(
    path: str, page: str, site: httpx.Client
) -> None:
    for query, form in (("?form=kk-Arab", "kk-Arab"), ("?form=xx", "ru-Cyrl"), ("", "ru-Cyrl")):
        found = site.get(f"{path}{query}", headers={"accept-language": "ru"})
        assert lang(found) == form
        assert f"<p>{page}: " in found.text
        assert '<meta name="horgos-address" content="https://guide.example">' in found.text


@pytest.mark.parametrize("name", FILES)
def test_files_come_as_they_were_built(name: str, site: httpx.Client) -> None:
    found = site.get(f"/{name}", headers={"accept-encoding": "identity"})
    assert found.status_code == 200
    assert found.content == FILES[name]


@pytest.mark.parametrize(
    "path",
    [
        "/nothing", "/kk/nothing", "/de", "/kk-Thai", "/.built", "/notes.md", "/index.html",
        "/frame.html", "/widget.js.gz", "/assets", "/assets/", "/pack", "/pack/kk-Arab",
        "/pack/de.json", "/pack/.json", "/pack/kk-arab.json", "/pack/kk-Arab.json/x",
    ],
)  # fmt: skip
def test_nothing_else_is_there(path: str, site: httpx.Client) -> None:
    for accept, media_type in (
        ("text/html,*/*;q=0.8", "text/html; charset=utf-8"),
        ("*/*", "application/json"),
    ):
        found = site.get(path, headers={"accept": accept, "accept-language": "kk-CN"})
        assert found.status_code == 404
        assert found.headers["content-type"] == media_type
        assert found.headers["cache-control"] == "no-store"
        if media_type == "application/json":
            assert found.json()["error"]["code"] == "not_found"
        else:
            assert '<html lang="kk-Arab" dir="rtl">' in found.text
            assert '<a href="/kk-arab">' in found.text


HOSTILE = [
    "/../pyproject.toml", "/../../../../etc/passwd", "/assets/../../dist/.built",
    "/assets/..%2f..%2f.built", "/%2e%2e/%2e%2e/etc/passwd", "/..\\..\\etc\\passwd",
    "/assets/%00", "//etc/passwd", "/assets//../.built", "/./.built", "/%2ebuilt",
    "/pack/../.built", "/pack/%2e%2e%2fkk-Arab.json", "/kk%2farab", "/%ff%fe", "/assets/*",
]  # fmt: skip


def raw_status(site: httpx.Client, path: str) -> int:
    """Ask without a client that tidies the path first."""
    with socket.create_connection((site.base_url.host, site.base_url.port or 80), 5) as line:
        line.sendall(f"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
        answer = b"".join(iter(lambda: line.recv(65536), b""))
    assert b"root:" not in answer
    assert b"fingerprint" not in answer
    return int(answer.split(b" ", 2)[1])


@pytest.mark.parametrize("path", HOSTILE)
def test_no_path_leads_out_of_the_build(path: str, site: httpx.Client) -> None:
    assert raw_status(site, path) in (400, 404)


def test_a_known_path_is_found_by_the_raw_client_too(site: httpx.Client) -> None:
    assert raw_status(site, "/widget.js") == 200
    assert len(HOSTILE) == 16


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_pages_are_only_read(method: str, site: httpx.Client) -> None:
    for path in ("/", "/kk", "/frame", "/kiosk", "/widget.js", "/pack/kk-Arab.json"):
        found = site.request(method, path)
        assert (found.status_code, found.headers["allow"]) == (405, "GET, HEAD")
        assert found.json()["error"]["code"] == "method_not_allowed"
    found = site.request(method, "/nothing")
    assert (found.status_code, found.json()["error"]["code"]) == (404, "not_found")


def test_head_says_the_same_without_the_body(site: httpx.Client) -> None:
    compared = 0
    for path in ("/", "/kk", "/frame", "/kiosk", "/nothing", "/pack/en-Latn.json",
                 *(f"/{name}" for name in FILES)):  # fmt: skip
        told, whole = site.head(path), site.get(path)
        assert told.status_code == whole.status_code
        assert told.content == b""
        same = {k: v for k, v in whole.headers.items() if k not in ("date", "keep-alive")}
        assert {k: told.headers.get(k) for k in same} == same
        compared += 1
    assert compared == 6 + len(FILES)


def test_without_a_build_pages_say_what_to_run_and_health_goes_on(
    tmp_path: Path, words: Path
) -> None:
    channel = SiteChannel(SiteSettings(), tmp_path / "none", words)
    with serving(channel) as site:
        for path in ("/", "/kk", "/zh-hant", "/frame", "/kiosk"):
            found = site.get(path)
            assert found.status_code == 503
            assert "`make run`" in found.text
            assert "`horgos web build`" in found.text
        assert site.get("/widget.js").status_code == 404
        assert site.get("/pack/ru-Cyrl.json").json()["form"]["code"] == "ru-Cyrl"
    assert HealthChannel.name() == "health"


def test_a_page_that_asks_for_a_word_there_is_not_is_no_build(tmp_path: Path, words: Path) -> None:
    dist = make_dist(tmp_path / "dist")
    (dist / "kiosk.html").write_text("{{ page_titel }}")
    with serving(SiteChannel(SiteSettings(), dist, words)) as site:
        found = site.get("/kiosk")
    assert found.status_code == 503
    assert "kiosk.html: {{ page_titel }} is no word of a page" in found.text
