"""Packs as they are served: made from the facts of the moment, compressed once a version."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from horgos.answers.guide import Guide
from horgos.channels.site import headers
from horgos.channels.site.content import Content, gzipped
from horgos.facts.model import Facts
from horgos.interface import Interface, pack
from horgos.language.forms import WrittenForm

FRESH_FOR = timedelta(minutes=1)
"""How long a pack is taken as it is; a saved edit of the facts shows at once all the same."""


@dataclass(frozen=True)
class _Made:
    """A pack that was made, with what it was made from."""

    content: Content
    facts: Facts
    at: datetime


class PackShelf:
    """Makes packs, and keeps the last one of each written form."""

    def __init__(
        self, interface: Interface, guide: Guide, facts: Callable[[], Facts],
        now: Callable[[], datetime],
    ) -> None:  # fmt: skip
        self._interface = interface
        self._guide = guide
        self._facts = facts
        self._now = now
        self._kept: dict[str, _Made] = {}

    def content(self, form: WrittenForm) -> Content:
        """The pack of a form as it is now."""
        facts, now = self._facts(), self._now()
        kept = self._kept.get(form.code)
        if kept is None or kept.facts is not facts or now - kept.at >= FRESH_FOR:
            kept = _Made(self._make(form, facts, now), facts, now)
            self._kept[form.code] = kept
        return kept.content

    def _make(self, form: WrittenForm, facts: Facts, now: datetime) -> Content:
        made = pack(form, self._interface, self._guide, facts, now)
        # With the day in it, a tablet that is online never shows yesterday's date.
        etag = f'W/"{made.version}-{now:%Y%m%d}"'
        kept = self._kept.get(form.code)
        if kept is not None and kept.content.etag == etag:
            return kept.content
        body = json.dumps(made.as_json(), ensure_ascii=False).encode()
        return Content(
            body=body,
            media_type="application/json; charset=utf-8",
            headers={
                **headers.strict(),
                **headers.FOR_ANY_SITE,
                "Cache-Control": headers.ASKED_AGAIN,
            },
            etag=etag,
            compressed={"gzip": gzipped(body)},
        )
