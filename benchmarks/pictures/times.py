"""Where the milliseconds of a message go, as bars of stacked parts."""

from __future__ import annotations

from collections.abc import Mapping

from matplotlib import colormaps
from matplotlib.figure import Figure

from benchmarks.pictures.picture import Picture

_NARROW = 0.04
_COLUMNS = 3
_WIDTH, _BAR, _LINE, _MARGIN = 11.0, 0.6, 0.2, 0.5
"""In inches: the drawing, a bar, a line of the legend, the space above and below the bars."""


def times_picture(bars: Mapping[str, Mapping[str, float]]) -> Picture:
    """One bar a kind of message.

    Args:
        bars: By label of the bar, the mean milliseconds of each part.
    """
    parts = list(dict.fromkeys(part for bar in bars.values() for part in bar))
    legend = _LINE * -(-len(parts) // _COLUMNS) + _MARGIN
    height = legend + _BAR * len(bars) + 2 * _MARGIN
    figure = Figure(figsize=(_WIDTH, height))
    axes = figure.add_subplot()
    figure.subplots_adjust(0.2, (legend + _MARGIN) / height, 0.98, 1 - _MARGIN / height)
    colours = [*colormaps["tab20"].colors, *colormaps["tab20b"].colors]
    longest = max(sum(bar.values()) for bar in bars.values())
    starts = [0.0] * len(bars)
    for place, part in enumerate(parts):
        widths = [bar.get(part, 0.0) for bar in bars.values()]
        colour = colours[place % len(colours)]
        drawn = axes.barh(list(bars), widths, left=starts, color=colour, label=part)
        shown = [f"{width:.1f}" if width > _NARROW * longest else "" for width in widths]
        axes.bar_label(drawn, shown, label_type="center", fontsize=8)
        starts = [start + width for start, width in zip(starts, widths, strict=True)]
    axes.invert_yaxis()
    axes.set_xlabel("milliseconds a message, mean of one visitor at a time")
    axes.set_title("Where a message's time goes")
    figure.legend(loc="lower center", ncol=_COLUMNS, fontsize=8)
    return Picture("profile", figure)
