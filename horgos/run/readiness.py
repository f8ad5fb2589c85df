"""When the guide can be talked to: its ``/health`` says so."""

from __future__ import annotations

import time

import httpx

from horgos.run.failure import Failure
from horgos.run.progress import Progress
from horgos.run.settings import Settings
from horgos.run.stop import StopFlag
from horgos.run.supervisor import Supervisor

PATIENCE = 180.0
"""Seconds until a start counts as failed; a slow disk reads the libraries for a minute."""
_PAUSE = 0.2
_ONE_CALL = 5.0


def wait_until_ready(
    settings: Settings, supervisor: Supervisor, shown: Progress, stop: StopFlag
) -> None:
    """Wait for a 200 of the action server and the guide.

    Raises:
        Failure: A process ended, or they are not ready in time.
        Stopped: Somebody asked for an end.
    """
    waiting_for = [settings.actions_url, settings.url]
    # A proxy of the environment has no business between processes of one machine.
    with httpx.Client(timeout=_ONE_CALL, trust_env=False) as client:
        while waiting_for:
            stop.check()
            supervisor.look()
            if is_healthy(client, waiting_for[0]):
                waiting_for.pop(0)
                continue
            if shown.seconds > PATIENCE:
                raise _too_late(settings, waiting_for[0])
            shown.tick()
            time.sleep(_PAUSE)


def is_healthy(client: httpx.Client, url: str) -> bool:
    """Whether ``/health`` below this address answers 200."""
    try:
        return client.get(f"{url}/health").status_code == httpx.codes.OK
    except httpx.HTTPError:
        return False


def _too_late(settings: Settings, url: str) -> Failure:
    return Failure(f"{url}/health is not 200 after {PATIENCE:.0f} s, see {settings.logs}")
