"""The pages for operators name nothing that is not there, and promise what the code does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from horgos.channels.web.replies import KEPT
from horgos.channels.web.sessions import LIFETIMES
from horgos.channels.web.settings import read_settings as read_web_settings
from horgos.cli import app
from horgos.run.settings import read_settings
from tests.running import ROOT

DOCS = ROOT / "docs"
PAGES = ("operating.md", "privacy.md", "README.md", "add-a-language.md")
OPERATING = (DOCS / "operating.md").read_text(encoding="utf-8")
PRIVACY = (DOCS / "privacy.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_somewhere(page: str) -> None:
    text = (DOCS / page).read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", text)
    assert [link for link in links if not (DOCS / link).exists()] == []


def test_every_page_is_in_the_index() -> None:
    index = (DOCS / "README.md").read_text(encoding="utf-8")
    pages = [path.relative_to(DOCS).as_posix() for path in DOCS.glob("**/*.md")]
    listed = [name for name in pages if not name.startswith(("adr/", "phrasebook/"))]
    assert [name for name in listed if name != "README.md" and f"({name})" not in index] == []
    assert len(listed) >= 12


@pytest.mark.parametrize("page", ["operating.md", "add-a-language.md"])
def test_every_file_of_the_project_exists(page: str) -> None:
    text = (DOCS / page).read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:deploy|horgos|scripts|tests|lexicon|data)/[\w./-]+)`", text))
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []
    assert named


def test_every_command_exists() -> None:
    commands = set(re.findall(r"bin/horgos ([a-z]+ [a-z]+)", OPERATING + PRIVACY))
    assert commands >= {"facts check", "channels check", "conversations prune"}
    for command in sorted(commands):
        assert CliRunner().invoke(app, [*command.split(), "--help"]).exit_code == 0, command
    targets = set(re.findall(r"\bmake (?:-C guide )?([a-z]+)", OPERATING))
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert targets == {"run", "facts"}
    assert [target for target in targets if f"\n{target}:" not in makefile] == []


def test_numbers_are_those_of_the_code() -> None:
    rates = read_web_settings(None, "").rates
    assert f"{rates.address_messages.amount} messages" in OPERATING
    assert f"{rates.address_sessions.amount} new sessions a\n  minute" in OPERATING
    settings = read_settings({}, Path())
    assert f"{settings.keep_days} days: `HORGOS_KEEP_DAYS`" in PRIVACY
    assert f"{settings.url}/health" in OPERATING and settings.operator_url in OPERATING
    assert f"last {KEPT} replies" in PRIVACY
    minutes = {place: int(time.total_seconds()) // 60 for place, time in LIFETIMES.items()}
    assert minutes == {"kiosk": 15, "web": 120}
    assert "after 15 minutes, that of the widget's after two hours" in PRIVACY


def test_places_of_the_service_are_those_of_the_unit() -> None:
    unit = (ROOT / "deploy" / "horgos-guide.service").read_text(encoding="utf-8")
    for place in ("/opt/horgos/guide", "/etc/horgos-guide.conf", "/var/lib/horgos-guide"):
        assert place in unit and place in OPERATING
