"""Measures of what is drawn: what sticks out or is cut off, what is too small, what has focus."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

# Every element in sight, shadow trees included. What is clipped to nothing is for screen readers.
SEEN = """
  const seen = [];
  const walk = (root) => root.querySelectorAll("*").forEach((element) => {
    if (element.shadowRoot) walk(element.shadowRoot);
    const box = element.getBoundingClientRect();
    const inSight = element.checkVisibility({visibilityProperty: true, opacityProperty: true});
    const heardOnly = getComputedStyle(element).clipPath !== "none";
    if (inSight && !heardOnly && box.width && box.height) seen.push([element, box]);
  });
  walk(document);
  const say = (element) => {
    const host = element.getRootNode().host?.localName ?? "";
    const text = (element.ariaLabel ?? element.textContent).trim().slice(0, 40);
    return `${host} ${element.localName}.${element.getAttribute("class") ?? ""} "${text}"`;
  };
"""
STICKING_OUT = (
    "() => {"
    + SEEN
    + """
  const width = document.documentElement.clientWidth;
  const scrolls = document.documentElement.scrollWidth - width;
  const out = scrolls > 0 ? [`the page scrolls sideways by ${scrolls}`] : [];
  for (const [element, box] of seen) {
    if (element.closest("svg") && element.localName !== "svg") continue;
    const style = getComputedStyle(element);
    const fixed = style.position === "fixed" || style.position === "absolute";
    if (!fixed && (box.left < -1 || box.right > width + 1)) {
      out.push(`out of the page: ${say(element)} ${Math.round(box.left)}–${Math.round(box.right)}`);
    }
    if (style.overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1) {
      out.push(`cut off sideways: ${say(element)} ${element.scrollWidth}>${element.clientWidth}`);
    }
    const hides = style.overflowY === "hidden" || style.overflowY === "clip";
    if (hides && element.scrollHeight > element.clientHeight + 1) {
      out.push(`cut off below: ${say(element)} ${element.scrollHeight}>${element.clientHeight}`);
    }
  }
  return out;
}"""
)
TARGETS = (
    "(least) => {"
    + SEEN
    + """
  const pressable = "button, a[href], input, textarea, select, summary, [role=button]";
  return seen
    .filter(([element]) => element.matches(pressable))
    // A link inside a sentence is as high as its line (WCAG 2.5.5, inline).
    .filter(([element]) => getComputedStyle(element).display !== "inline")
    .map(([element, box]) => ({
      small: box.width < least - 0.5 || box.height < least - 0.5,
      told: `${say(element)} ${box.width.toFixed(0)}×${box.height.toFixed(0)}`,
    }));
}"""
)
# WCAG 1.4.3 and 1.4.11: what is written and what is drawn, against what is behind it.
PALE = (
    "() => {"
    + SEEN
    + """
  const canvas = document.createElement("i");
  canvas.style.color = "Canvas";
  document.body.append(canvas);
  const ground = getComputedStyle(canvas).color;
  canvas.remove();
  const numbers = (color) => color.match(/[\\d.]+/g).map(Number);
  const light = (color) => {
    const [r, g, b] = numbers(color).map((part) => part / 255)
      .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    for (let at = element; at; at = at.assignedSlot ?? at.parentElement ?? at.getRootNode().host) {
      const color = getComputedStyle(at).backgroundColor;
      if ((numbers(color)[3] ?? 1) > 0.99) return color;
    }
    return ground;
  };
  const written = (element) =>
    [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  return seen.flatMap(([element, box]) => {
    const drawn = element.localName === "svg" && element.getAttribute("role") !== "img";
    if (element.closest("svg") !== (drawn ? element : null)) return [];
    if (!drawn && !written(element)) return [];
    const {color} = getComputedStyle(element);
    const [low, high] = [light(color), light(behind(element))].sort((a, b) => a - b);
    const ratio = (high + 0.05) / (low + 0.05);
    const told = `${say(element)} ${color} on ${behind(element)} ${ratio.toFixed(1)}`;
    return [{pale: ratio < (drawn ? 3 : 4.5), told}];
  });
}"""
)
FOCUS = """() => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  if (!element || element === document.body) return null;
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const on = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  const labels = [...(element.labels ?? [])].map((label) => label.textContent);
  const name = element.ariaLabel ?? labels[0] ?? element.textContent;
  return {
    what: element.localName,
    name: name.trim().replace(/\\s+/g, " "),
    left: box.left, top: box.top, right: box.right, bottom: box.bottom,
    outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
    inSight: on !== null && box.bottom > 0 && box.top < innerHeight,
  };
}"""
STORED = """async () => ({
  local: {...localStorage},
  session: {...sessionStorage},
  cookies: document.cookie,
  databases: (await indexedDB.databases()).map((database) => database.name),
})"""


def sticking_out(page: Page) -> list[str]:
    """What leaves the page at the side, or is cut off where nobody can scroll."""
    return list(page.evaluate(STICKING_OUT))


def pale(page: Page) -> list[str]:
    """Words below a contrast of 4.5 and icons below 3; fails when there are none at all."""
    measured = page.evaluate(PALE)
    assert measured, "nothing written in sight"
    return [each["told"] for each in measured if each["pale"]]


def small_targets(page: Page, least: int = 44) -> list[str]:
    """Whatever is pressed and measures less than `least` CSS pixels; fails when nothing can be."""
    targets = page.evaluate(TARGETS, least)
    assert targets, "nothing to press in sight"
    return [target["told"] for target in targets if target["small"]]


def focus(page: Page) -> dict[str, Any] | None:
    """The element that has the focus, through all shadow trees: what, name, box, outline."""
    found: dict[str, Any] | None = page.evaluate(FOCUS)
    return found


def stored(page: Page) -> dict[str, Any]:
    """All that the page keeps in the browser."""
    return dict(page.evaluate(STORED))
