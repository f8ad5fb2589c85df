"""How sure a reply is: as sure as the least sure of what it says (CONTRACT.md)."""

from __future__ import annotations

import pytest

from horgos.facts import Status

# The status of a reply that says one thing of each status.
TABLE = """
             confirmed    reported     planned      unconfirmed  unknown
confirmed    confirmed    reported     planned      unconfirmed  unknown
reported     reported     reported     planned      unconfirmed  unknown
planned      planned      planned      planned      unconfirmed  unknown
unconfirmed  unconfirmed  unconfirmed  unconfirmed  unconfirmed  unknown
unknown      unknown      unknown      unknown      unknown      unknown
"""
NAMES, *ROWS = (line.split() for line in TABLE.strip().splitlines())
CASES = [
    (first, second, both)
    for first, *cells in ROWS
    for second, both in zip(NAMES, cells, strict=True)
]


def test_the_table_is_of_all_there_are() -> None:
    assert NAMES == [first for first, *_ in ROWS] == [status.value for status in Status]
    assert len(CASES) == 25


@pytest.mark.parametrize(("first", "second", "both"), CASES)
def test_two_statements_are_as_sure_as_the_less_sure(first: str, second: str, both: str) -> None:
    assert Status.weakest([Status(first), Status(second)]) is Status(both)
    assert Status.weakest(iter([Status(first), Status(second)])) is Status(both)


def test_where_nothing_is_said_nothing_is_known() -> None:
    assert Status.weakest([]) is Status.UNKNOWN
