"""Numbered choices where an app has no buttons: the number of the last list presses."""

from __future__ import annotations

import unicodedata
from collections import OrderedDict
from collections.abc import Sequence

from horgos.answers.answer import Button

_PEOPLE = 20_000
_MOST_DIGITS = 2


class Choices:
    """The last list each person was shown; those longest unused are forgotten."""

    def __init__(self, people: int = _PEOPLE) -> None:
        """Set how many people are remembered at most."""
        self._people = people
        self._last: OrderedDict[str, tuple[str, ...]] = OrderedDict()

    def show(self, sender: str, buttons: Sequence[Button]) -> tuple[str, ...]:
        """The lines of a list, and remember it."""
        self._last[sender] = tuple(button.payload for button in buttons)
        self._last.move_to_end(sender)
        while len(self._last) > self._people:
            self._last.popitem(last=False)
        return tuple(f"{number}. {b.title}" for number, b in enumerate(buttons, start=1))

    def pressed(self, sender: str, text: str) -> str | None:
        """The id of the choice a text names: "2", "２", "2." or "(2)"; None when it names none."""
        digits = unicodedata.normalize("NFKC", text).strip(" .,;:()[]、。\n")
        if not (digits.isdecimal() and len(digits) <= _MOST_DIGITS):
            return None
        shown = self._last.get(sender, ())
        return shown[int(digits) - 1] if 1 <= int(digits) <= len(shown) else None

    def forget(self, sender: str) -> None:
        """Somebody left."""
        self._last.pop(sender, None)
