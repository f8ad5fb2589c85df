"""Where and on what a run was made: the machine, the commit, the date."""

from __future__ import annotations

import os
import platform
import subprocess
from dataclasses import dataclass
from datetime import datetime, timezone
from importlib.metadata import version
from pathlib import Path

_GIB = 2**30


@dataclass(frozen=True)
class Circumstances:
    """What a figure depends on besides the code.

    Attributes:
        date: Of the run, UTC, ISO 8601.
        commit: Short hash.
        changed: Whether the work tree held more than the commit.
        processor: Model of the processor.
        cores: How many this process may use.
        memory: In GiB.
        system: Kernel and Python.
        rasa: Version of Rasa.
        load: Load average over a minute before the run; other work slows it.
    """

    date: str
    commit: str
    changed: bool
    processor: str
    cores: int
    memory: float
    system: str
    rasa: str
    load: float

    def __str__(self) -> str:
        state = f"{self.commit}{' with uncommitted changes' if self.changed else ''}"
        machine = f"{self.processor}, {self.cores} cores, {self.memory:.0f} GiB, {self.system}"
        return f"{self.date}, commit {state}; {machine}; Rasa {self.rasa}; load {self.load:.1f}"


def circumstances(root: Path) -> Circumstances:
    """Look around.

    Raises:
        OSError: This is no Linux.
        subprocess.CalledProcessError: The folder is no git work tree.
    """
    pages, page = os.sysconf("SC_PHYS_PAGES"), os.sysconf("SC_PAGE_SIZE")
    return Circumstances(
        date=datetime.now(timezone.utc).strftime("%Y-%m-%d"),
        commit=_git(root, "rev-parse", "--short", "HEAD"),
        changed=bool(_git(root, "status", "--porcelain", "--", ".", ":!benchmarks/results")),
        processor=_processor(),
        cores=len(os.sched_getaffinity(0)),
        memory=pages * page / _GIB,
        system=f"{platform.system()} {platform.machine()}, Python {platform.python_version()}",
        rasa=version("rasa"),
        load=os.getloadavg()[0],
    )


def _git(root: Path, *arguments: str) -> str:
    command = ["git", "-C", str(root), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        name, _, value = line.partition(":")
        if name.strip() == "model name":
            return value.strip()
    return platform.machine()
