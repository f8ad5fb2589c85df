"""The guide as it stands in the work tree: copied, trained from nothing, ready to start."""

from __future__ import annotations

import os
import subprocess
import time
from pathlib import Path

from benchmarks.free_ports import free_port
from benchmarks.rasa_files import nlu_files, training_blocks
from benchmarks.system import System
from benchmarks.workspace import Trained, trained_once, workspace
from horgos.run.launch import commands
from horgos.run.settings import Settings, read_settings
from horgos.run.stop import StopFlag
from horgos.run.training import train

NAME = "ours"
FEWER = "ours, same questions"
"""The guide taught the questions the Rasa baselines learn from."""
_NOT_NEEDED = ("tests/", "benchmarks/", "docs/", "data/validation/")


def our_system(root: Path, place: Path) -> System:
    """The guide of a project folder."""
    return _system(NAME, workspace(place, NAME, guide_files(root)))


def taught_fewer(root: Path, place: Path, learnt: int) -> System:
    """The same guide, taught each ``learnt``-th question."""
    fewer = nlu_files(training_blocks(root, learnt))
    return _system(FEWER, workspace(place, "fewer", {**guide_files(root), **fewer}))


def _system(name: str, folder: Path) -> System:
    """The guide in a folder of its own, trained unless it has been.

    The copy keeps the measurement apart from edits made meanwhile, and lets the first training
    be measured: without stored vectors, the encoder yet to be rebuilt.

    Args:
        name: What it is called in the tables.
        folder: Its files.
    """
    ports = {name: str(free_port()) for name in ("PORT", "ACTION_PORT", "OPERATOR_PORT")}
    settings = read_settings(ports, folder)
    trained = trained_once(folder, lambda: _train(settings))
    encoder = sum(path.stat().st_size for path in (folder / "models" / "encoder").iterdir())
    return System(
        name=name,
        url=settings.url,
        commands=tuple(commands(settings, os.environ, trained.model)),
        model=trained.model,
        training_seconds=trained.seconds,
        model_bytes=trained.model.stat().st_size + encoder,
        button="ask:{topic}",
    )


def _train(settings: Settings) -> Trained:
    started = time.perf_counter()
    model = train(settings, os.environ, StopFlag())
    return Trained(model, time.perf_counter() - started)


def guide_files(root: Path) -> dict[str, bytes]:
    """The guide's files of a project, by path."""
    listed = subprocess.run(
        ["git", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        check=True,
        capture_output=True,
    ).stdout.decode()
    paths = sorted({path for path in listed.split("\0") if path})
    return {
        path: (root / path).read_bytes()
        for path in paths
        if not path.startswith(_NOT_NEEDED) and (root / path).is_file()
    }
