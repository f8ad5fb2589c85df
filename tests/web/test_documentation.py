"""docs/widget.md says what the build says."""

from __future__ import annotations

import os
import re

import pytest

from horgos.run.settings import read_settings
from horgos.run.stop import StopFlag
from horgos.run.web_build import ensure_pages
from tests.running import ROOT

TEXT = " ".join((ROOT / "docs" / "widget.md").read_text(encoding="utf-8").split())
BUILD = ROOT / "web" / "build"


def test_the_script_weighs_what_is_said() -> None:
    dist = ensure_pages(read_settings({}, ROOT), os.environ, StopFlag())
    weighs = round((dist / "widget.js.gz").stat().st_size / 1000)
    most = re.search(r"BUDGET = (\d+)_000;", (BUILD / "budget.ts").read_text())
    assert most is not None
    assert f"one file of {weighs} kB (gzip; the build fails above {most[1]} kB)" in TEXT


@pytest.mark.parametrize("browser", ["Chrome", "Edge", "Firefox", "Safari"])
def test_the_oldest_browsers_are_those_that_is_built_for(browser: str) -> None:
    built_for = re.search(rf'"{browser.lower()}([\d.]+)"', (BUILD / "oldest.ts").read_text())
    assert built_for is not None
    assert f"{browser} {built_for[1]}" in TEXT
