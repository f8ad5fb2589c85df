"""The models of all languages: trained, and asked for the language a question is in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import spacy

from benchmarks.parsing import Parse, parse
from benchmarks.plan import Extent
from benchmarks.questions import Question
from benchmarks.rasa_command import train
from benchmarks.tokenised.project import JIEBA, SPACY_FOLDER, tokenised_files
from benchmarks.workspace import trained_once, workspace

NAME = "spaCy/jieba + DIET"


@dataclass(frozen=True)
class TokenisedModel:
    """One language's model.

    Attributes:
        language: Which.
        file: The model.
        folder: Its project.
    """

    language: str
    file: Path
    folder: Path

    def parses(self, texts: Sequence[str]) -> tuple[Parse, ...]:
        """What it understands."""
        return parse(self.file, self.folder, texts) if texts else ()


def tokenised_model(
    root: Path, place: Path, language: str, tokenizer: str, extent: Extent
) -> TokenisedModel:
    """Train one language's model, unless it is there.

    Args:
        root: Our project.
        place: Folder of the workspaces.
        language: Of the questions it learns from.
        tokenizer: See ``plan.yml``.
        extent: Which of them, and the epochs of DIET.
    """
    files = tokenised_files(root, language, tokenizer, extent)
    folder = workspace(place, f"tokenised-{language}", files)
    if tokenizer != JIEBA:
        spacy.blank(tokenizer).to_disk(folder / SPACY_FOLDER)
    arguments = ("nlu", "--nlu", "data/nlu")
    trained = trained_once(folder, lambda: train(f"{NAME} ({language})", folder, arguments))
    return TokenisedModel(language, trained.model, folder)


def parses_by_language(
    models: Sequence[TokenisedModel], questions: Sequence[Question]
) -> list[Parse]:
    """Every question understood by the model of the language it is labelled with, in order."""
    found: dict[int, Parse] = {}
    for model in models:
        places = [i for i, question in enumerate(questions) if question.language == model.language]
        parses = model.parses([questions[i].text for i in places])
        found.update(zip(places, parses, strict=True))
    return [found[i] for i in range(len(questions))]
