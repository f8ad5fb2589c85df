"""The front end's own unit tests, by Vitest on the Node that builds it."""

import json
import os
import subprocess
from pathlib import Path

from horgos.run.node import node_environment, npm
from horgos.run.settings import read_settings
from horgos.run.stop import StopFlag
from horgos.run.web_build import ensure_pages

ROOT = Path(__file__).parents[2]
FEWEST = 180


def test_all_unit_tests_of_the_front_end_pass_and_none_is_skipped(tmp_path: Path) -> None:
    ensure_pages(read_settings({}, ROOT), os.environ, StopFlag())
    report = tmp_path / "report.json"
    ended = subprocess.run(
        npm("test", "--", "--reporter=json", f"--outputFile={report}"),
        cwd=ROOT / "web",
        env=node_environment(os.environ),
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, f"{ended.stdout}\n{ended.stderr}"
    counted = json.loads(report.read_text(encoding="utf-8"))
    assert counted["numTotalTests"] >= FEWEST
    assert counted["numPassedTests"] == counted["numTotalTests"]
