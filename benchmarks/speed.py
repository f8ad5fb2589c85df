"""Part 3: how fast and how large the systems are, over REST with their action servers."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.bench import Bench
from benchmarks.load import Load, put_load
from benchmarks.memory import resident_bytes
from benchmarks.mix import KINDS, realistic_mix
from benchmarks.outcome import Outcome
from benchmarks.pictures.latency import latency_picture
from benchmarks.speed_tables import Measured, ratio_table, values_table
from benchmarks.system import System, serving
from horgos.answers.topics import load_topics

_SEED = 7


@dataclass(frozen=True)
class _Texts:
    """What is sent to every system.

    Attributes:
        warm_up: Before each load; none of them comes again.
        different: All different.
        mixed: Buttons, repeated and new texts.
    """

    warm_up: Sequence[str]
    different: Sequence[str]
    mixed: Sequence[str]


def measure(bench: Bench) -> Outcome:
    """Put the same loads on each system, one after the other."""
    measured = [_measured(bench, system, _texts(bench, system)) for system in bench.systems]
    mine, stock = measured
    tables = [values_table(measured, bench), ratio_table(mine, stock, bench.plan.targets)]
    took = {one.system.name: one.alone.milliseconds for one in measured}
    return Outcome(tables, [latency_picture(took)])


def _texts(bench: Bench, system: System) -> _Texts:
    texts = list(dict.fromkeys(question.text for question in bench.questions))
    random.Random(_SEED).shuffle(texts)
    first = bench.plan.speed.warm_up_questions
    buttons = [
        system.button.format(topic=topic) for topic in load_topics(bench.root / "topics.yml")
    ]
    different = texts[first:]
    return _Texts(texts[:first], different, realistic_mix(different[::KINDS], buttons, _SEED))


def _measured(bench: Bench, system: System, texts: _Texts) -> Measured:
    alone, started, _ = _loaded(bench, system, texts.warm_up, texts.different, 1)
    crowd = bench.plan.speed.visitors_at_once
    together, _, resident = _loaded(bench, system, texts.warm_up, texts.different, crowd)
    mixed, _, _ = _loaded(bench, system, texts.warm_up, texts.mixed, crowd)
    return Measured(system, started, alone, together, mixed, resident)


def _loaded(
    bench: Bench, system: System, warm_up: Sequence[str], texts: Sequence[str], at_once: int
) -> tuple[Load, float, int]:
    """A load on a system freshly started, so that it remembers no text; its start; its memory."""
    per_visitor = bench.plan.speed.questions_per_visitor
    with serving(system, bench.plan.start) as served:
        put_load(system.url, warm_up, 1, per_visitor)
        load = put_load(system.url, texts, at_once, per_visitor)
        return load, served.start_seconds, resident_bytes()
