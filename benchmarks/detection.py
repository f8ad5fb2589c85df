"""Part 2: which language a short text is in: right answers, and microseconds a call."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from benchmarks.bench import Bench
from benchmarks.detection_summary import summary_tables
from benchmarks.detectors import DETECTORS, Detect, Load
from benchmarks.outcome import Outcome
from benchmarks.tables import Number, Row, Share, Table, grouped, shares_table
from benchmarks.texts import LENGTHS, Text, corpus_file, corpus_texts, question_texts

_WARM_UP = 100
_MICRO = 1e-3
_CORPUS_NOTE = (
    "SIB-200; kk_deg: Kazakh letters replaced by Russian ones; kk_arab, kk_latin: by rule. Other "
    "languages are right when taken for none of ours; detectors restricted to ours were not asked "
    "for that."
)


@dataclass(frozen=True)
class Detected:
    """A detector's answers to some texts.

    Attributes:
        load_seconds: Until the first answer.
        right: One a text.
        microseconds: One a text.
    """

    load_seconds: float
    right: Sequence[bool]
    microseconds: Sequence[float]


def measure(bench: Bench) -> Outcome:
    """Ask every detector about every text."""
    questions = question_texts(bench.questions)
    path = corpus_file(bench.root)
    corpus = corpus_texts(path, bench.extent.every) if path.exists() else []
    if not corpus:
        print(f"{path} is not there: language detection is measured on the questions only")
    texts = [*questions, *corpus]
    found = {name: _detected(load, texts, bench.languages) for name, load in DETECTORS.items()}
    of_corpus = {name: detected.right[len(questions) :] for name, detected in found.items()}
    tables = [
        *summary_tables(corpus, of_corpus, bench.plan.targets),
        *_question_tables(questions, found),
    ]
    for length in LENGTHS:
        tables += _corpus_table(texts, len(questions), length, found)
    return Outcome([*tables, _speed_table(found)])


def _detected(load: Load, texts: Sequence[Text], languages: Sequence[str]) -> Detected:
    started = time.perf_counter()
    detect = load(languages)
    detect(texts[0].text)
    loaded = time.perf_counter() - started
    for text in texts[:_WARM_UP]:
        detect(text.text)
    timed = [_timed(detect, text) for text in texts]
    return Detected(loaded, [right for right, _ in timed], [took for _, took in timed])


def _timed(detect: Detect, text: Text) -> tuple[bool, float]:
    started = time.perf_counter_ns()
    language = detect(text.text)
    return language == text.language, _MICRO * (time.perf_counter_ns() - started)


def _question_tables(questions: Sequence[Text], found: dict[str, Detected]) -> list[Table]:
    """By length, by written form and by style."""
    keys: dict[str, Callable[[Text], str]] = {
        "length": lambda text: LENGTHS[text.length],
        "written form of the reply": lambda text: text.group,
        "style": lambda text: text.style,
    }
    return [
        shares_table(f"Language of the questions by {name}", _by(questions, key, found), {})
        for name, key in keys.items()
    ]


def _corpus_table(
    texts: Sequence[Text], first: int, length: str, found: dict[str, Detected]
) -> list[Table]:
    """One length of the corpus; none when it has no such texts."""
    kept = [i for i in range(first, len(texts)) if texts[i].length == length]
    if not kept:
        return []
    groups = grouped(kept, lambda i: texts[i].group)
    del groups["all"]
    rows = {
        group: {name: Share.among(d.right[kept[p]] for p in places) for name, d in found.items()}
        for group, places in groups.items()
    }
    return [shares_table(f"Language of other texts: {LENGTHS[length]}", rows, {}, _CORPUS_NOTE)]


def _by(
    texts: Sequence[Text], key: Callable[[Text], str], found: dict[str, Detected]
) -> dict[str, dict[str, Share]]:
    """Of the texts measured first."""
    return {
        label: {name: Share.among(d.right[i] for i in places) for name, d in found.items()}
        for label, places in grouped(texts, key).items()
    }


def _speed_table(found: dict[str, Detected]) -> Table:
    rows = []
    for name, detected in found.items():
        median, late = np.percentile(detected.microseconds, [50, 95])
        cells = (Number(median, 0), Number(late, 0), Number(detected.load_seconds, 2))
        rows.append(Row(name, cells))
    columns = ("median, µs", "p95, µs", "loading, s")
    return Table("Language detection: time a call", columns, tuple(rows))
