"""A real guide with its real action server, started for tests and asked over HTTP."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import time
import uuid
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from benchmarks.free_ports import free_port
from horgos.run.launch import commands
from horgos.run.settings import Settings, read_settings
from horgos.run.stop import StopFlag
from horgos.run.training import ensure_model
from horgos.run.web_build import ensure_pages

ROOT = Path(__file__).resolve().parent.parent
READY_WITHIN = 120.0
STORED_WITHIN = 30.0
LOG_LINES = 20


@dataclass(frozen=True)
class Reply:
    """What came back for one message.

    Attributes:
        elements: The list as received.
    """

    elements: list[dict[str, Any]]

    @property
    def texts(self) -> list[str]:
        return [element["text"] for element in self.elements if "text" in element]

    @property
    def text(self) -> str:
        return "\n".join(self.texts)

    @property
    def buttons(self) -> list[dict[str, str]]:
        return [b for element in self.elements for b in element.get("buttons", [])]

    @property
    def answer(self) -> dict[str, Any]:
        found = [e["custom"]["answer"] for e in self.elements if "custom" in e]
        assert len(found) == 1, f"one provenance element expected: {self.elements}"
        return dict(found[0])

    @property
    def form(self) -> str:
        return f"{self.answer['language']}-{self.answer['script']}"


@dataclass
class RunningGuide:
    """The two processes and a client.

    Attributes:
        settings: Ports and folders.
        facts: The copy of the facts file they use; tests may edit it.
        client: An HTTP client with the guide's address.
        environment: What its processes see besides the settings: secrets of channels.
    """

    settings: Settings
    facts: Path
    client: httpx.Client
    environment: Mapping[str, str] = field(default_factory=dict)
    processes: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    def post(self, **request: Any) -> httpx.Response:
        return self.client.post("/webhooks/rest/webhook", **request)

    def ask(self, text: Any, sender: str | None = None, **metadata: str) -> Reply:
        """One message; a new conversation unless a sender is named."""
        body = {"sender": sender or uuid.uuid4().hex, "message": text}
        if metadata:
            body["metadata"] = metadata
        response = self.post(json=body)
        assert response.status_code == 200, response.text
        return Reply(response.json())

    def talk(self, *texts: str) -> list[Reply]:
        """Several messages of one conversation."""
        sender = uuid.uuid4().hex
        return [self.ask(text, sender) for text in texts]

    def turns(self, sender: str) -> list[dict[str, Any]]:
        """What the conversation store holds of somebody's messages.

        Text and understanding: what was pressed needed none, and its understanding has no ranking.
        """
        query = "SELECT data FROM events WHERE sender_id = ? AND type_name = 'user' ORDER BY id"
        return [json.loads(data) for (data,) in self._stored(query, sender)]

    def last_turns(self, prefix: str, count: int) -> list[dict[str, Any]]:
        """The same of whoever wrote last of those whose ids begin so: accounts are hashes there.

        A turn is stored after its reply is sent: waits until there are exactly so many.
        """
        query = "SELECT sender_id FROM events WHERE sender_id LIKE ? ORDER BY id DESC LIMIT 1"
        end = time.monotonic() + STORED_WITHIN
        while True:
            found = self._stored(query, f"{prefix}-%")
            turns = self.turns(found[0][0]) if found else []
            if len(turns) == count:
                return turns
            assert time.monotonic() < end, f"{count} turns expected, got {len(turns)}"
            time.sleep(0.05)

    def _stored(self, query: str, *given: str) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(self.settings.var / "conversations.db")) as store:
            return store.execute(query, given).fetchall()

    def health(self) -> httpx.Response:
        return self.client.get("/health")

    def start(self, name: str) -> None:
        """Start a process (again) and wait until the whole answers."""
        environment = {**os.environ, **self.environment}
        model = ensure_model(self.settings, environment, StopFlag())
        for command in commands(self.settings, environment, model):
            if command.name == name:
                self.processes[name] = subprocess.Popen(
                    command.arguments,
                    cwd=command.folder,
                    env=dict(command.environment),
                    stdout=subprocess.DEVNULL,
                    stderr=(self.settings.var / f"{name}.log").open("ab"),
                )

    def stop(self, name: str) -> None:
        """Kill a process as the machine would, without asking."""
        process = self.processes.pop(name)
        process.kill()
        process.wait()

    def wait_until_ready(self) -> None:
        """Wait for the whole to answer, but not for a process that has ended.

        Raises:
            AssertionError: One has, or they need too long; with the ends of their logs.
        """
        end = time.monotonic() + READY_WITHIN
        while not self._answers():
            for name, process in self.processes.items():
                assert process.poll() is None, f"{name} ended ({process.poll()}):{self._log(name)}"
            logs = "".join(map(self._log, self.processes))
            assert time.monotonic() < end, f"not ready after {READY_WITHIN} s:{logs}"
            time.sleep(0.2)

    def _answers(self) -> bool:
        try:
            return self.health().status_code == 200
        except httpx.TransportError:
            return False

    def _log(self, name: str) -> str:
        """The end of what a process has said."""
        path = self.settings.var / f"{name}.log"
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
        return "\n".join(("", f"--- {path}", *lines[-LOG_LINES:]))


GUIDE = "The guide"
ACTIONS = "The action server"


@contextmanager
def running_guide(
    folder: Path,
    facts: Path = ROOT / "facts" / "facts.yml",
    credentials: Path = ROOT / "credentials.yml",
    more: Mapping[str, str] | None = None,
) -> Iterator[RunningGuide]:
    """Start both processes on free ports, with a copy of a facts file, and end them.

    Args:
        folder: Where they write.
        facts: The facts file to copy.
        credentials: The channels and their settings.
        more: What their environment holds besides: secrets of channels.
    """
    copy = folder / "facts.yml"
    shutil.copy(facts, copy)
    environment = {
        "PORT": str(free_port()),
        "ACTION_PORT": str(free_port()),
        "OPERATOR_PORT": str(free_port()),
        "HORGOS_FACTS": str(copy),
        "HORGOS_CREDENTIALS": str(credentials),
        "HORGOS_VAR": str(folder),
        **(more or {}),
    }
    settings = read_settings(environment, ROOT)
    ensure_pages(settings, os.environ, StopFlag())
    with httpx.Client(base_url=settings.url, timeout=60, trust_env=False) as client:
        guide = RunningGuide(settings, copy, client, more or {})
        try:
            guide.start(ACTIONS)
            guide.start(GUIDE)
            guide.wait_until_ready()
            yield guide
        finally:
            for name in list(guide.processes):
                guide.stop(name)
