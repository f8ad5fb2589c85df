"""Time taken apart, of a module of a few lines run as a system's process would be."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from benchmarks.inside.timed_run import SPANS
from benchmarks.timing import HTTP, SMALL, TO_ACTIONS, mean_parts, without_small

SCRIPT = SPANS.with_name("timed_run.py")
NAMES = [
    name
    for names in YAML(typ="safe").load(SPANS.read_text(encoding="utf-8"))["spans"].values()
    for name in names
]


@pytest.mark.parametrize("name", NAMES)
def test_whatever_is_timed_exists(name: str) -> None:
    module, _, function = name.partition(":")
    found = importlib.import_module(module)
    for part in function.split("."):
        found = getattr(found, part)
    assert callable(found)


def test_a_part_is_charged_its_own_time_and_messages_stay_apart(tmp_path: Path) -> None:
    (tmp_path / "spans.yml").write_text(
        'spans: {outer: ["slow:Slow.outer"], inner: ["slow:Slow.inner"]}', encoding="utf-8"
    )
    (tmp_path / "slow.py").write_text(
        "import asyncio, time\n"
        "class Slow:\n"
        "    async def outer(self):\n"
        "        await asyncio.sleep(0.02)\n"
        "        await asyncio.wait_for(self.later(), 5)\n"
        "    async def later(self):\n"
        "        self.inner()\n"
        "    def inner(self):\n"
        "        time.sleep(0.3)\n",
        encoding="utf-8",
    )
    (tmp_path / "served.py").write_text(
        "import asyncio, sys\n"
        "from slow import Slow\n"
        "for _ in range(int(sys.argv[1])):\n"
        "    asyncio.run(Slow().outer())\n",
        encoding="utf-8",
    )
    script = tmp_path / "timed_run.py"
    script.write_text(SCRIPT.read_text(encoding="utf-8"), encoding="utf-8")
    result = tmp_path / "result.json"
    command = [sys.executable, str(script), str(result), "served", "2"]
    subprocess.run(command, cwd=tmp_path, check=True)
    messages = json.loads(result.read_text())
    assert len(messages) == 2
    for parts in messages:
        assert set(parts) == {"outer", "inner"}
        # Far apart: a machine that wakes somebody late does not make the one the other.
        assert 20 <= parts["outer"] < 300 <= parts["inner"]


def test_the_parts_of_a_message_are_what_a_visitor_waits() -> None:
    guide = [{"gate": 1.0, TO_ACTIONS: 6.0}, {"gate": 3.0, TO_ACTIONS: 6.0, "NLU": 4.0}]
    parts = mean_parts(guide, [{"answer": 2.0}, {"answer": 4.0}], milliseconds=11.0)
    assert parts == {HTTP: 1.0, "gate": 2.0, TO_ACTIONS: 3.0, "NLU": 2.0, "answer": 3.0}
    assert sum(parts.values()) == 11.0


def test_what_is_small_everywhere_is_put_together() -> None:
    bars = {"ours": {"a": 9.0, "b": 0.5, "c": 0.5}, "stock": {"a": 9.0, "b": 0.1, "c": 0.9}}
    assert without_small(bars, 0.08) == {
        "ours": {"a": 9.0, "c": 0.5, SMALL: 0.5},
        "stock": {"a": 9.0, "c": 0.9, SMALL: 0.1},
    }
