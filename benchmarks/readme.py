"""The short table of the README, made from the newest results."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from benchmarks.report import Results
from benchmarks.tables import Cell, Row, Table, as_markdown

BEGIN, END = "<!-- benchmark -->", "<!-- /benchmark -->"
NOTHING = "Nothing has been measured yet: `make bench` does it."
_CHOSEN = Path(__file__).with_name("readme.yml")
_OURS = "ours"


class NoMarkers(Exception):
    """The page has no place for the table."""


def update(page: Path, results: Sequence[Results]) -> None:
    """Write the table of some results between the markers of a page.

    Raises:
        NoMarkers: The page lacks one of them.
    """
    text = page.read_text(encoding="utf-8")
    old = f"{BEGIN}{between(text)}{END}"
    new = f"{BEGIN}\n{section(results)}\n{END}"
    page.write_text(text.replace(old, new), encoding="utf-8")


def between(text: str) -> str:
    """What stands between the markers.

    Raises:
        NoMarkers: One of them is missing.
    """
    _, begin, rest = text.partition(BEGIN)
    found, end, _ = rest.partition(END)
    if not (begin and end):
        raise NoMarkers(f"{BEGIN} ... {END} is not there")
    return found


def section(results: Sequence[Results], chosen: Path = _CHOSEN) -> str:
    """The table and which run each part of it comes from; a sentence when there are no results."""
    if not results:
        return NOTHING
    wanted = YAML(typ="safe").load(chosen.read_text(encoding="utf-8"))
    tables = {part: made for run in results for part, made in run.tables.items()}
    rows = tuple(_rows(wanted, tables))
    table = as_markdown(Table("", tuple(wanted["columns"]), rows)).removeprefix("### \n\n")
    return "\n\n".join((table, "\n".join(map(_source, results))))


def _source(run: Results) -> str:
    page = f"[{run.stem}](benchmarks/results/{run.stem}.md)"
    return f"- {', '.join(run.tables)}: {run.machine}. All tables: {page}."


def _rows(wanted: Mapping[str, Any], tables: Mapping[str, Sequence[Table]]) -> Iterator[Row]:
    for line in wanted["rows"]:
        for table in tables.get(line["part"], ()):
            if table.title.startswith(line["table"]):
                yield from _row(line, table, wanted["columns"])
                break


def _row(line: Mapping[str, str], table: Table, columns: list[str]) -> Iterator[Row]:
    """One, unless nothing of it was measured."""
    for row in table.rows:
        if row.label == line["row"]:
            named = dict(zip(table.columns, row.cells, strict=True))
            ours = named.get(line.get(_OURS, _OURS))
            yield Row(line["label"], tuple(_cell(ours, named, column) for column in columns))


def _cell(ours: Cell, named: Mapping[str, Cell], column: str) -> Cell:
    """As text, so that shares are shown without their count."""
    found = ours if column == _OURS else named.get(column)
    return None if found is None else str(found)
