"""What deleting asks of a store of conversations, be it a file or a server."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

Values = Mapping[str, object]


class Database(Protocol):
    """A store with Rasa's table ``events``; values in SQL are named, as ``:sender``.

    Attributes:
        faults: What its methods may raise: it is locked, damaged, or cannot be reached.
    """

    faults: tuple[type[Exception], ...]

    def rows(self, query: str, values: Values) -> Sequence[tuple[Any, ...]]:
        """All rows of a query."""

    def change(self, statement: str, values: Sequence[Values]) -> list[int]:
        """How many rows a statement changed with each of these values; one transaction."""

    def give_back(self) -> None:
        """Give the space of deleted rows back to the machine."""

    def close(self) -> None:
        """Nothing more will be asked."""
