"""Screenshots of every screen, to be looked at: var/screenshots/<test>/<names>.png."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

FOLDER = Path(__file__).resolve().parents[2] / "var" / "screenshots"


class Camera:
    """Takes the pictures of one test.

    Attributes:
        folder: Where they go.
    """

    def __init__(self, test: str) -> None:
        self.folder = FOLDER / test

    def take(self, page: Page, *names: str) -> Path:
        """One picture of what is in sight, named by its parts."""
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.folder / ("-".join(names) + ".png")
        page.screenshot(path=path, animations="disabled", caret="hide")
        return path
