"""What visitors send on an ordinary day: buttons, questions asked before, and new ones."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

KINDS = 3
"""A mix has so many messages for every new text."""


def realistic_mix(texts: Sequence[str], buttons: Sequence[str], seed: int) -> list[str]:
    """A third buttons, a third texts sent before, a third new texts, in random order.

    Args:
        texts: All different; the new ones, each once.
        buttons: Payloads, of which any may be pressed.
        seed: Makes the order the same each time.
    """
    chance = random.Random(seed)
    kinds = list(range(KINDS)) * len(texts)
    chance.shuffle(kinds)
    return list(_messages(kinds, texts, buttons, chance))


def _messages(
    kinds: Sequence[int], texts: Sequence[str], buttons: Sequence[str], chance: random.Random
) -> Iterator[str]:
    """Of each kind as many as of new texts; what cannot be repeated yet waits for the first one."""
    sent: list[str] = []
    owed = 0
    new = iter(texts)
    for kind in kinds:
        if kind == 0:
            yield chance.choice(buttons)
        elif kind == 1:
            sent.append(next(new))
            yield sent[-1]
            for _ in range(owed):
                yield sent[-1]
            owed = 0
        elif sent:
            yield chance.choice(sent)
        else:
            owed += 1
