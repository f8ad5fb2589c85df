"""``python -m benchmarks [part ...] [--quick]``: measure, show, keep."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from benchmarks import detection, growth, profile, readme, report, speed, understanding
from benchmarks.bench import Bench, Part
from benchmarks.machine import circumstances
from benchmarks.pictures.picture import Picture, draw
from benchmarks.plan import read_plan

ROOT = Path(__file__).resolve().parent.parent
PLACE = ROOT / "var" / "benchmarks"
PICTURES = {"full": ROOT / "docs" / "images" / "benchmarks", "quick": PLACE / "pictures"}
PARTS: dict[str, Part] = {
    "understanding": understanding.measure,
    "detection": detection.measure,
    "speed": speed.measure,
    "profile": profile.measure,
    "growth": growth.measure,
}


def main() -> None:
    """Measure the parts asked for, all without any."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="part", help=", ".join(PARTS))
    parser.add_argument("--quick", action="store_true", help="a tenth of the questions, 5 epochs")
    given = parser.parse_args()
    unknown = [part for part in given.parts if part not in PARTS]
    if unknown:
        parser.error(f"{unknown[0]} is none of {', '.join(PARTS)}")
    measure(given.parts or list(PARTS), "quick" if given.quick else "full")


def measure(parts: Sequence[str], extent: str) -> None:
    """Measure parts, and keep each as soon as it is there.

    Args:
        parts: Some of ``PARTS``.
        extent: ``full`` or ``quick``.
    """
    plan = read_plan()
    bench = Bench(ROOT, PLACE, plan, plan.full if extent == "full" else plan.quick)
    where = circumstances(ROOT)
    print(where, flush=True)
    for part in parts:
        outcome = PARTS[part](bench)
        report.show(part, outcome.tables)
        page = report.keep(part, outcome.tables, where, extent)
        print(f"\nKept in {page}", flush=True)
        _draw(outcome.pictures, extent)
    if extent == "full":
        readme.update(ROOT / "README.md", report.newest())


def _draw(pictures: Sequence[Picture], extent: str) -> None:
    for path in draw(pictures, PICTURES[extent]):
        print(f"Drawn: {path}", flush=True)


if __name__ == "__main__":
    main()
