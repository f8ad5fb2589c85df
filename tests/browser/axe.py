"""axe-core in the page: WCAG 2.2 A and AA, target size, best practice; with a readable report."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = Path(__file__).resolve().parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Fewer rules than this find something to judge only on a page that is not there.
LEAST_RULES = 15
RUN = """
async ([wanted, off]) => {
  // Nothing half faded in is judged, and no colours that are just being changed.
  const frame = () => new Promise(requestAnimationFrame);
  await frame();
  await frame();
  const endless = (animation) => animation.effect.getTiming().iterations === Infinity;
  const ending = document.getAnimations().filter((animation) => !endless(animation));
  await Promise.allSettled(ending.map((animation) => animation.finished));
  const result = await axe.run(document, {
    runOnly: wanted,
    rules: wanted.type === "tag" ? {"target-size": {enabled: true}, ...off} : {},
    resultTypes: ["violations"],
  });
  return {violations: result.violations, passes: result.passes.map((rule) => rule.id)};
}
"""


# In forced colours Chromium draws other colours than `-webkit-text-fill-color` tells axe.
FORCED = "matchMedia('(forced-colors: active)').matches"


def violations(page: Page) -> list[str]:
    """What axe finds, a line each; fails when axe judged next to nothing."""
    return _judged(page, {"type": "tag", "values": TAGS}, LEAST_RULES)


def pale_texts(page: Page) -> list[str]:
    """The same of the one rule that asks for colours; fails when it found no text to judge."""
    return _judged(page, {"type": "rule", "values": ["color-contrast"]}, 1)


def _judged(page: Page, wanted: dict[str, Any], least: int) -> list[str]:
    off = {"color-contrast": {"enabled": False}} if page.evaluate(FORCED) else {}
    if not page.evaluate("'axe' in window"):
        # Through the debugger, so the page's policy neither stops it nor has to allow it.
        page.evaluate(AXE.read_text(encoding="utf-8"))
    result: dict[str, Any] = page.evaluate(RUN, [wanted, off])
    assert len(result["passes"]) >= least, f"axe judged only {result['passes']}"
    return [_line(rule, node) for rule in result["violations"] for node in rule["nodes"]]


def _line(rule: dict[str, Any], node: dict[str, Any]) -> str:
    place = " ".join(
        ">>>".join(part) if isinstance(part, list) else part for part in node["target"]
    )
    why = " ".join(node["failureSummary"].split())
    return f"{rule['impact']} {rule['id']}: {place}: {node['html'][:120]}: {why}"


def assert_accessible(page: Page, state: str) -> None:
    found = violations(page)
    assert not found, f"{state}: {len(found)} violations\n" + "\n".join(found)
