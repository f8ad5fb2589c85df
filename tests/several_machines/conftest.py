"""One PostgreSQL, one Redis, and two guides that share them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TypeVar

import pytest

from horgos.run.settings import read_settings
from horgos.run.stop import StopFlag
from horgos.run.web_build import ensure_pages
from tests.running import ROOT, RunningGuide, running_guide
from tests.several_machines.servers import Postgres, Redis, Server, found_program, own_folder

AnyServer = TypeVar("AnyServer", bound=Server)


@contextmanager
def _running(made: Callable[[Path, Path], AnyServer], name: str) -> Iterator[AnyServer]:
    """A server of a kind in a folder of its own; without its program the tests are skipped."""
    program = found_program(name)
    if program is None:
        pytest.skip(f"no {made.__name__} ({name})")
    with own_folder() as folder:
        server = made(program, folder)
        try:
            server.begin()
            yield server
        finally:
            server.stop()


@pytest.fixture(scope="session")
def redis_server() -> Iterator[Redis]:
    with _running(Redis, "redis-server") as server:
        yield server


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Postgres]:
    with _running(Postgres, "postgres") as server:
        yield server


@pytest.fixture(scope="session")
def guides(
    redis_server: Redis, postgres_server: Postgres, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[RunningGuide, RunningGuide]]:
    """Two guides with an action server each, as on two machines."""
    more = {
        **redis_server.variables,
        **postgres_server.variables,
        "HORGOS_ENDPOINTS": "deploy/several-machines/endpoints.yml",
        "HORGOS_WEB_SECRET": "the same 32 bytes at least on every machine",
    }

    def folder(name: str) -> Path:
        return tmp_path_factory.mktemp(name)

    # Beside each other: either spends most of its start reading.
    with ExitStack() as stack, ThreadPoolExecutor() as pool:
        ensure_pages(read_settings({}, ROOT), os.environ, StopFlag())
        starting = [
            pool.submit(stack.enter_context, running_guide(folder(name), more=more))
            for name in ("here", "there")
        ]
        here, there = (start.result() for start in starting)
        yield here, there
