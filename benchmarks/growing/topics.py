"""The guide's understanding taught more and more topics."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.bench import Bench
from benchmarks.growing.project import grown_files
from benchmarks.growing.synthetic import MadeUp, made_up_questions, topic_names
from benchmarks.ours import guide_files
from benchmarks.parsing import Parse, load_seconds, parse
from benchmarks.rasa_command import train
from benchmarks.tables import Cell, Number, Row, Share, Table
from benchmarks.workspace import Trained, trained_once, workspace

_MIB = 2**20
_ENCODER = Path("models") / "encoder"
_NOTE = (
    "Made-up topics, {learnt} questions to learn and {asked} others asked in each of {languages} "
    "languages. Training: components and readings of the guide, the encoder already rebuilt. "
    "Loading and understanding are measured in a process of their own, without servers; most of "
    "the made-up words are unknown to the encoder, so that it is asked more often than by visitors."
)


@dataclass(frozen=True)
class _Grown:
    """A model of so many topics, and what it made of the questions kept back."""

    topics: int
    learnt: int
    trained: Trained
    load_seconds: float
    parses: tuple[Parse, ...]
    right: Share


def topics_table(bench: Bench) -> Table:
    """A column a number of topics."""
    grown = [_grown(bench, topics) for topics in bench.extent.topics]
    columns = [_values(one) for one in grown]
    rows = [Row(label, tuple(column[label] for column in columns)) for label in columns[0]]
    plan = bench.plan.made_up
    note = _NOTE.format(learnt=plan.learnt, asked=plan.asked, languages=len(bench.languages))
    headings = tuple(f"{one.topics} topics" for one in grown)
    return Table("Ours with more topics", headings, tuple(rows), note)


def _grown(bench: Bench, count: int) -> _Grown:
    plan = bench.plan.made_up
    questions = made_up_questions(topic_names(count), plan.learnt + plan.asked)
    learnt, asked = _parted(questions, plan.learnt, plan.learnt + plan.asked)
    folder = workspace(bench.place, f"topics{count}", grown_files(guide_files(bench.root), learnt))
    shutil.copytree(bench.ours.folder / _ENCODER, folder / _ENCODER, dirs_exist_ok=True)
    trained = trained_once(folder, lambda: _train(count, folder))
    parses = parse(trained.model, folder, [question.text for question in asked])
    right = Share.among(
        found.topics == (question.topic,) for found, question in zip(parses, asked, strict=True)
    )
    loading = load_seconds(trained.model, folder)
    return _Grown(count, len(learnt), trained, loading, parses, right)


def _parted(
    questions: Sequence[MadeUp], learnt: int, each: int
) -> tuple[list[MadeUp], list[MadeUp]]:
    """Of each topic in each language the first ones, and the others."""
    first = [question for i, question in enumerate(questions) if i % each < learnt]
    others = [question for i, question in enumerate(questions) if i % each >= learnt]
    return first, others


def _train(count: int, folder: Path) -> Trained:
    arguments = ("nlu", "--config", "config.yml", "--nlu", "data/nlu")
    return train(f"ours with {count} topics", folder, arguments, {"PYTHONPATH": str(folder)})


def _values(one: _Grown) -> dict[str, Cell]:
    took = [found.milliseconds for found in one.parses]
    return {
        "training questions": Number(one.learnt, 0),
        "training, s": Number(one.trained.seconds, 0),
        "model without encoder, MiB": Number(one.trained.model.stat().st_size / _MIB, 2),
        "loading, s": Number(one.load_seconds, 2),
        "understanding, p50, ms": Number(float(np.percentile(took, 50)), 1),
        "understanding, p95, ms": Number(float(np.percentile(took, 95)), 1),
        "questions kept back: right topic": one.right,
    }
