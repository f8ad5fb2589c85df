"""``make run``: from a project folder to a guide that answers, and back to nothing running."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from horgos.run.child import Command
from horgos.run.environment import child_environment
from horgos.run.facts_check import require_good_facts
from horgos.run.ports import check_ports
from horgos.run.private import make_private
from horgos.run.progress import progress
from horgos.run.readiness import wait_until_ready
from horgos.run.retention import forgetting
from horgos.run.settings import Settings
from horgos.run.stop import StopFlag
from horgos.run.supervisor import supervised
from horgos.run.training import ensure_model
from horgos.run.web_build import ensure_pages


def launch(settings: Settings, environment: Mapping[str, str], stop: StopFlag) -> None:
    """Run the guide and its action server until something ends them.

    Raises:
        Failure: It could not start, or a process ended by itself.
        Stopped: Somebody asked for an end.
    """
    check_ports(settings)
    require_good_facts(settings.facts, settings.project, date.today())
    make_private(settings.var, "HORGOS_VAR")
    ensure_pages(settings, environment, stop)
    model = ensure_model(settings, environment, stop)
    with supervised(commands(settings, environment, model), stop) as supervisor:
        with progress("Starting the guide") as shown:
            wait_until_ready(settings, supervisor, shown, stop)
            shown.done("The guide is ready")
        print(where_to_go(settings), flush=True)
        with forgetting(settings, environment):
            supervisor.watch(stop)


def commands(settings: Settings, environment: Mapping[str, str], model: Path) -> list[Command]:
    """The two processes."""
    python = [sys.executable, "-m"]
    guide = [*python, "horgos.run.guide", "--model", str(model)]
    guide += ["--host", settings.host, "--port", str(settings.port)]
    guide += ["--credentials", str(settings.credentials), "--endpoints", str(settings.endpoints)]
    actions = [*python, "horgos.run.action_server", "--port", str(settings.action_port)]
    shared = child_environment(settings, environment)
    return [
        Command(
            "The action server", actions, shared, settings.project, settings.logs / "actions.log"
        ),
        Command("The guide", guide, shared, settings.project, settings.logs / "guide.log"),
    ]


def where_to_go(settings: Settings) -> str:
    """What a person does next."""
    return "\n".join(
        (
            f"  ask it here     make chat{_port_argument(settings)}",
            f"  web page        {settings.url}/",
            f"  tablet          {settings.url}/kiosk",
            f"  REST            {settings.url}/webhooks/rest/webhook",
            f"  health          {settings.url}/health",
            f"  for operators   {settings.operator_url}",
            f"  logs            {settings.logs}",
            "  end             Ctrl-C",
        )
    )


def _port_argument(settings: Settings) -> str:
    return "" if settings.port == 5005 else f" PORT={settings.port}"
