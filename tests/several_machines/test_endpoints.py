"""Which endpoints file a guide goes by, and what it says when that cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest
from rasa.shared.exceptions import RasaException
from rasa.utils.endpoints import read_endpoint_config

from horgos.run.environment import child_environment
from horgos.run.launch import commands
from horgos.run.settings import read_settings
from tests.refused_start import why_refused
from tests.running import ROOT

EXAMPLE = ROOT / "deploy" / "several-machines" / "endpoints.yml"
VARIABLES = {
    "ACTION_PORT": "5055",
    "POSTGRES_HOST": "postgres.example",
    "POSTGRES_PORT": "5432",
    "POSTGRES_DB": "horgos",
    "POSTGRES_USER": "guide",
    "POSTGRES_PASSWORD": "a: {word} # 'with' $all",
    "REDIS_HOST": "redis.example",
    "REDIS_PORT": "6379",
    "REDIS_PASSWORD": "",
}


def test_without_a_word_a_guide_keeps_to_itself(tmp_path: Path) -> None:
    assert read_settings({}, tmp_path).endpoints == tmp_path / "endpoints.yml"


def test_the_file_named_is_the_one_the_guide_is_started_with(tmp_path: Path) -> None:
    settings = read_settings({"HORGOS_ENDPOINTS": "shared/mine.yml"}, tmp_path)
    named = str(tmp_path / "shared" / "mine.yml")
    assert child_environment(settings, {})["HORGOS_ENDPOINTS"] == named
    (guide,) = [found for found in commands(settings, {}, tmp_path) if found.name == "The guide"]
    arguments = list(guide.arguments)
    assert arguments[arguments.index("--endpoints") + 1] == named


def test_a_file_that_is_not_there_is_one_line_with_its_name(tmp_path: Path) -> None:
    missing = str(tmp_path / "mine.yml")
    paths = {"credentials": "credentials.yml", "endpoints": missing}
    assert missing in why_refused("none", "mine.yml", {"PORT": "1"}, **paths)


@pytest.fixture
def variables(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name, value in VARIABLES.items():
        monkeypatch.setenv(name, value)
    return monkeypatch


@pytest.mark.usefixtures("variables")
def test_secrets_come_from_the_environment_letter_by_letter() -> None:
    conversations = read_endpoint_config(str(EXAMPLE), "tracker_store")
    locks = read_endpoint_config(str(EXAMPLE), "lock_store")
    assert conversations is not None and locks is not None
    assert conversations.url == "postgres.example"
    assert conversations.kwargs["password"] == VARIABLES["POSTGRES_PASSWORD"]
    assert (locks.url, locks.kwargs["password"]) == ("redis.example", "")


@pytest.mark.parametrize("missing", sorted(set(VARIABLES) - {"ACTION_PORT"}))
def test_a_variable_that_is_not_set_is_named(variables: pytest.MonkeyPatch, missing: str) -> None:
    variables.delenv(missing)
    with pytest.raises(RasaException, match=missing):
        read_endpoint_config(str(EXAMPLE), "lock_store")
