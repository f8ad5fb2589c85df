"""What is said where there is nothing: a small page for a person, JSON for a program."""

from __future__ import annotations

import json
from pathlib import Path

from horgos.channels.site import headers
from horgos.channels.site.content import Content, etag_of
from horgos.channels.site.template import fill
from horgos.interface import Wording
from horgos.language.forms import WrittenForm

_PAGE = (Path(__file__).parent / "plain.html").read_text(encoding="utf-8")


def page(error: str, form: WrittenForm, wording: Wording) -> Content:
    """A page with the sentence of an error code and the way back."""
    words = {
        "lang": form.code,
        "dir": form.direction,
        "title": wording.words["page_title"],
        "message": wording.errors[error],
        "home": f"/{form.code.lower()}",
    }
    more = {"Content-Language": form.code}
    return _content(fill(_PAGE, words).encode(), "text/html; charset=utf-8", more)


def data(error: str, message: str) -> Content:
    """The web channel's shape of an error; the message is for developers."""
    body = json.dumps({"error": {"code": error, "message": message}}).encode()
    return _content(body, "application/json", {})


def plain_text(message: str) -> Content:
    """A sentence for whoever runs the guide."""
    return _content(f"{message}\n".encode(), "text/plain; charset=utf-8", {})


def _content(body: bytes, media_type: str, more: dict[str, str]) -> Content:
    said = {**headers.strict(), **headers.FOR_OUR_PAGES, "Cache-Control": "no-store", **more}
    return Content(body, media_type, said, etag_of(body))
