"""What a part of the measurements comes to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.pictures.picture import Picture
from benchmarks.tables import Table


@dataclass(frozen=True)
class Outcome:
    """Tables to be shown and kept, and pictures of the same."""

    tables: Sequence[Table]
    pictures: Sequence[Picture] = ()
