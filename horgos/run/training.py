"""A model for the project as it is now: found, or trained in a process of its own."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from horgos.run.child import Command
from horgos.run.environment import training_environment
from horgos.run.failure import Failure
from horgos.run.fingerprint import fingerprint
from horgos.run.progress import progress
from horgos.run.settings import Settings
from horgos.run.staging import staging
from horgos.run.step import run_step
from horgos.run.stop import StopFlag

_KEPT = 3
"""Models that stay, so that going back a step needs no training."""
_ANNOUNCED = "Training the guide (about eight minutes, once for each change)"
_STAGING = ".training-"


def model_path(settings: Settings) -> Path:
    """Where the model of today's project is, or will be once trained.

    Raises:
        Failure: The folder holds no Rasa project.
    """
    for name in ("config.yml", "domain.yml"):
        if not (settings.project / name).is_file():
            raise Failure(f"{settings.project} holds no {name}: run this in the guide's folder.")
    return settings.models / f"guide-{fingerprint(settings.project)}.tar.gz"


def ensure_model(settings: Settings, environment: Mapping[str, str], stop: StopFlag) -> Path:
    """The model of today's project; trains only when there is none.

    Raises:
        Failure: The training failed.
        Stopped: Somebody asked for an end.
    """
    model = model_path(settings)
    return model if model.exists() else train(settings, environment, stop)


def train(settings: Settings, environment: Mapping[str, str], stop: StopFlag) -> Path:
    """Train, and put the finished model in its place in one step.

    Raises:
        Failure: The training failed; the sentence names its log file.
        Stopped: Somebody asked for an end; nothing half-done stays.
    """
    model = model_path(settings)
    settings.models.mkdir(exist_ok=True)
    with staging(settings.models, _STAGING) as folder:
        command = _command(settings, environment, folder, model.name)
        with progress(_ANNOUNCED) as shown:
            trained = folder / model.name
            run_step(command, trained, shown, stop)
            trained.replace(model)
            shown.done(f"Trained {model.relative_to(settings.project)}")
    _remove_old_models(settings.models)
    return model


def _command(
    settings: Settings, environment: Mapping[str, str], folder: Path, name: str
) -> Command:
    arguments = [sys.executable, "-m", "rasa", "train", "--force"]
    arguments += ["--config", "config.yml", "--domain", "domain.yml"]
    arguments += ["--data", "data/nlu", "data/rules.yml"]
    arguments += ["--out", str(folder), "--fixed-model-name", name]
    return Command(
        name="the training",
        arguments=arguments,
        # Rasa unpacks into the temporary folder; ours is removed whatever happens.
        environment={**training_environment(settings, environment), "TMPDIR": str(folder)},
        folder=settings.project,
        log=settings.logs / "training.log",
    )


def _remove_old_models(models: Path) -> None:
    by_age = sorted(models.glob("guide-*.tar.gz"), key=lambda path: path.stat().st_mtime)
    for old in by_age[:-_KEPT]:
        old.unlink(missing_ok=True)
