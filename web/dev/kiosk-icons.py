"""Draws the tablet's PNG icons from `public/kiosk-icon.svg`; run after changing the SVG.

`maskable` icons fill the whole square and keep the mark within the middle 80 %, whatever shape
the launcher cuts.
"""

from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

PUBLIC = Path(__file__).parent.parent / "public"
MARK = (PUBLIC / "kiosk-icon.svg").read_text(encoding="utf-8")
STYLE = """<style>
  body {margin: 0}
  svg {display: block; width: 100%}
  .maskable {height: 100vh; display: grid; place-content: center; background: #0b5c6b}
  .maskable > div {width: 80vw}
</style>"""
PLAIN = f"{STYLE}{MARK}"
MASKABLE = f"{STYLE}<div class=maskable><div>{MARK}</div></div>"


def draw(browser: Browser, size: int, body: str, name: str) -> None:
    """One square PNG of `size` pixels; what the drawing leaves free stays transparent."""
    page = browser.new_page(viewport={"width": size, "height": size})
    page.set_content(body)
    page.screenshot(path=PUBLIC / f"{name}-{size}.png", omit_background=True)
    page.close()


with sync_playwright() as playwright:
    chromium = playwright.chromium.launch(
        executable_path="/usr/bin/chromium", args=["--no-sandbox"]
    )
    for side in (192, 512):
        draw(chromium, side, PLAIN, "kiosk")
        draw(chromium, side, MASKABLE, "kiosk-maskable")
    chromium.close()
