"""Measured values and the tables they are shown in: text, Markdown and plain data."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

MISSING = "–"
COUNT = "n"
"""Heading of the column that says of how many a row's shares are; without it each share does."""


@dataclass(frozen=True)
class Share:
    """How many of how many."""

    right: int
    of: int

    @classmethod
    def among(cls, found: Iterable[bool]) -> Share:
        """Count."""
        all_found = list(found)
        return cls(sum(all_found), len(all_found))

    def __str__(self) -> str:
        return f"{100 * self.right / self.of:.1f} %" if self.of else MISSING


@dataclass(frozen=True)
class Number:
    """A quantity; its unit stands in the label of its row or column."""

    value: float
    digits: int

    def __str__(self) -> str:
        return f"{self.value:,.{self.digits}f}"


Cell = Share | Number | str | None


@dataclass(frozen=True)
class Row:
    """A line of a table."""

    label: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """Values side by side.

    Attributes:
        title: What was measured.
        columns: Headings of the cells; the column of labels has none.
        rows: The lines.
        note: What must be known to read it.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    note: str = ""

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row.cells) != len(self.columns):
                raise ValueError(f"{self.title}, {row.label}: {len(row.cells)} cells")


def shares_table(
    title: str,
    rows: Mapping[str, Mapping[str, Share]],
    targets: Mapping[str, str],
    note: str = "",
) -> Table:
    """Shares of several systems by group; a count beside them where a row has but one.

    Args:
        title: Of the table.
        rows: By label of the group, the share of each system that has one.
        targets: By label of the group, the bar; groups without one are left out.
        note: For the reader.
    """
    systems = list(dict.fromkeys(system for row in rows.values() for system in row))
    of_the_same = all(len({share.of for share in row.values()}) == 1 for row in rows.values())
    lines = []
    for label, row in rows.items():
        cells: list[Cell] = [row.get(system) for system in systems]
        if of_the_same:
            cells.insert(0, Number(next(iter(row.values())).of, 0))
        if targets:
            cells.append(targets.get(label))
        lines.append(Row(label, tuple(cells)))
    counted = (COUNT,) if of_the_same else ()
    columns = (*counted, *systems, *(("target",) if targets else ()))
    return Table(title, columns, tuple(lines), note)


def as_text(table: Table) -> str:
    """For a terminal: columns of equal width."""
    lines = [["", *table.columns], *_lines(table)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    rows = [_aligned(line, widths) for line in lines]
    parts = [table.title, "-" * len(table.title), *rows]
    return "\n".join([*parts, *([table.note] if table.note else [])])


def as_markdown(table: Table) -> str:
    """For a page."""
    head = _piped(["", *table.columns])
    rule = _piped(["---", *("---:" for _ in table.columns)])
    rows = [_piped(line) for line in _lines(table)]
    parts = [f"### {table.title}", "", head, rule, *rows]
    return "\n".join([*parts, *(["", table.note] if table.note else [])])


def to_data(table: Table) -> dict[str, Any]:
    """Plain data for JSON; ``from_data`` reads it back."""
    rows = [{"label": row.label, "cells": [_plain(cell) for cell in row.cells]}
            for row in table.rows]  # fmt: skip
    return {"title": table.title, "columns": table.columns, "rows": rows, "note": table.note}


def from_data(data: Mapping[str, Any]) -> Table:
    """The table ``to_data`` wrote."""
    rows = [Row(row["label"], tuple(map(_cell, row["cells"]))) for row in data["rows"]]
    return Table(data["title"], tuple(data["columns"]), tuple(rows), data["note"])


def grouped(items: Sequence[Any], key: Callable[[Any], str]) -> dict[str, list[int]]:
    """Positions of items by group, groups in alphabetical order, then "all"."""
    groups: dict[str, list[int]] = {}
    for position, item in enumerate(items):
        groups.setdefault(key(item), []).append(position)
    return {**dict(sorted(groups.items())), "all": list(range(len(items)))}


def _lines(table: Table) -> list[list[str]]:
    counted = COUNT in table.columns
    return [[row.label, *(_shown(cell, counted) for cell in row.cells)] for row in table.rows]


def _shown(cell: Cell, counted: bool) -> str:
    if isinstance(cell, Share) and cell.of and not counted:
        return f"{cell} of {cell.of}"
    return MISSING if cell is None else str(cell)


def _plain(cell: Cell) -> Any:
    return asdict(cell) if isinstance(cell, Share | Number) else cell


def _cell(plain: Any) -> Cell:
    if not isinstance(plain, dict):
        return None if plain is None else str(plain)
    return Share(**plain) if "of" in plain else Number(**plain)


def _aligned(line: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = line
    cells = (cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True))
    return "  ".join([first.ljust(widths[0]), *cells])


def _piped(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
