"""``horgos run``: the guide and its action server until Ctrl-C."""

from __future__ import annotations

import os
from pathlib import Path

from horgos.cli.common import PROJECT, ending_well, settings_of


def run(project: Path = PROJECT) -> None:
    """Build and train what has changed, start the guide and its action server, stay with them.

    Settings: HOST, PORT, ACTION_PORT, OPERATOR_PORT, HORGOS_FACTS,
    HORGOS_CREDENTIALS, HORGOS_ENDPOINTS, HORGOS_VAR, HORGOS_KEEP_DAYS.
    """
    from horgos.run.launch import launch
    from horgos.run.stop import stop_on_signals

    with ending_well(), stop_on_signals() as stop:
        launch(settings_of(project), os.environ, stop)
