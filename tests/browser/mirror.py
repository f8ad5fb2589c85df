"""Whether one page is the other seen in a mirror."""

from __future__ import annotations

import io
from dataclasses import dataclass

from PIL import Image, ImageChops, ImageOps
from playwright.sync_api import Page

# Every element that shows, shadow trees included: what it is, and where it stands.
BOXES = """
(within) => {
  const found = [];
  const walk = (root, path) => [...root.children].forEach((element, index) => {
    const box = element.getBoundingClientRect();
    const here = `${path}/${element.localName}${index}`;
    const style = getComputedStyle(element);
    if (box.width && box.height && style.visibility === "visible") {
      found.push([here, style.display, box.left, box.right, box.top, box.bottom]);
    }
    if (element.localName === "svg") return;
    if (element.shadowRoot) walk(element.shadowRoot, here + "#");
    walk(element, here);
  });
  const [top] = document.querySelectorAll(within);
  walk(top.shadowRoot ?? top, "");
  return {width: document.documentElement.clientWidth, boxes: found};
}
"""
# Letters are not mirrored, and both scripts have words of their own length.
HIDE_TEXT = """
(css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const walk = (root) => {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    root.querySelectorAll("*").forEach((element) => element.shadowRoot && walk(element.shadowRoot));
  };
  walk(document);
}
"""

SCROLL_TO_END = """
() => {
  const walk = (root) => root.querySelectorAll("*").forEach((element) => {
    if (element.shadowRoot) walk(element.shadowRoot);
    element.scrollTo({top: element.scrollHeight, behavior: "instant"});
  });
  walk(document);
}
"""


@dataclass(frozen=True)
class Box:
    """Where an element stands, in CSS pixels."""

    path: str
    display: str
    left: float
    right: float
    top: float
    bottom: float


def boxes(page: Page, within: str = "body") -> tuple[float, dict[str, Box]]:
    """Width of the page, and all that shows in an element, by its place in the tree."""
    measured = page.evaluate(BOXES, within)
    return measured["width"], {row[0]: Box(*row) for row in measured["boxes"]}


def add_css(page: Page, css: str) -> None:
    """A style sheet in every tree of the page, shadow trees too; no policy forbids this way."""
    page.evaluate(HIDE_TEXT, css)


def scroll_to_end(page: Page) -> None:
    """Whatever can be scrolled shows its end: two pages scrolled alike can be compared."""
    page.evaluate(SCROLL_TO_END)


def not_mirrored(width: float, box: Box, other: Box, tolerance: float) -> str | None:
    """What is not where the mirror would show it; None when all is."""
    left, right = width - box.right, width - box.left
    if abs(left - other.left) <= tolerance and abs(right - other.right) <= tolerance:
        return None
    return (
        f"{box.path}: {left:.0f}–{right:.0f} expected, stands at {other.left:.0f}–{other.right:.0f}"
    )


def differing_share(picture: bytes, mirrored: bytes) -> float:
    """Share of the pixels in which a picture differs from the other seen in a mirror."""
    first = Image.open(io.BytesIO(picture)).convert("RGB")
    second = ImageOps.mirror(Image.open(io.BytesIO(mirrored)).convert("RGB"))
    difference = ImageChops.difference(first, second).convert("L").point(lambda v: 255 * (v > 24))
    return sum(difference.histogram()[255:]) / (first.width * first.height)
