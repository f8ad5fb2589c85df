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
    assert newest(tmp_path) is None
    keep("understanding", [TOPICS], WHERE, "full", tmp_path)
    keep("understanding", [TOPICS], WHERE, "quick", tmp_path)
    found = newest(tmp_path)
    assert found is not None
    assert found.stem == "2026-11-22-abc1234-full"


def test_only_what_is_between_the_markers_changes(tmp_path: Path) -> None:
    page = tmp_path / "README.md"
    page.write_text("a\n<!-- benchmark -->\nold\n<!-- /benchmark -->\nb\n", encoding="utf-8")
    update(page, None)
    text = page.read_text(encoding="utf-8")
    assert text == f"a\n<!-- benchmark -->\n{NOTHING}\n<!-- /benchmark -->\nb\n"
    page.write_text("no markers", encoding="utf-8")
    with pytest.raises(NoMarkers):
        update(page, None)


def test_the_readme_shows_the_newest_results() -> None:
    shown = between((ROOT / "README.md").read_text(encoding="utf-8")).strip()
    assert shown == section(newest()), "python -m benchmarks writes it; do not edit it by hand"
