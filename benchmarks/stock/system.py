"""Stock Rasa with our questions: trained by ``rasa train``, started by ``rasa run``."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.plan import Extent
from benchmarks.stock.project import stock_files
from benchmarks.system import System, free_port
from benchmarks.workspace import Trained, trained_once, workspace
from horgos.run.child import Command

NAME = "stock Rasa"
_QUIET = {
    "RASA_TELEMETRY_ENABLED": "false",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "PYTHONUTF8": "1",
}
_HOST = "127.0.0.1"


class TrainingFailed(Exception):
    """``rasa train`` ended badly; the text names its log."""


def stock_system(root: Path, place: Path, extent: Extent) -> System:
    """Stock Rasa on the questions of our project.

    Args:
        root: Our project.
        place: Folder of the workspaces.
        extent: How many of them, and the epochs of its neural parts (its own default is 100).
    """
    folder = workspace(place, f"stock-{extent.epochs}-epochs", stock_files(root, extent))
    trained = trained_once(folder, lambda: _train(folder))
    port, action_port = free_port(), free_port()
    return System(
        name=NAME,
        url=f"http://{_HOST}:{port}",
        commands=tuple(_commands(folder, trained.model, port, action_port)),
        training_seconds=trained.seconds,
        model_bytes=trained.model.stat().st_size,
    )


def _train(folder: Path) -> Trained:
    log = folder / "training.log"
    print(f"Training {NAME}, see {log}", flush=True)
    started = time.perf_counter()
    with log.open("wb") as stream:
        command = [*_rasa("train"), "--force", "--fixed-model-name", "stock"]
        ended = subprocess.run(
            command, cwd=folder, env=_environment(), stdout=stream, stderr=subprocess.STDOUT
        )
    if ended.returncode != 0:
        raise TrainingFailed(f"{NAME}: exit code {ended.returncode}, see {log}")
    return Trained(folder / "models" / "stock.tar.gz", time.perf_counter() - started)


def _commands(folder: Path, model: Path, port: int, action_port: int) -> list[Command]:
    environment = {
        **_environment(),
        "ACTION_PORT": str(action_port),
        # Both servers would listen on every address of the machine.
        "SANIC_HOST": _HOST,
    }
    guide = [*_rasa("run"), "--model", str(model), "-i", _HOST, "-p", str(port)]
    actions = [*_rasa("run"), "actions", "-p", str(action_port)]
    return [
        Command("stock's action server", actions, environment, folder, folder / "actions.log"),
        Command(NAME, guide, environment, folder, folder / "rasa.log"),
    ]


def _rasa(command: str) -> list[str]:
    return [sys.executable, "-m", "rasa", command]


def _environment() -> dict[str, str]:
    """As the machine has it, but quiet, and with no proxy between the two processes."""
    return {**os.environ, **_QUIET, "no_proxy": _HOST, "NO_PROXY": _HOST}
