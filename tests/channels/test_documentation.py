"""Every example of credentials.yml in docs/ is one that the guide starts with."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rasa.core.run import create_http_input_channels
from rasa.shared.exceptions import RasaException

from tests.running import ROOT

DOCS = ROOT / "docs"
EXAMPLES = [
    pytest.param(example, id=f"{path.relative_to(DOCS)}-{number}")
    for path in sorted(DOCS.rglob("*.md"))
    for number, example in enumerate(re.findall(r"```ya?ml\n(.*?)```", path.read_text(), re.DOTALL))
]


def start(example: str, folder: Path) -> list[str]:
    """The channels that Rasa makes of it, by name."""
    credentials = folder / "credentials.yml"
    credentials.write_text(example)
    return [channel.name() for channel in create_http_input_channels(None, str(credentials))]


@pytest.fixture(autouse=True)
def own_secrets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HORGOS_VAR", str(tmp_path))


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_names_channels_and_settings_that_there_are(
    example: str, tmp_path: Path
) -> None:
    assert len(start(example, tmp_path)) == 1


def test_all_of_them_were_found() -> None:
    assert len(EXAMPLES) == 5


@pytest.mark.parametrize(
    "wrong",
    [
        "web:\n  origins: []",
        "horgos.channels.web.WebChannels: {}",
        "horgos.channels.web.channel.WebChannel:\n  origin: []",
    ],
)
def test_one_that_is_not_would_be_found(wrong: str, tmp_path: Path) -> None:
    with pytest.raises(RasaException):
        start(wrong, tmp_path)
