"""Which topic was taken for which, a picture a language."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from benchmarks.asking import Reply
from benchmarks.pictures.picture import Picture, blank
from benchmarks.questions import Question

SEVERAL = "several topics"
_INCH = 0.36
_DARK = 0.5


def confusion_picture(
    name: str, replies: Sequence[Reply], questions: Sequence[Question]
) -> Picture:
    """Labelled topics (rows) beside heard topics (columns), of questions with one topic.

    Args:
        name: Of the language, for title and file.
        replies: One a question.
        questions: With their labels.
    """
    topics, counts = confusion(replies, questions)
    columns = [*topics, SEVERAL]
    figure, axes = blank(3 + _INCH * len(columns), 2.4 + _INCH * len(topics))
    shares = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
    axes.imshow(shares, cmap="Blues", vmin=0, vmax=1, aspect="auto")
    axes.set_xticks(range(len(columns)), columns, rotation=90)
    axes.set_yticks(range(len(topics)), topics)
    axes.set_xlabel("heard")
    axes.set_ylabel("asked")
    axes.set_title(f"Questions by topic asked and topic heard: {name}")
    for row, column in zip(*np.nonzero(counts), strict=True):
        colour = "white" if shares[row, column] > _DARK else "black"
        number = str(counts[row, column])
        axes.text(column, row, number, ha="center", va="center", color=colour, fontsize=8)
    return Picture(f"confusion-{name}", figure)


def confusion(
    replies: Sequence[Reply], questions: Sequence[Question]
) -> tuple[list[str], NDArray[np.int64]]:
    """Topics in alphabetical order, and counts: a row a topic asked, a column a topic heard.

    The last column is for replies with several topics.
    """
    pairs = [
        (next(iter(question.topics)), next(iter(reply.topics)) if len(reply.topics) == 1 else None)
        for reply, question in zip(replies, questions, strict=True)
        if len(question.topics) == 1
    ]
    topics = sorted({topic for pair in pairs for topic in pair if topic is not None})
    places = {topic: place for place, topic in enumerate(topics)}
    counts = np.zeros((len(topics), len(topics) + 1), dtype=np.int64)
    for asked, heard in pairs:
        counts[places[asked], len(topics) if heard is None else places[heard]] += 1
    return topics, counts
