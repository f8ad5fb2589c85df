"""Tests that need Chromium with policies say what the machine lacks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.tablet.own_etc import why_not

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def own_etc() -> None:
    """For tests that give Chromium an /etc of its own."""
    lacking = why_not()
    if lacking is not None:
        pytest.skip(lacking)


@pytest.fixture(scope="session")
def fixed_policies() -> dict[str, object]:
    """What holds whatever the guide's address."""
    policies: dict[str, object] = json.loads(
        (ROOT / "deploy" / "tablet" / "policies.json").read_text()
    )
    return policies
