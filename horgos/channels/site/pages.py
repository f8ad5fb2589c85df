"""The HTML pages in every written form, with the words that a page has before its script runs."""

from __future__ import annotations

from collections.abc import Mapping

from horgos.channels.site import headers
from horgos.channels.site.content import Content, etag_of, gzipped
from horgos.channels.site.dist import Dist, NoBuild
from horgos.channels.site.settings import SiteSettings
from horgos.channels.site.template import UnknownPlace, fill
from horgos.interface import Interface
from horgos.language.forms import Forms, WrittenForm

FRAME = "frame"
_OPEN, _CLOSED = "yes", "no"

Pages = Mapping[tuple[str, str, bool], Content]
"""Pages by name, code of the written form, and whether the chat is open from the start."""


def make_pages(dist: Dist, interface: Interface, forms: Forms, settings: SiteSettings) -> Pages:
    """Every page in every form.

    Raises:
        NoBuild: A page has a place for a word that there is not.
    """
    made: dict[tuple[str, str, bool], Content] = {}
    for name, page in dist.pages.items():
        ancestors = headers.ancestors(settings.frame_ancestors)
        strict = headers.strict(ancestors if name == FRAME else headers.NOBODY)
        for form in forms:
            for is_open in (True, False):
                words = {
                    **interface[form.code].words,
                    "lang": form.code,
                    "dir": form.direction,
                    "open": _OPEN if is_open else _CLOSED,
                    "address": settings.public_address,
                }
                try:
                    text = fill(page, words)
                except UnknownPlace as fault:
                    raise NoBuild(f"web/pages/{name}.html: {fault}; mend it.") from None
                made[name, form.code, is_open] = _content(text, form, strict)
    return made


def _content(text: str, form: WrittenForm, strict: Mapping[str, str]) -> Content:
    body = text.encode()
    return Content(
        body=body,
        media_type="text/html; charset=utf-8",
        headers={
            **strict,
            **headers.FOR_OUR_PAGES,
            "Cache-Control": headers.ASKED_AGAIN,
            "Content-Language": form.code,
        },
        etag=etag_of(body),
        compressed={"gzip": gzipped(body)},
    )
