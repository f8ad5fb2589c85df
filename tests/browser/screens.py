"""The screens the guide is met on, as Playwright's options for a browser context."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Screen:
    """One device.

    Attributes:
        name: As it stands in the names of screenshots.
        width: Of the viewport, in CSS pixels.
        height: Of the viewport, in CSS pixels.
        touch: Whether it is touched rather than pointed at.
    """

    name: str
    width: int
    height: int
    touch: bool

    @property
    def options(self) -> dict[str, Any]:
        size = {"width": self.width, "height": self.height}
        return {"viewport": size, "has_touch": self.touch}


PHONE = Screen("phone", 360, 740, touch=True)
DESKTOP = Screen("desktop", 1280, 800, touch=False)
LANDSCAPE = Screen("tablet-landscape", 1280, 800, touch=True)
PORTRAIT = Screen("tablet-portrait", 800, 1280, touch=True)
NARROW = Screen("narrow", 320, 640, touch=True)
