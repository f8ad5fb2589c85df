"""Which buttons a session may press: those every visitor has, and those its replies offered."""

from __future__ import annotations

from collections.abc import Iterable

from horgos.answers.topics import Topics
from horgos.channels.web.errors import ErrorCode, Refused
from horgos.channels.web.kept import Kept
from horgos.language.forms import Forms


def from_the_start(topics: Topics, forms: Forms) -> tuple[str, ...]:
    """Ids that may be pressed before anything was said: all topics, all written forms."""
    return (
        *(f"ask:{topic}" for topic in topics),
        "language",
        *(f"language:{form.code}" for form in forms),
    )


class Offered:
    """Remembers what each session was offered."""

    def __init__(self, always: tuple[str, ...], kept: Kept[set[str]]) -> None:
        self.always = always
        self._always = frozenset(always)
        self._kept = kept

    def offer(self, session: str, buttons: Iterable[str]) -> None:
        """Allow further buttons."""
        new = set(buttons) - self._always
        if new:
            self._kept.of(session).update(new)

    def require(self, session: str, button: str) -> None:
        """Go on when the button may be pressed.

        Raises:
            Refused: It was not offered.
        """
        if button not in self._always and button not in self._kept.of(session):
            raise Refused(ErrorCode.BUTTON_NOT_OFFERED)
