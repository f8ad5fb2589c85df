"""What every part of the measurements shares."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from benchmarks.ours import our_system, taught_fewer
from benchmarks.outcome import Outcome
from benchmarks.plan import Extent, Plan
from benchmarks.questions import Dialogue, Question, read_dialogues, read_questions
from benchmarks.stock.system import stock_system
from benchmarks.system import System
from benchmarks.tokenised.models import TokenisedModel, tokenised_model
from horgos.language.forms import load_forms


@dataclass(frozen=True)
class Bench:
    """One run.

    Attributes:
        root: The project.
        place: Folder of the systems' files.
        plan: What is measured.
        extent: How much of it.
    """

    root: Path
    place: Path
    plan: Plan
    extent: Extent

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """Of the guide."""
        return tuple(sorted(load_forms(self.root / "languages.yml").languages))

    @cached_property
    def questions(self) -> list[Question]:
        """The questions asked in this run."""
        return read_questions(self.languages, self.extent.every)

    @cached_property
    def dialogues(self) -> list[Dialogue]:
        """The dialogues held in this run."""
        return read_dialogues(self.languages, self.extent.every)

    @cached_property
    def ours(self) -> System:
        """The guide, trained."""
        return our_system(self.root, self.place)

    @cached_property
    def systems(self) -> tuple[System, ...]:
        """The systems that answer over REST, trained; ours first."""
        return (self.ours, stock_system(self.root, self.place, self.extent))

    @cached_property
    def understanding(self) -> tuple[System, ...]:
        """The same, and the guide taught no more than the baselines where that is not all."""
        if self.extent.learnt == 1:
            return self.systems
        fewer = taught_fewer(self.root, self.place, self.extent.learnt)
        return (self.ours, fewer, *self.systems[1:])

    @cached_property
    def tokenised(self) -> tuple[TokenisedModel, ...]:
        """The models of one language each, trained."""
        return tuple(
            tokenised_model(self.root, self.place, language, tokenizer, self.extent)
            for language, tokenizer in self.plan.tokenizers.items()
        )


Part = Callable[[Bench], Outcome]
