"""What a message costs the guide when many conversations are stored."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import cycle, islice
from pathlib import Path

import numpy as np

from benchmarks.asking import ask, ask_apart, converse
from benchmarks.bench import Bench
from benchmarks.growing.store import fill, senders
from benchmarks.system import Served, System, serving
from benchmarks.tables import Cell, Number, Row, Table

_STORE = "conversations.db"
_TALKS = 20
_MIB = 2**20
_NOTE = (
    "Conversations of {turns} turns held with the guide, their events copied under new ids into "
    "SQLite. New visitors: nothing of theirs is stored; returning ones: their conversation is. "
    "Start: to the first sensible reply."
)


@dataclass(frozen=True)
class _Stored:
    """The guide beside so many conversations.

    Attributes:
        conversations: How many.
        size: Of the store, in bytes.
        start_seconds: Until the first sensible reply.
        new: Milliseconds of first messages.
        returning: Milliseconds of messages in stored conversations.
    """

    conversations: int
    size: int
    start_seconds: float
    new: Sequence[float]
    returning: Sequence[float]


def stored_table(bench: Bench) -> Table:
    """A column a number of conversations; the store goes afterwards, it is large."""
    var = bench.place / "stored"
    shutil.rmtree(var, ignore_errors=True)
    var.mkdir(parents=True)
    try:
        columns = [_values(one) for one in _growing(bench, var)]
    finally:
        shutil.rmtree(var, ignore_errors=True)
    rows = [Row(label, tuple(column[label] for column in columns)) for label in columns[0]]
    headings = tuple(f"{count:,}" for count in bench.extent.stored)
    note = _NOTE.format(turns=bench.plan.stored.copied)
    return Table("Ours with stored conversations", headings, tuple(rows), note)


def _growing(bench: Bench, var: Path) -> Iterator[_Stored]:
    system = storing_in(bench.ours, var)
    with serving(system, bench.plan.start) as served:
        _converse(bench, served)
    for count in bench.extent.stored:
        print(f"Filling {var / _STORE} with {count:,} conversations", flush=True)
        fill(var / _STORE, count)
        yield _measured(bench, system, var / _STORE, count)


def storing_in(system: System, var: Path) -> System:
    """The same system with its conversations and logs elsewhere."""
    commands = tuple(
        replace(command, environment={**command.environment, "HORGOS_VAR": str(var)})
        for command in system.commands
    )
    return replace(system, commands=commands)


def _converse(bench: Bench, served: Served) -> None:
    turns = bench.plan.stored.copied
    texts = cycle(question.text for question in bench.questions)
    for _ in range(_TALKS):
        converse(served.client, list(islice(texts, turns)))


def _measured(bench: Bench, system: System, store: Path, count: int) -> _Stored:
    size = store.stat().st_size
    asked = bench.plan.stored.asked
    known = senders(store, asked)
    texts = [q.text for q in islice(cycle(bench.questions), bench.plan.speed.warm_up_questions)]
    with serving(system, bench.plan.start) as served:
        ask_apart(served.client, texts)
        # The same few texts, so that what is measured is the store and not the encoder.
        repeated = list(islice(cycle(texts), asked))
        new = [reply.milliseconds for reply in ask_apart(served.client, repeated)]
        pairs = zip(repeated, known, strict=False)
        returning = [ask(served.client, text, sender).milliseconds for text, sender in pairs]
        return _Stored(count, size, served.start_seconds, new, returning)


def _values(one: _Stored) -> dict[str, Cell]:
    return {
        "file, MiB": Number(one.size / _MIB, 1),
        "start, s": Number(one.start_seconds, 1),
        **_waits("new visitor", one.new),
        **_waits("returning visitor", one.returning),
    }


def _waits(who: str, milliseconds: Sequence[float]) -> dict[str, Cell]:
    return {
        f"{who}: p{percent}, ms": Number(float(np.percentile(milliseconds, percent)), 1)
        for percent in (50, 95)
    }
