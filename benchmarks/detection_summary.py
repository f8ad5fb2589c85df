"""Language detection in a few rows: all written forms together, and plain languages alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from benchmarks.tables import Share, Table, shares_table
from benchmarks.texts import LENGTHS, Text

_PLAIN = ("kk", "ru", "en")
_NOTE = (
    "Texts nobody here wrote (SIB-200), in our languages only; every written form counts by its "
    "number of texts. The bar is the best of the other detectors in the row."
)

Right = Mapping[str, Sequence[bool]]


def summary_tables(texts: Sequence[Text], right: Right, targets: Mapping[str, str]) -> list[Table]:
    """Shares right by length, and for plain languages by length.

    Args:
        texts: Of the corpus; those in other languages are left out.
        right: By detector, one a text.
        targets: See ``plan.yml``.
    """
    together = dict(_rows(texts, right, lambda text: text.language is not None, ""))
    plain = {
        label: row
        for language in _PLAIN
        for label, row in _rows(texts, right, _written_as(language), f"{language}, ")
    }
    return [
        shares_table(title, rows, dict.fromkeys(rows, targets[target]), _NOTE)
        for title, rows, target in (
            ("Language of other texts: all written forms", together, "detection_of_all_forms"),
            ("Language of other texts: plain languages", plain, "detection_of_plain_text"),
        )
        if rows
    ]


def _written_as(group: str) -> Callable[[Text], bool]:
    return lambda text: text.group == group


def _rows(
    texts: Sequence[Text], right: Right, wanted: Callable[[Text], bool], before: str
) -> Iterator[tuple[str, dict[str, Share]]]:
    for length, label in LENGTHS.items():
        kept = [i for i, text in enumerate(texts) if wanted(text) and text.length == length]
        if kept:
            shares = {name: Share.among(each[i] for i in kept) for name, each in right.items()}
            yield f"{before}{label}", shares
