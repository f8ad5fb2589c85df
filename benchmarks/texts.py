"""Short texts in known languages: SIB-200 from the corpora folder, and our own questions."""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.questions import CHOOSING, Question
from horgos.language.kazakh_arabic import to_arabic
from horgos.language.kazakh_latin import to_latin

LENGTHS = {"w12": "1-2 words", "w35": "3-5 words", "sent": "sentences"}
"""Buckets of the corpus; of Chinese 1-3, 4-9, 10 and more characters."""
FEW_WORDS = "w12"
OTHERS = "other languages"
_HAN = re.compile(r"[\u3400-\u4DBF\u4E00-\u9FFF]")
_FOREIGN = "x_"


@dataclass(frozen=True)
class Text:
    """A text and what is known of it.

    Attributes:
        text: As written.
        group: Set of the corpus, or written form of the reply to a question.
        style: Of a question; empty for the corpus.
        length: One of ``LENGTHS``.
        language: The right answer; None for a language that is not ours.
    """

    text: str
    group: str
    style: str
    length: str
    language: str | None


def corpus_file(root: Path) -> Path:
    """Where the texts are, if they are there: they are not part of the project."""
    beside = root.parent / "shared" / "corpora"
    return Path(os.environ.get("HORGOS_CORPORA", beside)) / "sib200-short.tsv"


def corpus_texts(path: Path, every: int) -> list[Text]:
    """Each ``every``-th text of the corpus, Kazakh also in Arabic and Latin letters by rule."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))[::every]
    return [text for row in rows for text in _of_row(row)]


def question_texts(questions: Sequence[Question]) -> list[Text]:
    """Our questions, save those that ask for a language other than their own."""
    return [
        Text(q.text, q.form, q.style, length_of(q.text), q.form.partition("-")[0])
        for q in questions
        if CHOOSING not in q.topics
    ]


def _of_row(row: dict[str, str]) -> Iterator[Text]:
    name, length, text = row["set"], row["bucket"], row["text"]
    if name.startswith(_FOREIGN):
        yield Text(text, OTHERS, "", length, None)
        return
    yield Text(text, name, "", length, name.partition("_")[0])
    if name == "kk":
        yield Text(to_arabic(text), "kk_arab", "", length, "kk")
        yield Text(to_latin(text), "kk_latin", "", length, "kk")


def length_of(text: str) -> str:
    """Which of ``LENGTHS`` a text has."""
    han = len(_HAN.findall(text))
    words, few, some = (han, 3, 9) if han else (len(text.split()), 2, 5)
    if words <= few:
        return FEW_WORDS
    return "w35" if words <= some else "sent"
