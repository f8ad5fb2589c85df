import json
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.machine import Circumstances
from benchmarks.readme import NOTHING, NoMarkers, between, section, update
from benchmarks.report import keep, newest
from benchmarks.tables import Number, Row, Share, Table

ROOT = Path(__file__).resolve().parents[2]
WHERE = Circumstances("2026-11-22", "abc1234", False, "A CPU", 2, 23.4, "Linux", "3.6.21", 0.1)
TOPICS = Table(
    "Right topics",
    ("n", "ours", "stock Rasa", "target"),
    (Row("en", (Number(9, 0), Share(8, 9), Share(3, 9), "≥ 97 %")),),
)
SPEED = Table("Speed", ("ours",), (Row("p50", (Number(25, 0),)),))
CHOSEN = """
columns: [ours, stock Rasa, characters, target]
rows:
  - {label: English, part: understanding, table: Right topics, row: en}
  - {label: nowhere, part: understanding, table: Right topics, row: xx}
  - {label: not run, part: speed, table: Speed, row: p50}
"""


@pytest.fixture
def chosen(tmp_path: Path) -> Path:
    path = tmp_path / "readme.yml"
    path.write_text(CHOSEN, encoding="utf-8")
    return path


def test_the_table_holds_what_was_measured(tmp_path: Path, chosen: Path) -> None:
    keep("understanding", [TOPICS], WHERE, "full", tmp_path)
    lines = section(newest(tmp_path), chosen).splitlines()
    assert lines[:3] == [
        "|  | ours | stock Rasa | characters | target |",
        "| --- | ---: | ---: | ---: | ---: |",
        "| English | 88.9 % | 33.3 % | – | ≥ 97 % |",
    ]
    assert lines[-1].endswith(
        "[2026-11-22-abc1234-full](benchmarks/results/2026-11-22-abc1234-full.md)."
    )


def test_the_newest_full_run_counts(tmp_path: Path) -> None:
    assert newest(tmp_path) == ()
    keep("understanding", [TOPICS], WHERE, "full", tmp_path)
    keep("understanding", [TOPICS], WHERE, "quick", tmp_path)
    assert [run.stem for run in newest(tmp_path)] == ["2026-11-22-abc1234-full"]


def test_each_part_comes_from_the_run_that_measured_it_last(tmp_path: Path, chosen: Path) -> None:
    later = replace(WHERE, commit="def5678")
    keep("understanding", [TOPICS], WHERE, "full", tmp_path)
    keep("detection", [TOPICS], WHERE, "full", tmp_path)
    keep("speed", [SPEED], later, "full", tmp_path)
    keep("detection", [TOPICS], later, "full", tmp_path)
    _measured(tmp_path / "2026-11-22-abc1234-full.json", "2026-11-22T10:00:00+00:00")
    _measured(tmp_path / "2026-11-22-def5678-full.json", "2026-11-22T11:00:00+00:00")
    runs = newest(tmp_path)
    assert [(run.stem, set(run.tables)) for run in runs] == [
        ("2026-11-22-abc1234-full", {"understanding"}),
        ("2026-11-22-def5678-full", {"speed", "detection"}),
    ]
    lines = section(runs, chosen).splitlines()
    assert [line.split(" | ")[0] for line in lines[2:4]] == ["| English", "| not run"]
    assert lines[-2].startswith("- understanding: 2026-11-22, commit abc1234")
    assert lines[-1].startswith("- speed, detection: 2026-11-22, commit def5678")


def _measured(path: Path, when: str) -> None:
    data = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**data, "measured": when}), encoding="utf-8")


def test_only_what_is_between_the_markers_changes(tmp_path: Path) -> None:
    page = tmp_path / "README.md"
    page.write_text("a\n<!-- benchmark -->\nold\n<!-- /benchmark -->\nb\n", encoding="utf-8")
    update(page, ())
    text = page.read_text(encoding="utf-8")
    assert text == f"a\n<!-- benchmark -->\n{NOTHING}\n<!-- /benchmark -->\nb\n"
    page.write_text("no markers", encoding="utf-8")
    with pytest.raises(NoMarkers):
        update(page, ())


def test_the_readme_shows_the_newest_results() -> None:
    shown = between((ROOT / "README.md").read_text(encoding="utf-8")).strip()
    assert shown == section(newest()), "python -m benchmarks writes it; do not edit it by hand"
