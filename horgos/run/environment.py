"""The environment of the children: the settings, and quiet for what is not ours to mend."""

from __future__ import annotations

from collections.abc import Mapping

from horgos.run.settings import LOOPBACK, Settings

_QUIET = {
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "PYTHONWARNINGS": "ignore",
    "RASA_TELEMETRY_ENABLED": "false",
}
_STEADY = {
    "PYTHONUNBUFFERED": "1",
    # Names of files and log lines hold four scripts, whatever the machine's locale.
    "PYTHONUTF8": "1",
    # glibc gives every thread an arena of its own; two keep the memory small.
    "MALLOC_ARENA_MAX": "2",
    # A message is too little work to share out: BLAS threads would only wait, busily.
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
}


def child_environment(settings: Settings, environment: Mapping[str, str]) -> dict[str, str]:
    """What a child gets to see: everything the launcher does, and the settings as they are.

    Args:
        settings: The settings.
        environment: The launcher's own environment.
    """
    return {
        **environment,
        **_QUIET,
        **_STEADY,
        **_no_proxy(environment),
        "HOST": settings.host,
        "PORT": str(settings.port),
        "ACTION_PORT": str(settings.action_port),
        "OPERATOR_PORT": str(settings.operator_port),
        "HORGOS_FACTS": str(settings.facts),
        "HORGOS_CREDENTIALS": str(settings.credentials),
        "HORGOS_ENDPOINTS": str(settings.endpoints),
        "HORGOS_VAR": str(settings.var),
        # rasa-sdk would listen on every address of the machine.
        "SANIC_HOST": LOOPBACK,
    }


def _no_proxy(environment: Mapping[str, str]) -> dict[str, str]:
    """No proxy between the two processes, whatever the machine has for the world outside."""
    given = environment.get("no_proxy") or environment.get("NO_PROXY")
    hosts = f"{given},{LOOPBACK}" if given else LOOPBACK
    return {"no_proxy": hosts, "NO_PROXY": hosts}


def training_environment(settings: Settings, environment: Mapping[str, str]) -> dict[str, str]:
    """The same for a training.

    Rasa's cache of trained components is switched off: it looks at a component's own class,
    not at the modules and word lists that the class uses.
    """
    return {**child_environment(settings, environment), "RASA_MAX_CACHE_SIZE": "0"}
