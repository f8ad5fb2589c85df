"""Every test that asks for a driver runs once a channel."""

from __future__ import annotations

import pytest

from tests.channels.contract.driver import Driver
from tests.channels.contract.drivers import DRIVERS


@pytest.fixture(params=[kind.channel for kind in DRIVERS])
def driver(request: pytest.FixtureRequest, drivers: dict[str, Driver]) -> Driver:
    return drivers[request.param]
