"""The site on a server of its own; the guide with all messaging apps played by stand-ins."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import httpx
import pytest
from ruamel.yaml import YAML

from horgos.language.forms import Forms
from horgos.language.yaml_files import load_mapping
from tests.channels.contract.driver import Driver
from tests.channels.contract.drivers import DRIVERS
from tests.channels.made_dist import make_dist
from tests.channels.serving import serving
from tests.interface.made_words import write_words
from tests.running import ROOT, running_guide

ADDRESS = "https://guide.example"
ANCESTORS = ("https://zone.example", "http://localhost:8080")


@pytest.fixture(scope="session")
def words(tmp_path_factory: pytest.TempPathFactory, forms: Forms) -> Path:
    return write_words(tmp_path_factory.mktemp("words"), forms)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, words: Path) -> Iterator[httpx.Client]:
    from horgos.channels.site import SiteChannel
    from horgos.channels.site.settings import SiteSettings

    dist = make_dist(tmp_path_factory.mktemp("dist"))
    with serving(SiteChannel(SiteSettings(ADDRESS, ANCESTORS), dist, words)) as client:
        yield client


@pytest.fixture(scope="session")
def drivers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Driver]]:
    """One guide with all messaging channels, each before a stand-in for its platform."""
    folder = tmp_path_factory.mktemp("messaging")
    with ExitStack() as stack:
        started = {kind.channel: stack.enter_context(kind.standing_in()) for kind in DRIVERS}
        channels = load_mapping(ROOT / "credentials.yml")
        secrets: dict[str, str] = {}
        for driver in started.values():
            channels[driver.credentials_key] = dict(driver.settings)
            secrets.update(driver.environment)
        credentials = folder / "credentials.yml"
        with credentials.open("w", encoding="utf-8") as file:
            YAML(typ="safe").dump(channels, file)
        guide = stack.enter_context(running_guide(folder, credentials=credentials, more=secrets))
        for driver in started.values():
            driver.connect(guide)
        yield started
