"""Where the milliseconds of a message go, as bars of stacked parts."""

from __future__ import annotations

from collections.abc import Mapping

from matplotlib import colormaps

from benchmarks.pictures.picture import Picture, blank

_NARROW = 0.04
_COLOURS = "tab20"


def times_picture(bars: Mapping[str, Mapping[str, float]]) -> Picture:
    """One bar a kind of message.

    Args:
        bars: By label of the bar, the mean milliseconds of each part.
    """
    parts = list(dict.fromkeys(part for bar in bars.values() for part in bar))
    figure, axes = blank(11, 1.6 + 0.75 * len(bars) + 0.1 * len(parts))
    colours = colormaps[_COLOURS]
    longest = max(sum(bar.values()) for bar in bars.values())
    starts = [0.0] * len(bars)
    for place, part in enumerate(parts):
        widths = [bar.get(part, 0.0) for bar in bars.values()]
        drawn = axes.barh(list(bars), widths, left=starts, color=colours(place % 20), label=part)
        shown = [f"{width:.1f}" if width > _NARROW * longest else "" for width in widths]
        axes.bar_label(drawn, shown, label_type="center", fontsize=8)
        starts = [start + width for start, width in zip(starts, widths, strict=True)]
    axes.invert_yaxis()
    axes.set_xlabel("milliseconds a message, mean of one visitor at a time")
    axes.set_title("Where a message's time goes")
    below = {"loc": "upper center", "bbox_to_anchor": (0.5, -0.25)}
    axes.legend(**below, ncol=3, fontsize=8)
    return Picture("profile", figure)
