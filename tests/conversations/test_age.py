"""Ages as operators write them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from horgos.conversations.age import read_age


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("30d", timedelta(days=30)),
        ("12h", timedelta(hours=12)),
        ("0h", timedelta(0)),
        ("007d", timedelta(days=7)),
    ],
)
def test_days_and_hours(text: str, age: timedelta) -> None:
    assert read_age(text) == age


@pytest.mark.parametrize(
    "text", ["", "30", "d", "30 d", "30D", "-1d", "1.5d", "3w", "٣d", "999999d"]
)
def test_anything_else_is_refused_with_the_mend(text: str) -> None:
    with pytest.raises(ValueError, match="such as 30d or 12h"):
        read_age(text)
