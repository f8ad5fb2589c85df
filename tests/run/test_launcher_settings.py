"""Settings come from the environment, once; a wrong one is named."""

from pathlib import Path

import pytest

from horgos.run.environment import child_environment, training_environment
from horgos.run.failure import ExitCode, Failure
from horgos.run.launch import where_to_go
from horgos.run.settings import read_settings


def test_defaults(tmp_path: Path) -> None:
    settings = read_settings({}, tmp_path)
    assert (settings.host, settings.port, settings.action_port) == ("127.0.0.1", 5005, 5055)
    assert settings.operator_port == 5105
    assert settings.facts == tmp_path / "facts" / "facts.yml"
    assert settings.credentials == tmp_path / "credentials.yml"
    assert settings.logs == tmp_path / "var" / "log"


@pytest.mark.parametrize(
    ("port", "action_port"), [("5006", 5056), ("65535", 65485), ("65486", 65436), ("", 5055)]
)
def test_the_action_port_follows_the_port(tmp_path: Path, port: str, action_port: int) -> None:
    assert read_settings({"PORT": port}, tmp_path).action_port == action_port


@pytest.mark.parametrize(
    ("port", "operator_port"), [("5006", 5106), ("65435", 65535), ("65436", 65336), ("", 5105)]
)
def test_the_operators_port_follows_the_port(tmp_path: Path, port: str, operator_port: int) -> None:
    settings = read_settings({"PORT": port}, tmp_path)
    assert settings.operator_port == operator_port
    assert settings.operator_url == f"http://127.0.0.1:{operator_port}/"
    assert len({settings.port, settings.action_port, settings.operator_port}) == 3


def test_paths_start_at_the_project_unless_absolute(tmp_path: Path) -> None:
    given = {
        "HORGOS_FACTS": "mine.yml",
        "HORGOS_CREDENTIALS": "channels.yml",
        "HORGOS_VAR": "/elsewhere",
    }
    settings = read_settings(given, tmp_path)
    assert settings.facts == tmp_path / "mine.yml"
    assert settings.credentials == tmp_path / "channels.yml"
    assert settings.var == Path("/elsewhere")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "abc"),
        ("PORT", "0"),
        ("PORT", "65536"),
        ("PORT", "-1"),
        ("PORT", "5005 "),
        ("PORT", "５００５"),
        ("ACTION_PORT", "5055.5"),
        ("ACTION_PORT", "5005"),
        ("OPERATOR_PORT", "x"),
        ("OPERATOR_PORT", "5005"),
        ("OPERATOR_PORT", "5055"),
        ("HORGOS_KEEP_DAYS", "0"),
        ("HORGOS_KEEP_DAYS", "30d"),
        ("HORGOS_KEEP_DAYS", "never"),
        ("HORGOS_KEEP_DAYS", "10000"),
        ("HOST", "two words"),
        ("HOST", "http://127.0.0.1"),
    ],
)
def test_a_wrong_value_is_one_line_naming_the_variable(
    tmp_path: Path, name: str, value: str
) -> None:
    with pytest.raises(Failure) as caught:
        read_settings({name: value}, tmp_path)
    assert caught.value.exit_code is ExitCode.WRONG_SETTING
    assert str(caught.value).startswith(f"{name}=")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(("value", "days"), [("", 30), ("7", 7), ("forever", None)])
def test_conversations_are_kept_for_days_or_for_ever(
    tmp_path: Path, value: str, days: int | None
) -> None:
    assert read_settings({"HORGOS_KEEP_DAYS": value}, tmp_path).keep_days == days


@pytest.mark.parametrize(
    ("host", "url"),
    [
        ("127.0.0.1", "http://127.0.0.1:5005"),
        ("0.0.0.0", "http://127.0.0.1:5005"),
        ("::", "http://[::1]:5005"),
        ("guide.example", "http://guide.example:5005"),
    ],
)
def test_the_url_can_be_opened_on_this_machine(tmp_path: Path, host: str, url: str) -> None:
    assert read_settings({"HOST": host}, tmp_path).url == url


def test_children_see_the_settings_and_keep_the_rest(tmp_path: Path) -> None:
    settings = read_settings({"PORT": "6000"}, tmp_path)
    seen = child_environment(settings, {"HOME": "/home/x", "http_proxy": "http://proxy"})
    assert seen["HOME"] == "/home/x"
    ports = (seen["PORT"], seen["ACTION_PORT"], seen["OPERATOR_PORT"])
    assert ports == ("6000", "6050", "6100")
    assert seen["HORGOS_CREDENTIALS"] == str(tmp_path / "credentials.yml")
    assert seen["HORGOS_VAR"] == str(tmp_path / "var")
    assert seen["SANIC_HOST"] == "127.0.0.1"
    assert "127.0.0.1" in seen["no_proxy"]


def test_a_training_reuses_no_component_whose_helpers_may_have_changed(tmp_path: Path) -> None:
    assert training_environment(read_settings({}, tmp_path), {})["RASA_MAX_CACHE_SIZE"] == "0"


@pytest.mark.parametrize(
    ("environment", "address"),
    [
        ({}, "http://127.0.0.1:5005"),
        ({"PORT": "5220"}, "http://127.0.0.1:5220"),
        ({"HOST": "0.0.0.0"}, "http://127.0.0.1:5005"),
        ({"HOST": "::1"}, "http://[::1]:5005"),
    ],
)
def test_the_terminal_says_where_everything_is(
    tmp_path: Path, environment: dict[str, str], address: str
) -> None:
    told = where_to_go(read_settings(environment, tmp_path)).splitlines()
    for name, path in {
        "web page": "/",
        "tablet": "/kiosk",
        "REST": "/webhooks/rest/webhook",
        "health": "/health",
    }.items():
        assert f"  {name:<15} {address}{path}" in told
