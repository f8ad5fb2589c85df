"""How the milliseconds of messages are distributed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from benchmarks.pictures.picture import COLOURS, Picture, blank


def latency_picture(milliseconds: Mapping[str, Sequence[float]]) -> Picture:
    """Share of messages answered within so many milliseconds, one visitor at a time.

    Args:
        milliseconds: By system, one a message.
    """
    figure, axes = blank(7, 4.2)
    for colour, (name, took) in zip(COLOURS, milliseconds.items(), strict=False):
        shares = np.arange(1, len(took) + 1) / len(took)
        axes.step(np.sort(took), 100 * shares, where="post", color=colour, label=name)
    axes.set_xscale("log")
    axes.set_xlabel("milliseconds from request to reply (logarithmic)")
    axes.set_ylabel("% of messages answered by then")
    axes.set_title("One visitor at a time")
    axes.grid(alpha=0.3, which="both")
    axes.legend(loc="lower right")
    return Picture("latency", figure)
