"""The committed fonts hold every letter that the pages can show."""

from __future__ import annotations

import json
import unicodedata
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import pytest
from babel import Locale
from fontTools.ttLib import TTFont

from horgos.interface import load_interface
from horgos.interface.letters import letters_shown
from horgos.language.chinese import to_traditional
from tests.answers.conftest import FACTS, GUIDE, ROOT

FOLDER = ROOT / "web" / "public" / "fonts"
FONTS: list[dict[str, Any]] = json.loads((FOLDER / "fonts.json").read_text("utf-8"))
MEND = "run .venv/bin/python scripts/subset_fonts.py"
LARGEST = 350_000


def family_of(letter: str) -> tuple[str, ...]:
    """The families that must hold a letter, by what kind of letter it is."""
    name = unicodedata.name(letter, "")
    if name.startswith("ARABIC"):
        return ("Noto Naskh Arabic",)
    if name.startswith("CJK UNIFIED") or unicodedata.east_asian_width(letter) in "WF":
        # A simplified character in Traditional text (a source's own title) is drawn by SC.
        simplified = to_traditional(letter) != letter
        return ("Noto Sans SC",) if simplified else ("Noto Sans SC", "Noto Sans TC")
    return ("Noto Sans",)


def held(family: str, weight: str) -> set[str]:
    """Letters of a family at a weight that the browser finds: in the file and in its range."""
    found: set[str] = set()
    for font in FONTS:
        if (font["family"], font["weight"]) == (family, weight):
            has = set(TTFont(FOLDER / font["file"]).getBestCmap())
            found |= {chr(code) for code in has if in_range(code, font["unicode_range"])}
    return found


def in_range(code: int, written: str) -> bool:
    spans = [part.strip().removeprefix("U+").split("-") for part in written.split(",")]
    return any(int(span[0], 16) <= code <= int(span[-1], 16) for span in spans)


def letters() -> frozenset[str]:
    interface = load_interface(ROOT / "locales" / "interface", GUIDE.forms)
    pages = [path.read_text("utf-8") for path in (ROOT / "docs" / "phrasebook").glob("*.md")]
    assert len(pages) == len(GUIDE.forms)
    for language in GUIDE.forms.languages:
        months = Locale(language).months["format"]
        pages += [name for names in months.values() for name in names.values()]
    now = datetime.now(timezone.utc)
    return letters_shown(interface, GUIDE, FACTS, now, pages)


@pytest.mark.parametrize("weight", ["400", "600"])
def test_every_letter_that_can_be_shown_is_in_its_font(weight: str) -> None:
    shown = letters()
    lacking: dict[str, str] = {}
    looked_up = 0
    for family in ("Noto Sans", "Noto Naskh Arabic", "Noto Sans SC", "Noto Sans TC"):
        wanted = {letter for letter in shown if family in family_of(letter)}
        looked_up += len(wanted)
        missing = wanted - held(family, weight)
        if missing:
            lacking[family] = "".join(sorted(missing))
    assert lacking == {}, f"letters without a font: {lacking}; {MEND}"
    assert looked_up > 1000


def test_each_form_s_own_letters_are_there() -> None:
    sans = held("Noto Sans", "400")
    assert set("ӘәҒғҚқҢңӨөҰұҮүҺһІі") | set("ÄäĞğIıÑñÖöŞşŪūÜü") | set("ЁёЪъ№«»–—…₸€") <= sans
    assert set("ٴڭۆۇۋەىپچگھ،؛؟") <= held("Noto Naskh Arabic", "400")
    assert set("简体中文。，、：；？！（）《》「」") <= held("Noto Sans SC", "400")
    assert set("繁體中文。，、：；？！（）《》「」") <= held("Noto Sans TC", "400")


def test_visitors_too_find_their_usual_letters() -> None:
    assert len(held("Noto Sans SC", "400")) > 1300
    assert len(held("Noto Sans TC", "400")) > 1300
    assert set("你好吗现在开门时间多少钱厕所停车酒店换钱") <= held("Noto Sans SC", "400")


def test_the_files_are_small_and_each_is_listed() -> None:
    listed = {font["file"]: font["bytes"] for font in FONTS}
    there = {path.name: path.stat().st_size for path in FOLDER.glob("*.woff2")}
    assert listed == there
    assert len(there) == 14
    assert max(there.values()) <= LARGEST
    for font in FONTS:
        assert set(font) == {"family", "file", "weight", "unicode_range", "bytes"}


def test_every_upstream_font_has_its_licence_beside_it() -> None:
    licences = sorted(FOLDER.glob("OFL-*.txt"))
    assert len(licences) == len({font["family"] for font in FONTS}) == 4
    for path in licences:
        assert "SIL OPEN FONT LICENSE Version 1.1" in Path(path).read_text("utf-8")
