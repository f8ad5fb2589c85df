"""``horgos train``: a new model, whether or not anything has changed."""

from __future__ import annotations

import os
from pathlib import Path

from horgos.cli.common import PROJECT, ending_well, settings_of


def train(project: Path = PROJECT) -> None:
    """Train a new model; the next start uses it."""
    from horgos.run.stop import stop_on_signals
    from horgos.run.training import train as train_model

    with ending_well(), stop_on_signals() as stop:
        train_model(settings_of(project), os.environ, stop)
