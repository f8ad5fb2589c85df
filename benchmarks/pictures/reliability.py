"""Whether a confidence of 0.8 is right in 80 of 100 cases."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from benchmarks.parsing import Parse
from benchmarks.pictures.picture import COLOURS, Picture, blank
from benchmarks.questions import Question

_SMALLEST, _LARGEST = 12.0, 160.0


@dataclass(frozen=True)
class Group:
    """Answers of about the same confidence.

    Attributes:
        confidence: Their mean.
        right: Share right.
        count: How many.
    """

    confidence: float
    right: float
    count: int


def reliability_picture(
    parses: Mapping[str, Sequence[Parse]],
    questions: Sequence[Question],
    bounds: Sequence[float],
) -> Picture:
    """Confidence of the best topic beside the share of questions that do ask it.

    Args:
        parses: By system, one a question.
        questions: With their labels.
        bounds: Of the groups.
    """
    figure, axes = blank(6, 5)
    axes.plot([0, 1], [0, 1], color="#999999", linewidth=1, label="as sure as right")
    for colour, (name, found) in zip(COLOURS, parses.items(), strict=False):
        groups = reliability(found, questions, bounds)
        most = max((group.count for group in groups), default=1)
        sizes = [_SMALLEST + (_LARGEST - _SMALLEST) * g.count / most for g in groups]
        places = [g.confidence for g in groups], [g.right for g in groups]
        axes.plot(*places, color=colour, linewidth=1)
        axes.scatter(*places, s=sizes, color=colour, label=name)
    axes.set_xlabel("confidence of the best topic (mean of the group)")
    axes.set_ylabel("share of the questions that ask it")
    axes.set_title("Confidence and truth; large dots stand for many questions")
    axes.legend(loc="upper left")
    return Picture("reliability", figure)


def reliability(
    parses: Sequence[Parse], questions: Sequence[Question], bounds: Sequence[float]
) -> list[Group]:
    """Groups by confidence, from low to high; empty ones are left out."""
    judged = [
        (parse.confidence, parse.topics[0] in question.topics)
        for parse, question in zip(parses, questions, strict=True)
    ]
    groups = []
    for low, high in pairwise(bounds):
        mine = [one for one in judged if low <= one[0] < high or one[0] == high == bounds[-1]]
        if mine:
            sure, right = (sum(values) / len(mine) for values in zip(*mine, strict=True))
            groups.append(Group(sure, right, len(mine)))
    return groups
