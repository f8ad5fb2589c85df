"""``python -m benchmarks [part ...] [--extent full]``: measure, show, keep."""

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
EXTENTS = ("hour", "full", "quick")
PICTURES = ROOT / "docs" / "images" / "benchmarks"
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
    parser.add_argument("--extent", choices=EXTENTS, default=EXTENTS[0], help="see plan.yml")
    given = parser.parse_args()
    unknown = [part for part in given.parts if part not in PARTS]
    if unknown:
        parser.error(f"{unknown[0]} is none of {', '.join(PARTS)}")
    measure(given.parts or list(PARTS), given.extent)


def measure(parts: Sequence[str], extent: str) -> None:
    """Measure parts, and keep each as soon as it is there.

    Args:
        parts: Some of ``PARTS``.
        extent: One of ``EXTENTS``.
    """
    plan = read_plan()
    bench = Bench(ROOT, PLACE, plan, getattr(plan, extent))
    where = circumstances(ROOT)
    print(where, flush=True)
    for part in parts:
        outcome = PARTS[part](bench)
        report.show(part, outcome.tables)
        page = report.keep(part, outcome.tables, where, extent)
        print(f"\nKept in {page}", flush=True)
        _draw(outcome.pictures, PLACE / "pictures" if extent == report.QUICK else PICTURES)
    if extent != report.QUICK:
        readme.update(ROOT / "README.md", report.newest())


def _draw(pictures: Sequence[Picture], folder: Path) -> None:
    for path in draw(pictures, folder):
        print(f"Drawn: {path}", flush=True)


if __name__ == "__main__":
    main()
