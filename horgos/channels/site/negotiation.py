"""What a browser asks for in its headers: the language, the encoding, a page or data."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from horgos.channels.site.content import ENCODINGS
from horgos.language.forms import Forms, WrittenForm
from horgos.language.tags import form_of_tag

_PART = re.compile(r"\s*([A-Za-z0-9*/+.-]+)\s*(?:;\s*q\s*=\s*([01](?:\.[0-9]{0,3})?)\s*)?")
_LONGEST = 1000
"""Characters of a header that are read; a browser sends a tenth of that."""


def form_for(accept_language: str, forms: Forms) -> WrittenForm:
    """The written form for somebody whose browser speaks these languages."""
    for tag in _by_preference(accept_language):
        form = form_of_tag(tag, forms)
        if form is not None:
            return form
    return forms.default


def encoding_for(accept_encoding: str, offered: Collection[str]) -> str | None:
    """The best compressed variant among those offered; None for the plain bytes."""
    accepted = set(_by_preference(accept_encoding.lower()))
    return next((e for e in ENCODINGS if e in offered and e in accepted), None)


def wants_a_page(accept: str) -> bool:
    """Whether a person looks at the response: browsers ask for HTML when they navigate."""
    return "text/html" in _by_preference(accept.lower())


def _by_preference(header: str) -> list[str]:
    """What a header lists, the most wanted first; what it refuses (q=0) is not among it."""
    return [value for _, value in sorted(_weighed(header), key=lambda pair: -pair[0])]


def _weighed(header: str) -> Iterator[tuple[float, str]]:
    for part in header[:_LONGEST].split(","):
        found = _PART.fullmatch(part)
        if found is None:
            continue
        weight = float(found[2]) if found[2] else 1.0
        if weight > 0:
            yield weight, found[1]
