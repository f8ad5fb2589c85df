"""Part 3: how fast and how large the systems are, over REST with their action servers."""

from __future__ import annotations

import random
from dataclasses import dataclass

import numpy as np

from benchmarks import ours
from benchmarks.bench import Bench
from benchmarks.load import Load, put_load
from benchmarks.memory import resident_bytes
from benchmarks.system import System, serving
from benchmarks.tables import Cell, Number, Row, Table

_MIB = 2**20
_SEED = 7
_NOTE = (
    "Same questions in the same order; the client runs on the same cores. Start: from the start of "
    "the processes to the first sensible reply. Training: {training}. Memory: resident, all "
    "processes, after the load. Model: the files that answer, for ours with the encoder's."
)
_TRAINING = "ours from nothing, its encoder rebuilt; stock with {epochs} epochs"


@dataclass(frozen=True)
class Measured:
    """One system under load.

    Attributes:
        system: Which.
        start_seconds: Until its first sensible reply.
        alone: One visitor at a time.
        together: Many.
        resident: Memory of all its processes after that, in bytes.
    """

    system: System
    start_seconds: float
    alone: Load
    together: Load
    resident: int


def measure(bench: Bench) -> list[Table]:
    """Put the same load on each system, one after the other."""
    texts = [question.text for question in bench.questions]
    random.Random(_SEED).shuffle(texts)
    measured = [_measured(bench, system, texts) for system in bench.systems]
    training = _TRAINING.format(epochs=bench.extent.epochs)
    targets = {"start, s": bench.plan.targets["start_seconds"]}
    columns = {one.system.name: _values(one, bench) for one in measured}
    rows = [
        Row(label, (*(column[label] for column in columns.values()), targets.get(label)))
        for label in columns[ours.NAME]
    ]
    title = f"Speed and size ({len(texts)} questions)"
    return [Table(title, (*columns, "target"), tuple(rows), _NOTE.format(training=training))]


def _measured(bench: Bench, system: System, texts: list[str]) -> Measured:
    speed = bench.plan.speed
    with serving(system, bench.plan.start) as served:
        put_load(system.url, texts[: speed.warm_up_questions], 1, speed.questions_per_visitor)
        alone = put_load(system.url, texts, 1, speed.questions_per_visitor)
        together = put_load(system.url, texts, speed.visitors_at_once, speed.questions_per_visitor)
        return Measured(system, served.start_seconds, alone, together, resident_bytes())


def _values(one: Measured, bench: Bench) -> dict[str, Cell]:
    alone = np.percentile(one.alone.milliseconds, [50, 95, 99])
    crowd = f"{bench.plan.speed.visitors_at_once} visitors at once"
    return {
        "one visitor: p50, ms": Number(alone[0], 1),
        "one visitor: p95, ms": Number(alone[1], 1),
        "one visitor: p99, ms": Number(alone[2], 1),
        f"{crowd}: messages a second": Number(one.together.per_second, 1),
        f"{crowd}: p95, ms": Number(float(np.percentile(one.together.milliseconds, 95)), 0),
        "messages without reply": Number(one.alone.failures + one.together.failures, 0),
        "start, s": Number(one.start_seconds, 1),
        "training, s": Number(one.system.training_seconds, 0),
        "memory, MiB": Number(one.resident / _MIB, 0),
        "model, MiB": Number(one.system.model_bytes / _MIB, 1),
    }
