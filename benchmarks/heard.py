"""What a system replied to the questions and dialogues of a run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.asking import Reply


@dataclass(frozen=True)
class Heard:
    """A system's replies, in the order of the questions and of the dialogues' turns."""

    questions: Sequence[Reply]
    dialogues: Sequence[Sequence[Reply]]
