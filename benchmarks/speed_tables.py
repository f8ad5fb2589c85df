"""The tables of speed: what was measured, and ours beside stock Rasa as ratios."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from benchmarks import ours
from benchmarks.bench import Bench
from benchmarks.load import Load
from benchmarks.system import System
from benchmarks.tables import Cell, Number, Row, Table

_MIB = 2**20
_NOTE = (
    "Same questions in the same order; the client runs on the same cores. Each load meets a system "
    "freshly started: no text of it was sent before, save those the mix repeats. Start: from the "
    "start of the processes to the first sensible reply, the first of three. Training: {training}. "
    "Memory: resident, all processes, after the load of many visitors. Model: the files that "
    "answer, for ours with the encoder's."
)
_TRAINING = "ours from nothing, its encoder rebuilt; stock with {epochs} epochs"
_RATIO_NOTE = (
    "Ours divided by stock Rasa. All different: no text twice. The mix: a third buttons, a third "
    "texts sent before in the run, a third new."
)


@dataclass(frozen=True)
class Measured:
    """One system under load.

    Attributes:
        system: Which.
        start_seconds: Until its first sensible reply.
        alone: One visitor at a time, all texts different.
        together: Many visitors, all texts different.
        mixed: Many visitors, the realistic mix.
        resident: Memory of all its processes after the second load, in bytes.
    """

    system: System
    start_seconds: float
    alone: Load
    together: Load
    mixed: Load
    resident: int

    def waited(self, percent: int) -> float:
        """A percentile of the milliseconds of one visitor."""
        return float(np.percentile(self.alone.milliseconds, percent))


def values_table(measured: Sequence[Measured], bench: Bench) -> Table:
    """A column a system."""
    columns = {one.system.name: _values(one, bench.plan.speed.visitors_at_once) for one in measured}
    targets = {"start, s": bench.plan.targets["start_seconds"]}
    rows = [
        Row(label, (*(column[label] for column in columns.values()), targets.get(label)))
        for label in columns[ours.NAME]
    ]
    count = len(measured[0].alone.milliseconds) + measured[0].alone.failures
    note = _NOTE.format(training=_TRAINING.format(epochs=bench.extent.epochs))
    return Table(f"Speed and size ({count} questions)", (*columns, "target"), tuple(rows), note)


def ratio_table(mine: Measured, stock: Measured, targets: Mapping[str, str]) -> Table:
    """Each row a comparison with its bar."""
    ratios = {
        "all different, one visitor: p50": (mine.waited(50), stock.waited(50), "p50"),
        "all different, one visitor: p95": (mine.waited(95), stock.waited(95), "p95"),
        "all different, many visitors: messages a second": (
            mine.together.per_second,
            stock.together.per_second,
            "throughput",
        ),
        "the mix, many visitors: messages a second": (
            mine.mixed.per_second,
            stock.mixed.per_second,
            "mixed_throughput",
        ),
        "memory": (mine.resident, stock.resident, "memory"),
        "start": (mine.start_seconds, stock.start_seconds, "start"),
    }
    rows = [
        Row(label, (Number(ours_is / stock_is, 2), targets[f"ratio_of_{target}"]))
        for label, (ours_is, stock_is, target) in ratios.items()
    ]
    return Table("Ours beside stock Rasa", ("ours / stock", "target"), tuple(rows), _RATIO_NOTE)


def _values(one: Measured, visitors: int) -> dict[str, Cell]:
    crowd = f"{visitors} visitors at once"
    return {
        "one visitor: p50, ms": Number(one.waited(50), 1),
        "one visitor: p95, ms": Number(one.waited(95), 1),
        "one visitor: p99, ms": Number(one.waited(99), 1),
        f"{crowd}: messages a second": Number(one.together.per_second, 1),
        f"{crowd}: p95, ms": Number(float(np.percentile(one.together.milliseconds, 95)), 0),
        f"the mix, {crowd}: messages a second": Number(one.mixed.per_second, 1),
        "messages without reply": Number(
            sum(load.failures for load in (one.alone, one.together, one.mixed)), 0
        ),
        "start, s": Number(one.start_seconds, 1),
        "training, s": Number(one.system.training_seconds, 0),
        "memory, MiB": Number(one.resident / _MIB, 0),
        "model, MiB": Number(one.system.model_bytes / _MIB, 1),
    }
