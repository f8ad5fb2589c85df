"""The results of a run: shown on the terminal, kept as JSON and Markdown."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks.machine import Circumstances
from benchmarks.tables import Table, as_markdown, as_text, from_data, to_data

RESULTS = Path(__file__).with_name("results")


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
        extent: How much was measured, "full" or "quick"; part of the file's name.
        folder: Where results are kept.

    Returns:
        The Markdown file; the JSON file has the same name but for its ending.
    """
    folder.mkdir(parents=True, exist_ok=True)
    stem = f"{where.date}-{where.commit}{'' if extent == 'full' else f'-{extent}'}"
    data = folder / f"{stem}.json"
    parts = json.loads(data.read_text(encoding="utf-8"))["parts"] if data.exists() else {}
    parts[part] = {"circumstances": asdict(where), "tables": [to_data(table) for table in tables]}
    text = json.dumps({"extent": extent, "parts": parts}, ensure_ascii=False, indent=1)
    data.write_text(f"{text}\n", encoding="utf-8")
    page = data.with_suffix(".md")
    page.write_text(_page(parts, extent), encoding="utf-8")
    return page


def _page(parts: Mapping[str, Any], extent: str) -> str:
    chapters = ["# Measurements" if extent == "full" else f"# Measurements ({extent})"]
    for name, part in parts.items():
        where = Circumstances(**part["circumstances"])
        tables = [as_markdown(from_data(table)) for table in part["tables"]]
        chapters += [f"## {name.capitalize()}", f"{where}", *tables]
    return "\n\n".join(chapters) + "\n"
