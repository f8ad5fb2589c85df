"""A small build in place of the front end's."""

from __future__ import annotations

import gzip
from pathlib import Path

import brotli

PAGE = """<!doctype html>
<html lang="{{lang}}" dir="{{dir}}">
<meta name="horgos-address" content="{{address}}"><meta name="horgos-open" content="{{open}}">
<title>{{page_title}}</title><p>%s: {{ page_intro }}</p>
</html>
"""
SCRIPT = b"export const answer = 'yes'\n" * 50
FILES = {
    "widget.js": SCRIPT,
    "sw.js": b"self.addEventListener('fetch', () => {})\n",
    "kiosk.webmanifest": b"{}",
    "icon.svg": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    "icon-192.png": b"\x89PNG",
    "assets/chat-0a1b2c3d.js": SCRIPT,
    "assets/chat-0a1b2c3d.css": b"p { color: red }\n",
    "fonts/noto-0a1b2c3d.woff2": b"wOF2",
    "fonts/fonts.json": b"[]",
}


def make_dist(folder: Path) -> Path:
    """Write it: three pages, files of every kind, one of them compressed beforehand."""
    for name in ("index", "frame", "kiosk"):
        (folder / f"{name}.html").parent.mkdir(parents=True, exist_ok=True)
        (folder / f"{name}.html").write_text(PAGE % name, encoding="utf-8")
    for name, body in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(body)
    (folder / "widget.js.gz").write_bytes(gzip.compress(SCRIPT))
    (folder / "widget.js.br").write_bytes(brotli.compress(SCRIPT))
    (folder / ".built").write_text("fingerprint")
    (folder / "notes.md").write_text("not for visitors")
    return folder
