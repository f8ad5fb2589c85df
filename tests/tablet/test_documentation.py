"""docs/tablet.md names nothing that is not there."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from horgos.cli import app
from horgos.cli.lockdown import PAGE, locked_to
from horgos.run.settings import read_settings

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy" / "tablet"
TEXT = (ROOT / "docs" / "tablet.md").read_text(encoding="utf-8")
COMMANDS = "\n".join(re.findall(r"```sh\n(.*?)```", TEXT, re.DOTALL))
QUOTED = re.findall(r"`([^`\n]+)`", TEXT.replace("```", ""))
SCRIPT = (DEPLOY / "start-kiosk.sh").read_text()
SERVICE = (DEPLOY / "horgos-kiosk.service").read_text()
LAYOUTS = Path("/usr/share/X11/xkb/symbols/kz")
RUSSIAN = re.findall(
    r"\S+",
    """a be ve ghe de ie io zhe ze i shorti ka el em en o pe er es te u ef ha tse che sha shcha
    hardsign yeru softsign e yu ya""",
)
KAZAKH = ["schwa", "ghe_bar", "ka_descender", "en_descender", "o_bar", "u_straight_bar"]
KAZAKH += ["u_straight", "shha"]
FIXED = json.loads((DEPLOY / "policies.json").read_text())


def test_every_file_of_the_project_exists() -> None:
    named = set(re.findall(r"\b(?:deploy|tests|docs)/[\w./-]*\w", TEXT))
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []
    assert len(named) >= 7


def test_every_unit_exists_and_every_file_is_sent_and_installed() -> None:
    units = set(re.findall(r"horgos-kiosk[\w-]*\.(?:service|timer)", TEXT))
    assert units == {path.name for path in DEPLOY.glob("horgos-kiosk*")}
    for name in {*units, "start-kiosk.sh"}:
        assert f"deploy/tablet/{name}" in COMMANDS


def test_every_policy_is_set_or_known_to_chromium() -> None:
    shape = re.compile(r"(?:[A-Z][a-z]+|[A-Z]+(?=[A-Z][a-z])){2,}")
    named = {name for name in QUOTED if shape.fullmatch(name)}
    # Not set by us; test_policies_in_chromium has Chromium's word for the others.
    assert named - set(locked_to("https://guide.example", FIXED)) == {"CACertificates"}
    assert len(named) >= 30


def test_every_switch_is_in_the_script() -> None:
    switches = [name for name in QUOTED if name.startswith("--")]
    assert len(switches) == 3
    assert [name for name in switches if f'"{name}"' not in SCRIPT] == []


@pytest.mark.parametrize("place", ["/etc/horgos-kiosk.conf", "/opt/horgos-kiosk"])
def test_places_on_the_tablet_are_those_of_the_unit(place: str) -> None:
    assert place in COMMANDS
    assert place in SERVICE


def test_the_policies_stand_where_the_script_looks() -> None:
    folder = "/etc/chromium/policies/managed/"
    assert f"install -m 644 horgos-kiosk.json {folder}" in COMMANDS
    assert f"policies={folder}horgos-kiosk.json" in SCRIPT


def test_every_command_of_ours_exists() -> None:
    commands = set(re.findall(r"horgos ((?:[a-z]+ ?)+)--", COMMANDS))
    assert commands == {"tablet policies "}
    for command in commands:
        result = CliRunner().invoke(app, [*command.split(), "--help"])
        assert (result.exit_code, "--address" in result.stdout) == (0, True)
    makefile = (ROOT / "Makefile").read_text()
    targets = set(re.findall(r"`make ([a-z]+)", TEXT))
    assert targets == {"run", "test"}
    assert [target for target in targets if f"\n{target}:" not in makefile] == []


def test_settings_and_numbers_are_those_of_the_code() -> None:
    for setting in ("HORGOS_ADDRESS", "TABLET", "PATIENCE"):
        assert setting in SCRIPT
        assert setting in TEXT
    assert "${PATIENCE:-180}" in SCRIPT
    assert "180 seconds" in TEXT
    assert 'sign="horgos-kiosk alive"' in SCRIPT
    assert "`horgos-kiosk alive`" in TEXT


def test_the_kazakh_layout_holds_every_russian_letter_and_the_digits() -> None:
    """The unit's second layout, from the files that the compositor reads."""
    assert "XKB_DEFAULT_LAYOUT=us,kz XKB_DEFAULT_VARIANT=,ext " in SERVICE
    assert "XKB_DEFAULT_OPTIONS=grp:shifts_toggle" in SERVICE
    if not LAYOUTS.exists():
        pytest.skip(f"no {LAYOUTS} (xkb-data)")
    basic, *_, rest = LAYOUTS.read_text().partition('xkb_symbols "ruskaz"')
    extended = rest.partition('xkb_symbols "ext"')[2].partition('xkb_symbols "latin"')[0]
    held = set(re.findall(r"\b\w+\b", basic + extended))
    letters = [f"Cyrillic_{name}" for name in (*RUSSIAN, *KAZAKH)]
    wanted = [*letters, "Ukrainian_i", *"0123456789"]
    assert [symbol for symbol in wanted if symbol not in held] == []
    assert len(wanted) == 33 + 9 + 10


def test_addresses_are_those_of_the_guide() -> None:
    settings = read_settings({}, ROOT)
    assert f"`{settings.operator_url}`" in TEXT
    assert f"`{settings.url}`" in TEXT
    assert f"`https://guide.example{PAGE}?tablet=desk-1`" in TEXT
    hosts = set(re.findall(r"https?://([\w.:-]+)", TEXT))
    assert hosts == {"guide.example", "127.0.0.1:5005", "127.0.0.1:5105"}


def test_the_page_gives_the_sign_of_life_that_the_script_waits_for() -> None:
    """The page's side of the agreement: without it every tablet starts anew for ever."""
    pages = ROOT / "web" / "src" / "kiosk"
    said = [path for path in pages.rglob("*.ts") if '"horgos-kiosk alive"' in path.read_text()]
    assert [path.name for path in said if not path.name.endswith(".test.ts")] != []
