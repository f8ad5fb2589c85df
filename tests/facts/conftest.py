from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

GOOD = (Path(__file__).parent / "data" / "good.yml").read_text(encoding="utf-8")
TOPICS = ("about_zone", "duty_free", "shopping_hours")
"""What its facts are about."""


@pytest.fixture
def good() -> str:
    """Text of a facts file without fault."""
    return GOOD


@pytest.fixture
def saved(tmp_path: Path) -> Callable[[str], Path]:
    """Saves a text as a facts file."""

    def save(text: str) -> Path:
        path = tmp_path / "facts.yml"
        path.write_text(text, encoding="utf-8")
        return path

    return save
