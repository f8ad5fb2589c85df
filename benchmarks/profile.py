"""Part 4: where the time of a message goes, in both systems, one visitor at a time."""

from __future__ import annotations

import random
import shutil
from collections.abc import Mapping, Sequence
from itertools import cycle, islice

import numpy as np

from benchmarks.bench import Bench
from benchmarks.load import put_load
from benchmarks.outcome import Outcome
from benchmarks.pictures.times import times_picture
from benchmarks.system import System, serving
from benchmarks.tables import Cell, Number, Row, Table
from benchmarks.timing import Parts, mean_parts, messages, timed, without_small
from horgos.answers.topics import load_topics

_SEED = 7
_SMALL = 0.015
_NOTE = (
    "Mean milliseconds of a message by the clock, one visitor at a time; a part's time is its own, "
    "waiting included. Taken inside the processes, which costs some hundredths of a millisecond."
)


def measure(bench: Bench) -> Outcome:
    """Texts that are all different, for both systems; buttons, which need no understanding."""
    bars = {
        f"{system.name}: {kind}": parts
        for system in bench.systems
        for kind, parts in _bars(bench, system).items()
    }
    shown = without_small(bars, _SMALL)
    return Outcome([_table(shown)], [times_picture(shown)])


def _bars(bench: Bench, system: System) -> dict[str, Parts]:
    """Of each kind of message its parts."""
    folder = bench.place / "timed"
    shutil.rmtree(folder, ignore_errors=True)
    loads = _loads(bench, system)
    with serving(timed(system, folder), bench.plan.start):
        waits = [_wait(system, texts, bench) for texts in loads.values()]
    actions, guide = (_last(found, loads) for found in messages(system, folder))
    return {
        kind: mean_parts(guide[kind], actions[kind], wait)
        for kind, wait in list(zip(loads, waits, strict=True))[1:]
    }


def _loads(bench: Bench, system: System) -> dict[str, list[str]]:
    """Texts by kind, in the order they are sent; the first ones warm up."""
    texts = list(dict.fromkeys(question.text for question in bench.questions))
    random.Random(_SEED).shuffle(texts)
    first, count = bench.plan.speed.warm_up_questions, bench.plan.profile.messages
    topics = load_topics(bench.root / "topics.yml")
    buttons = islice(cycle(system.button.format(topic=topic) for topic in topics), count)
    return {
        "warm-up": texts[:first],
        "different texts": texts[first : first + count],
        "buttons": list(buttons),
    }


def _wait(system: System, texts: Sequence[str], bench: Bench) -> float:
    """Mean milliseconds from request to reply."""
    load = put_load(system.url, texts, 1, bench.plan.speed.questions_per_visitor)
    return float(np.mean(load.milliseconds))


def _last(found: Sequence[Parts], loads: Mapping[str, Sequence[str]]) -> dict[str, list[Parts]]:
    """The messages of a process by kind; what came before the first load is left out."""
    end, parted = len(found), {}
    for kind, texts in reversed(list(loads.items())):
        parted[kind] = list(found[end - len(texts) : end])
        end -= len(texts)
    return parted


def _table(bars: Mapping[str, Parts]) -> Table:
    parts = dict.fromkeys(part for bar in bars.values() for part in bar)
    rows = [Row(part, tuple(_milliseconds(bar, part) for bar in bars.values())) for part in parts]
    total = tuple(Number(sum(bar.values()), 2) for bar in bars.values())
    return Table("Time of a message by part, ms", tuple(bars), (*rows, Row("all", total)), _NOTE)


def _milliseconds(bar: Parts, part: str) -> Cell:
    return Number(bar[part], 2) if part in bar else None
