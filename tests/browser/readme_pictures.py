"""Makes the README's pictures of the screenshots: ``python -m tests.browser.readme_pictures``.

Run the browser's tests first; they take the screenshots.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PIL import Image

from tests.browser.pictures import FOLDER

SCREENS = Path(__file__).resolve().parents[2] / "docs" / "images" / "screens"
_WIDGET, _TABLET = "test_a_visit_with_the_widget", "test_a_visit_at_the_tablet"
_OFFLINE = "test_without_a_network_the_tiles_go_on_answering"
STRIPS: Mapping[str, tuple[int, Sequence[str]]] = {
    "phones": (
        620,
        (
            f"{_WIDGET}/open-ru-Cyrl-phone",
            f"{_WIDGET}/talk-kk-Cyrl-phone",
            f"{_WIDGET}/talk-kk-Arab-phone",
            f"{_WIDGET}/talk-zh-Hant-phone",
        ),
    ),
    "tablet": (
        400,
        (f"{_TABLET}/topics-kk-Cyrl-tablet-landscape", f"{_OFFLINE}/answer-kk-Arab"),
    ),
    "page": (400, (f"{_WIDGET}/talk-en-Latn-desktop",)),
}
"""Height in pixels and screenshots of each picture."""
_GAP = 12
_LINE = (200, 208, 210)
_COLOURS = 96


def strip(files: Sequence[Path], height: int) -> Image.Image:
    """Screenshots side by side, each with a thin line around it, in few colours."""
    screens = [_framed(Image.open(file).convert("RGB"), height) for file in files]
    width = sum(screen.width for screen in screens) + _GAP * (len(screens) - 1)
    whole = Image.new("RGB", (width, height), "white")
    left = 0
    for screen in screens:
        whole.paste(screen, (left, 0))
        left += screen.width + _GAP
    return whole.quantize(_COLOURS, kmeans=1)


def _framed(screen: Image.Image, height: int) -> Image.Image:
    size = (round(screen.width * height / screen.height) - 2, height - 2)
    framed = Image.new("RGB", (size[0] + 2, height), _LINE)
    framed.paste(screen.resize(size, Image.Resampling.LANCZOS), (1, 1))
    return framed


def main() -> None:
    """Write all pictures."""
    SCREENS.mkdir(parents=True, exist_ok=True)
    for name, (height, screens) in STRIPS.items():
        files = [FOLDER / f"{screen}.png" for screen in screens]
        strip(files, height).save(SCREENS / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
