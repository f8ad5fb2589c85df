"""What is said with every response: what the browser may do, how long it may keep it."""

from __future__ import annotations

import gzip

import brotli
import httpx
import pytest

from tests.channels.made_dist import FILES, SCRIPT

PAGES = ("/", "/kk", "/kk-arab", "/zh-hant", "/frame", "/kiosk")
PACK = "/pack/kk-Arab.json"
EVERYTHING = (*PAGES, PACK, "/nothing", *(f"/{name}" for name in FILES))
EVERYWHERE = {
    "cross-origin-opener-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}
FOR_ANY_SITE = tuple(
    f"/{n}" for n in FILES if n == "widget.js" or n.startswith(("assets/", "fonts/"))
)
KEPT = tuple(f"/{name}" for name in FILES if name.startswith(("assets/", "fonts/")))
TYPES = {
    "/": "text/html; charset=utf-8",
    "/widget.js": "text/javascript; charset=utf-8",
    "/sw.js": "text/javascript; charset=utf-8",
    "/kiosk.webmanifest": "application/manifest+json; charset=utf-8",
    "/icon.svg": "image/svg+xml",
    "/icon-192.png": "image/png",
    "/assets/chat-0a1b2c3d.css": "text/css; charset=utf-8",
    "/fonts/noto-0a1b2c3d.woff2": "font/woff2",
    PACK: "application/json; charset=utf-8",
}


def directives(response: httpx.Response) -> dict[str, str]:
    parts = response.headers["content-security-policy"].split("; ")
    return dict(part.split(" ", 1) for part in parts)


def test_every_response_is_strict(site: httpx.Client) -> None:
    checked = 0
    for path in EVERYTHING:
        found = site.get(path)
        for name, value in EVERYWHERE.items():
            assert found.headers[name] == value, path
            checked += 1
        policy = directives(found)
        assert policy.pop("frame-ancestors") == (
            "'self' https://zone.example http://localhost:8080" if path == "/frame" else "'none'"
        )
        assert policy == {
            "default-src": "'self'",
            "base-uri": "'none'",
            "form-action": "'self'",
            "object-src": "'none'",
        }
        checked += 1
        for feature in ("camera", "microphone", "geolocation", "payment", "usb"):
            assert f"{feature}=()" in found.headers["permissions-policy"].split(", ")
            checked += 1
    assert checked == 17 * 9


def test_only_what_the_widget_loads_is_for_any_site(site: httpx.Client) -> None:
    for path in EVERYTHING:
        headers = site.get(path, headers={"origin": "https://evil.example"}).headers
        for_any = path in (*FOR_ANY_SITE, PACK)
        assert headers.get("access-control-allow-origin") == ("*" if for_any else None), path
        policy = "cross-origin" if for_any else "same-origin"
        assert headers["cross-origin-resource-policy"] == policy, path
        assert "access-control-allow-credentials" not in headers
    assert len(FOR_ANY_SITE) == 5


def test_only_names_that_change_with_their_content_are_kept_for_good(site: httpx.Client) -> None:
    for path in EVERYTHING:
        kept = site.get(path).headers["cache-control"]
        if path == "/nothing":
            assert kept == "no-store"
        elif path in KEPT and not path.endswith(".json"):
            assert kept == "public, max-age=31536000, immutable"
        else:
            assert kept == "no-cache", path
    assert len(KEPT) == 4


@pytest.mark.parametrize("path", TYPES)
def test_media_types(path: str, site: httpx.Client) -> None:
    assert site.get(path).headers["content-type"] == TYPES[path]


def test_what_the_browser_has_is_not_sent_again(site: httpx.Client) -> None:
    asked = 0
    for path in (p for p in EVERYTHING if p != "/nothing"):
        first = site.get(path)
        tag = first.headers["etag"]
        for named in (tag, tag.removeprefix("W/"), f'"other", {tag}', "*"):
            again = site.get(path, headers={"if-none-match": named})
            assert (again.status_code, again.content) == (304, b"")
            assert again.headers["etag"] == tag
            assert again.headers["cache-control"] == first.headers["cache-control"]
            asked += 1
        assert site.get(path, headers={"if-none-match": '"other"'}).status_code == 200
    assert asked == 16 * 4
    assert site.get("/nothing", headers={"if-none-match": "*"}).status_code == 404


def test_pages_in_two_languages_have_two_tags(site: httpx.Client) -> None:
    tags = {site.get(path).headers["etag"] for path in ("/kk", "/ru", "/kk-arab", "/zh-hant")}
    assert len(tags) == 4


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip", "gzip"),
        ("gzip;q=1.0, br;q=0", "gzip"),
        ("GZIP", "gzip"),
        ("identity", None),
        ("", None),
        ("br;q=0, gzip;q=0", None),
        ("zstd", None),
    ],
)
def test_the_smallest_variant_that_the_browser_reads(
    accepted: str, encoding: str | None, site: httpx.Client
) -> None:
    with site.stream("GET", "/widget.js", headers={"accept-encoding": accepted}) as found:
        raw = b"".join(found.iter_raw())
    assert found.headers.get("content-encoding") == encoding
    assert found.headers["vary"] == "Accept-Encoding"
    plain = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[encoding]
    assert plain(raw) == SCRIPT


def test_pages_and_packs_are_compressed_as_they_are_made(site: httpx.Client) -> None:
    for path in (*PAGES, PACK):
        plain = site.get(path, headers={"accept-encoding": "identity"})
        packed = site.get(path, headers={"accept-encoding": "gzip"})
        assert packed.headers["content-encoding"] == "gzip"
        assert packed.content == plain.content
        assert "Accept-Encoding" in packed.headers["vary"]
    assert int(packed.headers["content-length"]) < len(plain.content) / 2


def test_what_was_not_compressed_is_sent_as_it_is(site: httpx.Client) -> None:
    found = site.get("/fonts/noto-0a1b2c3d.woff2", headers={"accept-encoding": "gzip, br"})
    assert "content-encoding" not in found.headers
    assert "vary" not in found.headers
