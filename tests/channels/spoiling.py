"""Bodies that are almost right: values changed or dropped, for the fuzzing of webhooks."""

from __future__ import annotations

import copy
import random
from collections.abc import Sequence
from typing import Any


def spoilt(body: dict[str, Any], strange: Sequence[Any], dice: random.Random) -> dict[str, Any]:
    """The body with one to three values dropped or replaced by strange ones."""
    body = copy.deepcopy(body)
    for _ in range(dice.randrange(1, 4)):
        places = _places(body)
        if not places:
            break
        container, key = dice.choice(places)
        if dice.random() < 0.3:
            del container[key]
        else:
            container[key] = copy.deepcopy(dice.choice(strange))
    return body


def _places(value: Any) -> list[tuple[Any, Any]]:
    """Every container in it with every key."""
    if isinstance(value, dict):
        keys: list[Any] = list(value)
    elif isinstance(value, list):
        keys = list(range(len(value)))
    else:
        return []
    return [(value, key) for key in keys] + [p for key in keys for p in _places(value[key])]
