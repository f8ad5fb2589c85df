"""The written form each person was last answered in, for what the guide is not asked."""

from __future__ import annotations

from collections import OrderedDict

from horgos.language.forms import WrittenForm

_PEOPLE = 20_000


class LastForms:
    """Remembers the form of recent people; those longest silent are forgotten."""

    def __init__(self, usual: WrittenForm, people: int = _PEOPLE) -> None:
        """Set the form for people not answered yet, and how many are remembered."""
        self._usual, self._people = usual, people
        self._last: OrderedDict[str, WrittenForm] = OrderedDict()

    def note(self, sender: str, form: WrittenForm) -> None:
        """Somebody was answered in a form."""
        self._last[sender] = form
        self._last.move_to_end(sender)
        while len(self._last) > self._people:
            self._last.popitem(last=False)

    def of(self, sender: str, hint: WrittenForm | None = None) -> WrittenForm:
        """The form of somebody's last answer; the hint for those not answered yet."""
        return self._last.get(sender) or hint or self._usual

    def forget(self, sender: str) -> None:
        """Somebody left."""
        self._last.pop(sender, None)
