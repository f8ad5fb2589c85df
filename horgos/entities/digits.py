"""Numbers written in digits, with whatever marks people put between them."""

import re
from decimal import Decimal

_GROUP_MARKS = re.compile("['’ʼ`]")
_PLAIN = re.compile(r"\d+")


def parse_digits(text: str) -> Decimal | None:
    """The number some digits and marks stand for.

    A point or a comma before exactly three digits groups thousands (6.500 and 6,500 are 6500),
    unless nothing but a nought comes before it; otherwise it is the decimal mark. Where both
    occur, the last one is the decimal mark.

    Args:
        text: ASCII digits with ".", "," and apostrophes between them.

    Returns:
        None when the marks make no number, as in 1.2.3.
    """
    text = _GROUP_MARKS.sub("", text)
    marks = [char for char in text if char in ".,"]
    if not marks:
        return Decimal(text) if _PLAIN.fullmatch(text) else None
    if len(set(marks)) == 2:
        return _with_both_marks(text, marks)
    groups = text.split(marks[0])
    if _are_thousands(groups):
        return Decimal("".join(groups))
    return Decimal(".".join(groups)) if len(groups) == 2 and all(groups) else None


def _with_both_marks(text: str, marks: list[str]) -> Decimal | None:
    """1,234.50 or 1.234,50."""
    whole, _, fraction = text.rpartition(marks[-1])
    groups = whole.split(marks[0])
    if marks.count(marks[-1]) != 1 or not fraction or not _are_thousands(groups):
        return None
    return Decimal(f"{''.join(groups)}.{fraction}")


def _are_thousands(groups: list[str]) -> bool:
    """Whether the parts are groups of thousands; the Indian 1,00,000 counts too."""
    head, *middle, last = groups
    return (
        0 < len(head) <= 3
        and head.strip("0") != ""
        and len(last) == 3
        and all(len(group) in {2, 3} for group in middle)
    )
