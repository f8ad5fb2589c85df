"""A system whose processes take their own time apart, and what they found."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.system import System
from horgos.run.child import Command

HTTP = "HTTP between visitor and guide"
TO_ACTIONS = "Rasa: HTTP to the action server"
SMALL = "other parts"
_SCRIPT = Path(__file__).with_name("inside") / "timed_run.py"

Parts = Mapping[str, float]
"""Milliseconds by part."""


def timed(system: System, folder: Path) -> System:
    """The same system; each of its processes leaves a file when it ends.

    Args:
        system: Whose processes are run as ``python -m MODULE``.
        folder: Of the files, see ``messages``.
    """
    folder.mkdir(parents=True, exist_ok=True)
    commands = tuple(
        _timed(command, _result(folder, place)) for place, command in enumerate(system.commands)
    )
    return replace(system, commands=commands)


def messages(system: System, folder: Path) -> list[list[Parts]]:
    """Of each process of a system that has ended, the parts of every message."""
    found = (_result(folder, place) for place in range(len(system.commands)))
    return [json.loads(path.read_text(encoding="utf-8")) for path in found]


def mean_parts(guide: Sequence[Parts], actions: Sequence[Parts], milliseconds: float) -> Parts:
    """Mean milliseconds of every part of a message; together they are what a visitor waits.

    Args:
        guide: Parts in the guide, a message each.
        actions: Parts in the action server, a message each.
        milliseconds: Mean from request to reply.
    """
    inside, outside = _means(guide), _means(actions)
    parts = {HTTP: milliseconds - sum(inside.values()), **inside, **outside}
    # The guide waits while the action server works.
    parts[TO_ACTIONS] -= sum(outside.values())
    return parts


def without_small(bars: Mapping[str, Parts], share: float) -> dict[str, dict[str, float]]:
    """Bars in which parts smaller than a share of every bar are one part.

    Args:
        bars: By label.
        share: Of a bar's length, 0 to 1.
    """
    kept = {
        part
        for bar in bars.values()
        for part, width in bar.items()
        if width >= share * sum(bar.values())
    }
    return {label: _joined(bar, kept) for label, bar in bars.items()}


def _joined(bar: Parts, kept: set[str]) -> dict[str, float]:
    large = {part: width for part, width in bar.items() if part in kept}
    small = sum(width for part, width in bar.items() if part not in kept)
    return {**large, SMALL: small}


def _means(found: Sequence[Parts]) -> dict[str, float]:
    names = dict.fromkeys(name for parts in found for name in parts)
    return {name: sum(parts.get(name, 0.0) for parts in found) / len(found) for name in names}


def _timed(command: Command, result: Path) -> Command:
    python, _, *module = command.arguments
    return replace(command, arguments=[python, str(_SCRIPT), str(result), *module])


def _result(folder: Path, place: int) -> Path:
    return folder / f"{place}.json"
