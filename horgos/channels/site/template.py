"""Pages with places to fill in: ``{{name}}``, in text and in quoted attributes."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

_PLACE = re.compile(r"\{\{\s*([A-Za-z_]+)\s*\}\}")


class UnknownPlace(ValueError):
    """A page asks for a word that there is not; its text names it."""


def fill(page: str, words: Mapping[str, str]) -> str:
    """The page with every place filled; what is filled in is text, never HTML.

    Raises:
        UnknownPlace: A place has no word.
    """

    def word(place: re.Match[str]) -> str:
        try:
            return html.escape(words[place[1]])
        except KeyError:
            raise UnknownPlace(f"{place[0]} is no word of a page") from None

    return _PLACE.sub(word, page)
