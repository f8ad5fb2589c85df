"""A real PostgreSQL and a real Redis for tests, on free ports and in folders of their own."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg2
import redis

from tests.running import free_port

WITHIN = 30.0
USER = NAME = "horgos"
PASSWORD = "only for this test: {}$'"
"""With what a password may hold, and configuration files trip over."""


def found_program(name: str) -> Path | None:
    """Where a program is; Debian keeps PostgreSQL's out of the path, by version."""
    places = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), reverse=True)
    in_path = shutil.which(name)
    return Path(in_path) if in_path else next(iter(places), None)


class Server:
    """A server that can go away and come back, with what it had or without."""

    variables: Mapping[str, str]

    def __init__(self, arguments: list[str], folder: Path) -> None:
        self._arguments = arguments
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start (again) and wait until it takes connections."""
        with (self._folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                self._arguments, cwd=self._folder, stdout=log, stderr=log, **_nobody_special()
            )
        end = time.monotonic() + WITHIN
        while not self.is_there():
            assert self._process.poll() is None, (self._folder / "log").read_text()
            assert time.monotonic() < end, (self._folder / "log").read_text()
            time.sleep(0.05)

    def begin(self) -> None:
        """Start for the first time."""
        self.start()

    def stop(self) -> None:
        """It goes away at once, with all its connections."""
        if self._process is not None:
            # PostgreSQL's quick end, which leaves no helper behind; Redis just dies of it.
            self._process.send_signal(signal.SIGQUIT)
            self._process.wait(WITHIN)
            self._process = None

    @contextmanager
    def away(self) -> Iterator[None]:
        """Not there within the block."""
        self.stop()
        try:
            yield
        finally:
            self.start()

    @contextmanager
    def frozen(self) -> Iterator[None]:
        """There within the block, but without an answer."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self._process.send_signal(signal.SIGCONT)

    def is_there(self) -> bool:
        raise NotImplementedError


class Redis(Server):
    """A Redis that keeps nothing over a restart."""

    def __init__(self, program: Path, folder: Path) -> None:
        self.port = free_port()
        settings = {"port": str(self.port), "bind": "127.0.0.1", "save": "", "appendonly": "no"}
        settings["requirepass"] = PASSWORD
        options = [part for name, value in settings.items() for part in (f"--{name}", value)]
        super().__init__([str(program), *options], folder)
        self.variables = {
            "REDIS_HOST": "127.0.0.1",
            "REDIS_PORT": str(self.port),
            "REDIS_PASSWORD": PASSWORD,
        }

    def client(self) -> Any:
        return redis.Redis("127.0.0.1", self.port, db=1, password=PASSWORD)

    def is_there(self) -> bool:
        try:
            return bool(self.client().ping())
        except redis.exceptions.ConnectionError:
            return False


class Postgres(Server):
    """A PostgreSQL with one empty database."""

    def __init__(self, program: Path, folder: Path) -> None:
        self.port = free_port()
        self._initdb = program.with_name("initdb")
        settings = {"listen_addresses": "127.0.0.1", "unix_socket_directories": "", "fsync": "off"}
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        data = str(folder / "data")
        super().__init__([str(program), "-D", data, "-p", str(self.port), *options], folder)
        self.variables = {
            "POSTGRES_HOST": "127.0.0.1",
            "POSTGRES_PORT": str(self.port),
            "POSTGRES_DB": NAME,
            "POSTGRES_USER": USER,
            "POSTGRES_PASSWORD": PASSWORD,
        }

    def begin(self) -> None:
        """Make the server's files, start it, make the database."""
        secret = self._folder / "password"
        secret.write_text(PASSWORD)
        arguments: list[str | Path] = [
            self._initdb,
            "-D",
            self._folder / "data",
            "-U",
            USER,
            "--no-sync",
        ]
        arguments += ["-A", "scram-sha-256", f"--pwfile={secret}", "-E", "UTF8", "--locale=C"]
        subprocess.run(
            arguments, cwd=self._folder, check=True, stdout=subprocess.DEVNULL, **_nobody_special()
        )
        self.start()
        self.query(f"CREATE DATABASE {NAME}", database="postgres")

    def query(self, text: str, *values: object, database: str = NAME) -> list[tuple[Any, ...]]:
        """What a statement gives, in a connection of its own."""
        connection = self._connect(database)
        connection.autocommit = True
        try:
            with connection.cursor() as cursor:
                cursor.execute(text, values)
                return list(cursor.fetchall()) if cursor.description else []
        finally:
            connection.close()

    def is_there(self) -> bool:
        try:
            self._connect("postgres").close()
        except psycopg2.OperationalError:
            return False
        return True

    def _connect(self, database: str) -> Any:
        return psycopg2.connect(
            host="127.0.0.1", port=self.port, dbname=database, user=USER, password=PASSWORD
        )


@contextmanager
def own_folder() -> Iterator[Path]:
    """A folder that whoever runs the servers may write to; pytest's are its user's alone."""
    with tempfile.TemporaryDirectory(prefix="horgos-") as name:
        if os.geteuid() == 0:
            shutil.chown(name, _OTHER, _OTHER)
        yield Path(name)


_OTHER = "postgres"
"""PostgreSQL refuses root, and Debian's package brings this user."""


def _nobody_special() -> dict[str, Any]:
    return {"user": _OTHER, "group": _OTHER, "extra_groups": []} if os.geteuid() == 0 else {}
