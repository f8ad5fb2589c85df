"""``python -m benchmarks [part ...] [--quick]``: measure, show, keep."""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks import detection, growth, report, speed, understanding
from benchmarks.bench import Bench, Part
from benchmarks.machine import circumstances
from benchmarks.plan import read_plan

ROOT = Path(__file__).resolve().parent.parent
PLACE = ROOT / "var" / "benchmarks"
PARTS: dict[str, Part] = {
    "understanding": understanding.measure,
    "detection": detection.measure,
    "speed": speed.measure,
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
    plan = read_plan()
    extent = "quick" if given.quick else "full"
    bench = Bench(ROOT, PLACE, plan, plan.quick if given.quick else plan.full)
    where = circumstances(ROOT)
    print(where, flush=True)
    for part in given.parts or PARTS:
        tables = PARTS[part](bench)
        report.show(part, tables)
        print(f"\nKept in {report.keep(part, tables, where, extent)}", flush=True)


if __name__ == "__main__":
    main()
