"""The built pages and files, read into memory once: nothing else can be asked for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from horgos.channels.site import headers
from horgos.channels.site.content import Content, etag_of

PAGES = ("index", "frame", "kiosk")
"""Names of the HTML pages; each has places to fill in, see ``pages``."""
_MEDIA_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".ico": "image/x-icon",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".map": "application/json; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json; charset=utf-8",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
}
_COMPRESSED = {".br": "br", ".gz": "gzip"}
_HASHED = re.compile(r"assets/.+|fonts/.+-[0-9a-f]{8}\.woff2")
_FOR_ANY_SITE = ("assets/", "fonts/", "widget.js")


@dataclass(frozen=True)
class Dist:
    """What the front end's build has made.

    Attributes:
        pages: HTML with places to fill in, by name.
        files: Everything else, by path without a leading slash.
    """

    pages: Mapping[str, str]
    files: Mapping[str, Content]


class NoBuild(Exception):
    """The pages have not been built, or not wholly; its text says what to do."""


def read_dist(folder: Path) -> Dist:
    """Read a build.

    Raises:
        NoBuild: The folder or one of the pages is missing.
    """
    lacking = [name for name in PAGES if not (folder / f"{name}.html").is_file()]
    if lacking:
        raise NoBuild(
            f"The pages have not been built ({folder / lacking[0]}.html is missing): "
            "run `make run`, or `horgos web build` and start the guide again."
        )
    pages = {name: (folder / f"{name}.html").read_text(encoding="utf-8") for name in PAGES}
    served = [path for path in sorted(folder.rglob("*")) if _is_served(path, folder)]
    return Dist(pages, {p.relative_to(folder).as_posix(): _content(p, folder) for p in served})


def _is_served(path: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    return path.is_file() and not hidden and path.suffix in _MEDIA_TYPES


def _content(path: Path, folder: Path) -> Content:
    name = path.relative_to(folder).as_posix()
    body = path.read_bytes()
    for_any_site = name.startswith(_FOR_ANY_SITE)
    return Content(
        body=body,
        media_type=_MEDIA_TYPES[path.suffix],
        headers={
            **headers.strict(),
            **(headers.FOR_ANY_SITE if for_any_site else headers.FOR_OUR_PAGES),
            "Cache-Control": (
                headers.KEPT_FOREVER if _HASHED.fullmatch(name) else headers.ASKED_AGAIN
            ),
        },
        etag=etag_of(body),
        compressed={
            encoding: path.with_name(path.name + suffix).read_bytes()
            for suffix, encoding in _COMPRESSED.items()
            if path.with_name(path.name + suffix).is_file()
        },
    )
