"""A guide whose channel lets a single address ask as much as the tests do."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.channels.web.visiting import Visitor
from tests.running import RunningGuide, running_guide

LISTED = "https://zone.example"
CREDENTIALS = f"""\
horgos.channels.rest.RestChannel: {{}}
horgos.channels.health.HealthChannel: {{}}
horgos.channels.web.channel.WebChannel:
  origins: ["{LISTED}"]
  trusted_proxies: ["127.0.0.1"]
  rates:
    address_messages: 100000/minute
    address_sessions: 100000/minute
    address_pings: 100000/minute
horgos.channels.operator.channel.OperatorChannel: {{}}
"""


@pytest.fixture(scope="session")
def web_guide(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningGuide]:
    """The trained guide; a session still may send twenty messages a minute."""
    folder = tmp_path_factory.mktemp("web")
    credentials = folder / "credentials.yml"
    credentials.write_text(CREDENTIALS)
    with running_guide(folder, credentials=credentials) as running:
        yield running


@pytest.fixture
def visitor(web_guide: RunningGuide) -> Visitor:
    return Visitor(web_guide)
