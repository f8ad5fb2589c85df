"""``horgos channels check``: what a channel finds out about its own set-up.

A channel takes part by a module ``checking`` in its package, with

    async def check(settings, environment) -> list[Finding]

for what stands under its name in ``credentials.yml``, and the environment with its secrets.
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from horgos.project import ROOT


class Grade(Enum):
    """How a finding is."""

    OK = "ok"
    NOTE = "note"
    """Works, but could be better; or is not used at all."""
    WRONG = "wrong"


@dataclass(frozen=True)
class Finding:
    """One thing looked at.

    Attributes:
        grade: How it is.
        text: What was found.
        mend: What to do about it; empty when nothing.
    """

    grade: Grade
    text: str
    mend: str = ""


def ok(text: str) -> Finding:
    """All is well."""
    return Finding(Grade.OK, text)


def note(text: str, mend: str = "") -> Finding:
    """Something to know."""
    return Finding(Grade.NOTE, text, mend)


def wrong(text: str, mend: str) -> Finding:
    """Something to mend."""
    return Finding(Grade.WRONG, text, mend)


async def check_all(
    channels: Mapping[str, Any], environment: Mapping[str, str]
) -> dict[str, list[Finding]]:
    """The findings of all channels that can be checked, by name.

    Args:
        channels: The content of ``credentials.yml``.
        environment: With the secrets.
    """
    found: dict[str, list[Finding]] = {}
    for path, settings in channels.items():
        package = path.rpartition(".")[0]
        place = ROOT.joinpath(*package.split("."))
        if (place / "checking.py").is_file():
            checking = importlib.import_module(f"{package}.checking")
            found[place.name] = await checking.check(settings, environment)
        elif package.startswith("horgos.") and not (
            place.is_dir() or place.with_suffix(".py").is_file()
        ):
            found[path] = [wrong("there is no such channel", "mend its name in credentials.yml")]
    return found
