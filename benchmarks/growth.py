"""Part 4: what a message costs in a conversation that grows long."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import cycle, islice

import numpy as np

from benchmarks.asking import converse
from benchmarks.bench import Bench
from benchmarks.system import System, serving
from benchmarks.tables import Number, Row, Table


def measure(bench: Bench) -> list[Table]:
    """Hold the same long conversations with each system."""
    growth, every = bench.plan.growth, bench.extent.every
    turns = [turn // every for turn in growth.turns]
    columns = {system.name: _medians(bench, system, turns) for system in bench.systems}
    rows = [
        Row(f"turn {turn}", tuple(Number(column[i], 1) for column in columns.values()))
        for i, turn in enumerate(turns)
    ]
    note = (
        f"Median of {growth.conversations} conversations, of the {growth.window} messages up to "
        "that turn."
    )
    return [Table("Long conversations: ms a message", tuple(columns), tuple(rows), note)]


def _medians(bench: Bench, system: System, turns: Sequence[int]) -> list[float]:
    growth = bench.plan.growth
    texts = list(islice(cycle(question.text for question in bench.questions), max(turns)))
    with serving(system, bench.plan.start) as served:
        # The first conversation warms up.
        talks = [converse(served.client, texts) for _ in range(1 + growth.conversations)][1:]
    took = np.array([[reply.milliseconds for reply in talk] for talk in talks])
    return [float(np.median(took[:, max(0, turn - growth.window) : turn])) for turn in turns]
