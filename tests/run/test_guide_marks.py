"""``-m "not guide"`` needs no training: whatever starts a trained guide is marked."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.conftest import GUIDES

TESTS = Path(__file__).resolve().parents[1]


def _functions_that_start_a_guide() -> Iterator[tuple[str, bool]]:
    """Their names, and whether they are fixtures."""
    for path in sorted(TESTS.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and _calls(node, "running_guide"):
                yield node.name, any("fixture" in ast.unparse(d) for d in node.decorator_list)


def _calls(node: ast.AST, name: str) -> bool:
    calls = [inner.func for inner in ast.walk(node) if isinstance(inner, ast.Call)]
    return any(isinstance(called, ast.Name) and called.id == name for called in calls)


def test_every_fixture_that_starts_a_guide_marks_its_tests() -> None:
    found = dict(_functions_that_start_a_guide())
    assert set(found) == GUIDES
    assert all(found.values())
