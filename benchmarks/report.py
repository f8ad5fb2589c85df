"""The results of a run: shown on the terminal, kept as JSON and Markdown."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from benchmarks.machine import Circumstances
from benchmarks.tables import Table, as_markdown, as_text, from_data, to_data

RESULTS = Path(__file__).with_name("results")
QUICK = "quick"
"""The extent whose figures are no results."""


@dataclass(frozen=True)
class Results:
    """The results of a run, read again.

    Attributes:
        stem: Of its files.
        measured: When its last part ended, UTC, ISO 8601.
        machine: What it ran on, and when, in words.
        tables: By part.
    """

    stem: str
    measured: str
    machine: str
    tables: Mapping[str, Sequence[Table]]


def show(part: str, tables: Sequence[Table]) -> None:
    """Print a part."""
    print(f"\n==== {part} ====", flush=True)
    for table in tables:
        print(f"\n{as_text(table)}", flush=True)


def keep(
    part: str,
    tables: Sequence[Table],
    where: Circumstances,
    extent: str,
    folder: Path = RESULTS,
) -> Path:
    """Write a part beside the other parts measured that day on that commit.

    Args:
        part: Its name; replaces an earlier result of the same name.
        tables: What was measured.
        where: Machine, commit and date.
        extent: How much was measured, see ``plan.yml``; part of the file's name.
        folder: Where results are kept.

    Returns:
        The Markdown file; the JSON file has the same name but for its ending.
    """
    folder.mkdir(parents=True, exist_ok=True)
    stem = f"{where.date}-{where.commit}-{extent}"
    data = folder / f"{stem}.json"
    parts = json.loads(data.read_text(encoding="utf-8"))["parts"] if data.exists() else {}
    parts[part] = {"circumstances": asdict(where), "tables": [to_data(table) for table in tables]}
    measured = datetime.now(timezone.utc).isoformat(timespec="seconds")
    kept = {"extent": extent, "measured": measured, "parts": parts}
    text = json.dumps(kept, ensure_ascii=False, indent=1)
    data.write_text(f"{text}\n", encoding="utf-8")
    page = data.with_suffix(".md")
    page.write_text(_page(parts, extent), encoding="utf-8")
    return page


def newest(folder: Path = RESULTS) -> tuple[Results, ...]:
    """The run that ended last of those that hold a part, for each part; quick ones left out.

    Parts can be measured apart, so that several runs may be in use; each comes with the parts
    it is the newest for only, the run that ended first comes first.
    """
    found = [_read(path) for path in folder.glob("*.json") if not path.stem.endswith(QUICK)]
    found.sort(key=lambda results: results.measured)
    owner = {part: results.stem for results in found for part in results.tables}
    used = [replace(results, tables=_owned(results, owner)) for results in found]
    return tuple(results for results in used if results.tables)


def _owned(results: Results, owner: Mapping[str, str]) -> dict[str, Sequence[Table]]:
    return {part: made for part, made in results.tables.items() if owner[part] == results.stem}


def _read(path: Path) -> Results:
    data = json.loads(path.read_text(encoding="utf-8"))
    parts = data["parts"]
    where = Circumstances(**next(iter(parts.values()))["circumstances"])
    tables = {name: [from_data(table) for table in part["tables"]] for name, part in parts.items()}
    return Results(path.stem, data["measured"], str(where), tables)


def _page(parts: Mapping[str, Any], extent: str) -> str:
    chapters = [f"# Measurements ({extent})"]
    for name, part in parts.items():
        where = Circumstances(**part["circumstances"])
        tables = [as_markdown(from_data(table)) for table in part["tables"]]
        chapters += [f"## {name.capitalize()}", f"{where}", *tables]
    return "\n\n".join(chapters) + "\n"
