"""The README shows the pictures that are made of the screenshots, and they stay small."""

from __future__ import annotations

import re
from pathlib import Path

from PIL import Image

from tests.browser.readme_pictures import SCREENS, STRIPS, strip

ROOT = Path(__file__).resolve().parents[2]
LARGEST = 120_000


def test_the_readme_shows_each_of_them() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    shown = re.findall(r"\]\(docs/images/screens/([a-z]+)\.png\)", readme)
    assert sorted(shown) == sorted(STRIPS) == sorted(file.stem for file in SCREENS.iterdir())


def test_they_are_small_and_as_high_as_asked() -> None:
    looked_at = 0
    for name, (height, _) in STRIPS.items():
        file = SCREENS / f"{name}.png"
        with Image.open(file) as picture:
            assert picture.height == height
        assert file.stat().st_size < LARGEST, name
        looked_at += 1
    assert looked_at == 3


def test_screenshots_stand_side_by_side(tmp_path: Path) -> None:
    files = []
    for number, colour in enumerate(("red", "blue")):
        files.append(tmp_path / f"{number}.png")
        Image.new("RGB", (100, 200), colour).save(files[-1])
    whole = strip(files, 102).convert("RGB")
    assert whole.size == (2 * 51 + 12, 102)
    assert whole.getpixel((25, 50)) == (255, 0, 0)
    assert whole.getpixel((88, 50)) == (0, 0, 255)
