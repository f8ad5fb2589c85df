"""Bad days on demand: what is to happen to the next calls, or to a share of them."""

from __future__ import annotations

import random
from collections import Counter, defaultdict, deque
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from aiohttp import web

Trouble = TypeVar("Trouble")


@dataclass
class Troubles(Generic[Trouble]):
    """What happens to calls, one after the other.

    Attributes:
        happened: How often each trouble has.
    """

    happened: Counter[str] = field(default_factory=Counter)
    _next: deque[Trouble] = field(default_factory=deque)
    _next_to: dict[str, deque[Trouble]] = field(default_factory=lambda: defaultdict(deque))
    _share: float = 0.0
    _dice: random.Random = field(default_factory=random.Random)
    _choices: tuple[Trouble, ...] = ()

    def add(self, *troubles: Trouble) -> None:
        """What happens to the next calls."""
        self._next.extend(troubles)

    def add_to(self, person: str, *troubles: Trouble) -> None:
        """What happens to the next calls for somebody; what is still under way to others stays."""
        self._next_to[person].extend(troubles)

    def share(self, share: float, seed: int, *troubles: Trouble) -> None:
        """What happens to a share of all calls from now on, by the dice."""
        self._share, self._dice, self._choices = share, random.Random(seed), troubles

    def draw(self, person: str = "") -> Trouble | None:
        """What happens to this call, which may be for somebody; None for nothing."""
        if waiting := self._next_to[person] or self._next:
            trouble = waiting.popleft()
        elif self._dice.random() < self._share:
            trouble = self._dice.choice(self._choices)
        else:
            return None
        self.happened[str(trouble)] += 1
        return trouble


def cut(request: web.Request) -> web.Response:
    """The connection breaks."""
    assert request.transport is not None
    request.transport.abort()
    return web.Response()
