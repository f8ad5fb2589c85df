"""What a message costs in a conversation that grows long."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import cycle, islice

import numpy as np

from benchmarks.asking import converse
from benchmarks.bench import Bench
from benchmarks.system import System, serving
from benchmarks.tables import Number, Row, Table


def talks_table(bench: Bench) -> Table:
    """Hold the same long conversations with each system."""
    plan, every = bench.plan.talks, bench.extent.every
    turns = [turn // every for turn in plan.turns]
    columns = {system.name: _medians(bench, system, turns) for system in bench.systems}
    rows = [
        Row(f"turn {turn}", tuple(Number(column[i], 1) for column in columns.values()))
        for i, turn in enumerate(turns)
    ]
    note = (
        f"Median of {plan.conversations} conversations, of the {plan.window} messages up to "
        "that turn."
    )
    return Table("Long conversations: ms a message", tuple(columns), tuple(rows), note)


def _medians(bench: Bench, system: System, turns: Sequence[int]) -> list[float]:
    plan = bench.plan.talks
    texts = list(islice(cycle(question.text for question in bench.questions), max(turns)))
    with serving(system, bench.plan.start) as served:
        # The first conversation warms up.
        talks = [converse(served.client, texts) for _ in range(1 + plan.conversations)][1:]
    took = np.array([[reply.milliseconds for reply in talk] for talk in talks])
    return [float(np.median(took[:, max(0, turn - plan.window) : turn])) for turn in turns]
