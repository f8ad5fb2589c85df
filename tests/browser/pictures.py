"""Screenshots of every screen, to be looked at: var/screenshots/<test>/<names>.png."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

FOLDER = Path(__file__).resolve().parents[2] / "var" / "screenshots"
# A letter is asked for when it is first drawn; the picture waits for it.
SETTLED = """async () => {
  const frame = () => new Promise(requestAnimationFrame);
  await frame();
  await frame();
  await document.fonts.ready;
}"""


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
        page.evaluate(SETTLED)
        page.screenshot(path=path, animations="disabled", caret="hide")
        return path
