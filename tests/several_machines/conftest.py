"""One PostgreSQL, one Redis, and two guides that share them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import pytest

from horgos.run.settings import read_settings
from horgos.run.stop import StopFlag
from horgos.run.web_build import ensure_pages
from tests.running import ROOT, RunningGuide, running_guide
from tests.several_machines.servers import Postgres, Redis, found_program, own_folder


def _program(name: str, product: str) -> Path:
    found = found_program(name)
    if found is None:
        pytest.skip(f"no {product} ({name})")
    return found


@pytest.fixture(scope="session")
def redis_server() -> Iterator[Redis]:
    program = _program("redis-server", "Redis")
    with own_folder() as folder:
        server = Redis(program, folder)
        try:
            server.start()
            yield server
        finally:
            server.stop()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Postgres]:
    program = _program("postgres", "PostgreSQL")
    with own_folder() as folder:
        server = Postgres(program, folder)
        try:
            server.create()
            yield server
        finally:
            server.stop()


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
