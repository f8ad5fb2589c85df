"""A drawing with a name, and the files of drawings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import matplotlib
from matplotlib.axes import Axes
from matplotlib.figure import Figure

COLOURS = ("#1f6f8b", "#d1793b", "#6a994e", "#8e5572", "#b8a14a", "#5c677d", "#bc4749", "#9db4c0")
_STEADY = {"svg.hashsalt": "horgos", "svg.fonttype": "none", "font.family": "sans-serif"}


@dataclass(frozen=True)
class Picture:
    """A drawing.

    Attributes:
        name: Of its file, without ending.
        figure: What is drawn.
    """

    name: str
    figure: Figure


def blank(width: float, height: float) -> tuple[Figure, Axes]:
    """An empty drawing, in inches."""
    figure = Figure(figsize=(width, height), layout="constrained")
    return figure, figure.add_subplot()


def draw(pictures: Sequence[Picture], folder: Path) -> list[Path]:
    """Write drawings; the same values give the same file."""
    folder.mkdir(parents=True, exist_ok=True)
    with matplotlib.rc_context(_STEADY):
        return [_draw(picture, folder / f"{picture.name}.svg") for picture in pictures]


def _draw(picture: Picture, path: Path) -> Path:
    picture.figure.savefig(path, format="svg", metadata={"Date": None})
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join(line.rstrip() for line in lines) + "\n", encoding="utf-8")
    return path
