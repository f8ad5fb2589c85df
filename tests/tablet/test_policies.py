"""The policies of a tablet, from the guide's address."""

import json
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from horgos.cli import app
from horgos.cli.lockdown import AddressError, locked_to

ALLOWED = [
    ("https://guide.example", "https://.guide.example:443/kiosk"),
    ("https://guide.example/", "https://.guide.example:443/kiosk"),
    ("https://guide.example:8443", "https://.guide.example:8443/kiosk"),
    ("http://127.0.0.1:5005", "http://.127.0.0.1:5005/kiosk"),
    ("http://localhost", "http://.localhost:80/kiosk"),
]
REFUSED = [
    ("", "is not like"),
    ("guide.example", "is not like"),
    ("https://", "is not like"),
    ("https://Guide.example", "is not like"),
    ("https://guide.example/zone", "is not like"),
    ("https://guide.example?x=1", "is not like"),
    ("https://me@guide.example", "is not like"),
    ("https://*", "is not like"),
    ("https://guide..example", "is not like"),
    ("ftp://guide.example", "is not like"),
    ("https://guide.example:0", "is not like"),
    ("https://guide.example:65536", "no port"),
    ("http://guide.example", "in the clear"),
    ("http://localhost.example", "in the clear"),
    ("https://guide.example\nhttps://other.example", "is not like"),
]


@pytest.mark.parametrize(("address", "page"), ALLOWED)
def test_one_page_of_one_host_is_allowed(address: str, page: str) -> None:
    assert locked_to(address, {})["URLAllowlist"] == [page]


@pytest.mark.parametrize(("address", "why"), REFUSED)
def test_an_address_no_tablet_can_be_locked_to_is_refused(address: str, why: str) -> None:
    with pytest.raises(AddressError, match=why):
        locked_to(address, {})


def test_new_tabs_and_home_lead_back_to_the_guide() -> None:
    locked = locked_to("https://guide.example", {"HomepageIsNewTabPage": False})
    assert locked == {
        "HomepageIsNewTabPage": False,
        "URLAllowlist": ["https://.guide.example:443/kiosk"],
        "NewTabPageLocation": "https://guide.example:443/kiosk",
        "HomepageLocation": "https://guide.example:443/kiosk",
    }


def test_the_fixed_policies_block_everything_and_are_in_order(
    fixed_policies: dict[str, object],
) -> None:
    assert fixed_policies["URLBlocklist"] == ["*", "chrome://*", "chrome-untrusted://*"]
    assert list(fixed_policies) == sorted(fixed_policies)


def test_the_command_prints_what_chromium_reads(fixed_policies: dict[str, object]) -> None:
    result = _run("--address", "https://guide.example")
    assert result.exit_code == 0
    assert json.loads(result.stdout) == locked_to("https://guide.example", fixed_policies)


def test_the_command_says_what_is_wrong_with_an_address() -> None:
    result = _run("--address", "http://guide.example")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "--address http://guide.example would send visitors' questions in the clear: "
        "it must begin with https.\n"
    )


def _run(*arguments: str) -> Result:
    root = str(Path(__file__).resolve().parents[2])
    command = ["tablet", "policies", *arguments, "--project", root]
    return CliRunner(mix_stderr=False).invoke(app, command)
