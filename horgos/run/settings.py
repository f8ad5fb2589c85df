"""The launcher's settings: read once from the environment, then passed on to its children."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from horgos.run.failure import ExitCode, Failure

LOOPBACK = "127.0.0.1"
ACTION_PORT_DISTANCE = 50
"""The action server listens that far above the guide: 5055 beside 5005, Rasa's own numbers."""
OPERATOR_PORT_DISTANCE = 100
"""The operator's page: 5105 beside 5005."""
_KEEP_DAYS = 30
_MOST_DAYS = 9999
_FOREVER = "forever"
_WILDCARDS = {"0.0.0.0": LOOPBACK, "::": "::1"}


@dataclass(frozen=True)
class Settings:
    """Where things are and listen; all paths are absolute.

    Attributes:
        project: Folder with ``config.yml``, ``domain.yml``, ``data/`` ...
        host: Address the guide binds.
        port: TCP port of the guide.
        action_port: TCP port of the action server, which binds 127.0.0.1 only.
        operator_port: TCP port of the operator's page, on 127.0.0.1 only as well.
        facts: The facts file.
        credentials: The file with the channels and their settings.
        endpoints: The file with the stores and the way to the action server.
        var: Folder of what the running guide writes: conversations, logs.
        keep_days: Days after which what visitors said is deleted; None for never.
    """

    project: Path
    host: str
    port: int
    action_port: int
    operator_port: int
    facts: Path
    credentials: Path
    endpoints: Path
    var: Path
    keep_days: int | None

    @property
    def models(self) -> Path:
        """Folder of the trained models."""
        return self.project / "models"

    @property
    def logs(self) -> Path:
        """Folder of the log files."""
        return self.var / "log"

    @property
    def url(self) -> str:
        """Address of the guide for a browser or a client on this machine."""
        host = _WILDCARDS.get(self.host, self.host)
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}"

    @property
    def actions_url(self) -> str:
        """Address of the action server."""
        return f"http://{LOOPBACK}:{self.action_port}"

    @property
    def operator_url(self) -> str:
        """Address of the operator's page, for a browser on this machine."""
        return f"http://{LOOPBACK}:{self.operator_port}/"


def read_settings(environment: Mapping[str, str], project: Path) -> Settings:
    """Read HOST, PORT and the other variables of the README's list.

    An empty variable counts as unset; relative paths start at the project folder.

    Raises:
        Failure: A value cannot be used; the sentence names the variable.
    """
    project = project.resolve()
    port = _port(environment, "PORT", 5005)
    action_port = _port(environment, "ACTION_PORT", _beside(port, ACTION_PORT_DISTANCE))
    operator_port = _port(environment, "OPERATOR_PORT", _beside(port, OPERATOR_PORT_DISTANCE))
    if port == action_port:
        raise _wrong("ACTION_PORT", str(port), "a port other than PORT")
    if operator_port in (port, action_port):
        raise _wrong("OPERATOR_PORT", str(operator_port), "a port other than PORT and ACTION_PORT")
    return Settings(
        project=project,
        host=_host(environment),
        port=port,
        action_port=action_port,
        operator_port=operator_port,
        facts=project / (environment.get("HORGOS_FACTS") or "facts/facts.yml"),
        credentials=project / (environment.get("HORGOS_CREDENTIALS") or "credentials.yml"),
        endpoints=project / (environment.get("HORGOS_ENDPOINTS") or "endpoints.yml"),
        var=project / (environment.get("HORGOS_VAR") or "var"),
        keep_days=_keep_days(environment),
    )


def _host(environment: Mapping[str, str]) -> str:
    host = environment.get("HOST") or LOOPBACK
    if any(letter.isspace() or letter == "/" for letter in host):
        raise _wrong("HOST", host, "an address such as 127.0.0.1 or 0.0.0.0")
    return host


def _beside(port: int, distance: int) -> int:
    """The port so far above another, or below where there is none above."""
    return port + distance if port + distance <= 65535 else port - distance


def _port(environment: Mapping[str, str], name: str, default: int) -> int:
    text = environment.get(name) or str(default)
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 65535):
        raise _wrong(name, text, "a number from 1 to 65535")
    return int(text)


def _keep_days(environment: Mapping[str, str]) -> int | None:
    text = environment.get("HORGOS_KEEP_DAYS") or str(_KEEP_DAYS)
    if text == _FOREVER:
        return None
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= _MOST_DAYS):
        raise _wrong("HORGOS_KEEP_DAYS", text, f"a number from 1 to {_MOST_DAYS}, or {_FOREVER}")
    return int(text)


def _wrong(name: str, value: str, wanted: str) -> Failure:
    return Failure(f"{name}={value!r} is not {wanted}.", ExitCode.WRONG_SETTING)
