"""The site on a server of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from horgos.language.forms import Forms
from tests.channels.made_dist import make_dist
from tests.channels.serving import serving
from tests.interface.made_words import write_words

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
