"""Draws the tablet's PNG icons from `public/kiosk-icon.svg` with Chromium; run after changing the SVG.

`maskable` icons fill the whole square and keep the mark within the middle 80 %, whatever shape the launcher cuts.
"""

from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

PUBLIC = Path(__file__).parent.parent / "public"
MARK = (PUBLIC / "kiosk-icon.svg").read_text(encoding="utf-8")
GROUND = "#0b5c6b"
PLAIN = f"<body style='margin:0'>{MARK}"
MASKABLE = f"<body style='margin:0;background:{GROUND};display:grid;place-content:center'><div style='width:80vw'>{MARK}"


def draw(browser: Browser, size: int, body: str, name: str) -> None:
    """One square PNG of `size` pixels; what the drawing leaves free stays transparent."""
    page = browser.new_page(viewport={"width": size, "height": size})
    page.set_content(f"<style>svg{{display:block;width:100%}}</style>{body}")
    page.screenshot(path=PUBLIC / f"{name}-{size}.png", omit_background=True)
    page.close()


with sync_playwright() as playwright:
    chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    for side in (192, 512):
        draw(chromium, side, PLAIN, "kiosk")
        draw(chromium, side, MASKABLE, "kiosk-maskable")
    chromium.close()
