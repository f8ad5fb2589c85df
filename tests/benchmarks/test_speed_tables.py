from pathlib import Path

from benchmarks.load import Load
from benchmarks.plan import read_plan
from benchmarks.speed_tables import Measured, ratio_table
from benchmarks.system import System
from benchmarks.tables import Number


def _measured(milliseconds: tuple[float, ...], seconds: float, mixed: float) -> Measured:
    system = System("one", "http://127.0.0.1:9", (), Path("model"), 1.0, 1, "/{topic}")
    load = Load(milliseconds, 0, seconds)
    return Measured(system, seconds, load, load, Load(milliseconds, 0, mixed), int(100 * seconds))


def test_ratios_are_ours_by_stock() -> None:
    mine, stock = _measured((10.0, 10.0), 1.0, 0.5), _measured((40.0, 40.0), 4.0, 4.0)
    table = ratio_table(mine, stock, read_plan().targets)
    assert [(row.cells[0], row.cells[1]) for row in table.rows] == [
        (Number(0.25, 2), "≤ 0.5"),
        (Number(0.25, 2), "≤ 0.5"),
        (Number(4.0, 2), "≥ 3"),
        (Number(8.0, 2), "≥ 5"),
        (Number(0.25, 2), "< 1"),
        (Number(0.25, 2), "≤ 0.5"),
    ]
