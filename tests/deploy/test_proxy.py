"""The example proxy opens what is for the world, and nothing else, by nginx's own rules."""

from __future__ import annotations

import re

import pytest

from horgos.channels.telegram.channel import MAX_BODY as TELEGRAM_BODY
from horgos.channels.wechat.door import MAX_BODY as WECHAT_BODY
from horgos.channels.whatsapp.door import MAX_BODY as WHATSAPP_BODY
from horgos.language.forms import Forms
from tests.running import ROOT

EXAMPLE = (ROOT / "deploy" / "proxy" / "nginx.conf.example").read_text(encoding="utf-8")
_LOCATION = re.compile(r"^\s*location\s+(?:(=|~)\s+)?(\S+)\s*\{", re.MULTILINE)

CLOSED = (
    "/webhooks/rest/webhook",
    "/webhooks/rest/",
    "/webhooks/",
    "/webhooks/telegram/",
    "/webhooks/telegram/webhook/x",
    "/webhooks/telegram/set_webhook",
    "/webhooks/operator/",
    "/health",
    "/status.json",
    "/model/parse",
    "/conversations/x/tracker",
    "/.env",
    "/kk/x",
)
OPEN = (
    "/",
    "/frame",
    "/kiosk",
    "/widget.js",
    "/sw.js",
    "/kiosk.webmanifest",
    "/pack/kk-Arab.json",
    "/webhooks/web/session",
    "/webhooks/web/message",
    "/webhooks/web/ping",
    "/webhooks/telegram/webhook",
    "/webhooks/wechat/webhook",
    "/webhooks/whatsapp/webhook",
)


def _is_open(path: str) -> bool:
    """Whether the location that nginx chooses passes on to the guide.

    An exact one first, else the first pattern that matches, else the longest prefix
    (nginx.org/en/docs/http/ngx_http_core_module.html#location).
    """
    starts = list(_LOCATION.finditer(EXAMPLE))
    ends = [match.start() for match in starts[1:]] + [len(EXAMPLE)]
    found = [
        (match[1] or "", match[2], "proxy_pass" in EXAMPLE[match.end() : end])
        for match, end in zip(starts, ends, strict=True)
    ]
    exact = [passes for kind, place, passes in found if kind == "=" and place == path]
    patterns = [passes for kind, place, passes in found if kind == "~" and re.search(place, path)]
    prefixes = [
        (len(place), passes)
        for kind, place, passes in found
        if kind == "" and path.startswith(place)
    ]
    return next(iter([*exact, *patterns]), max(prefixes)[1])


@pytest.mark.parametrize("path", OPEN)
def test_what_is_for_the_world_is_open(path: str) -> None:
    assert _is_open(path)


@pytest.mark.parametrize("path", CLOSED)
def test_everything_else_is_closed(path: str) -> None:
    assert not _is_open(path)


def test_every_file_and_every_form_of_the_pages_is_open(forms: Forms) -> None:
    public = ROOT / "web" / "public"
    files = [f"/{path.relative_to(public)}" for path in public.rglob("*") if path.is_file()]
    pages = [f"/{language}" for language in forms.languages]
    pages += [f"/{form.code.lower()}" for form in forms]
    assert len(files) > 20 and len(pages) == 11
    assert [path for path in [*files, *pages] if not _is_open(path)] == []


_SIZE = re.compile(r"client_max_body_size\s+(\d+)m;")


def test_bodies_that_a_platform_may_bring_are_let_through() -> None:
    """Refused by the proxy they would never be counted, and be brought again for days."""
    taken = {"telegram": TELEGRAM_BODY, "wechat": WECHAT_BODY, "whatsapp": WHATSAPP_BODY}
    everywhere = _SIZE.search(EXAMPLE.partition("location")[0])
    assert everywhere is not None
    for name, largest in taken.items():
        block = EXAMPLE.partition(f"location = /webhooks/{name}/webhook {{")[2].partition(
            "\n    }"
        )[0]
        allowed = _SIZE.search(block) or everywhere
        assert int(allowed[1]) * 1024 * 1024 > largest, name
