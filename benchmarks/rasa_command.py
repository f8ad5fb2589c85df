"""Rasa's command line, quiet, in a folder of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.workspace import Trained

HOST = "127.0.0.1"
_QUIET = {
    "RASA_TELEMETRY_ENABLED": "false",
    # A training measured must not find parts of an earlier one.
    "RASA_MAX_CACHE_SIZE": "0",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "PYTHONUTF8": "1",
}


class TrainingFailed(Exception):
    """``rasa train`` ended badly; the text names its log."""


def rasa(command: str) -> list[str]:
    """The arguments of a command."""
    return [sys.executable, "-m", "rasa", command]


def environment(extra: Mapping[str, str]) -> dict[str, str]:
    """As the machine has it, but quiet, and with no proxy between processes on this machine."""
    return {**os.environ, **_QUIET, "no_proxy": HOST, "NO_PROXY": HOST, **extra}


def train(
    name: str, folder: Path, arguments: Sequence[str] = (), extra: Mapping[str, str] | None = None
) -> Trained:
    """Train the project in a folder.

    Args:
        name: Of the system, for the terminal.
        folder: The project.
        arguments: After ``rasa train``.
        extra: Environment variables beside the machine's.

    Raises:
        TrainingFailed: It ended with another exit code than 0.
    """
    log = folder / "training.log"
    print(f"Training {name}, see {log}", flush=True)
    command = [*rasa("train"), *arguments, "--fixed-model-name", "trained"]
    started = time.perf_counter()
    with log.open("wb") as stream:
        ended = subprocess.run(
            command, cwd=folder, env=environment(extra or {}), stdout=stream, stderr=stream
        )
    if ended.returncode != 0:
        raise TrainingFailed(f"{name}: exit code {ended.returncode}, see {log}")
    return Trained(folder / "models" / "trained.tar.gz", time.perf_counter() - started)
