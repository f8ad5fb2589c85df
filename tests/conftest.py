"""What all tests share: the language axis, and the running guide.

``--language kk,zh`` keeps the tests that have a ``language`` to those languages.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from horgos.language.forms import Forms, load_forms
from tests.running import RunningGuide, running_guide

pytest_plugins = ("tests.require_all",)

ROOT = Path(__file__).resolve().parent.parent
FORMS: Forms = load_forms(ROOT / "languages.yml")
GUIDES = frozenset({"guide", "guides", "own_guide", "web_guide", "drivers", "zones"})
"""Fixtures that start a trained guide; tests/run/test_guide_marks.py looks for others."""

# A busy machine makes no example wrong; what is wrong can be tried again from the log alone.
hypothesis.settings.register_profile("guide", deadline=None, print_blob=True)
hypothesis.settings.load_profile("guide")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--language", help="only these languages, by comma: kk,zh")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "language" not in metafunc.fixturenames:
        return
    wanted = metafunc.config.getoption("--language")
    languages = wanted.split(",") if wanted else list(FORMS.languages)
    unknown = set(languages) - set(FORMS.languages)
    if unknown:
        raise pytest.UsageError(f"--language: {sorted(unknown)} are not in languages.yml")
    metafunc.parametrize("language", languages)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs a trained guide: ``-m "not guide"`` runs the others, without a training."""
    for item in items:
        if not GUIDES.isdisjoint(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.guide)


@pytest.fixture(scope="session")
def forms() -> Forms:
    return FORMS


@pytest.fixture(scope="session")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningGuide]:
    """The trained guide with its action server, for all tests that only ask."""
    with running_guide(tmp_path_factory.mktemp("guide")) as running:
        yield running
