"""The status as a page for a person: plain HTML, everything from outside escaped."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from horgos.channels.operator.status import Status

HERE = Path(__file__).parent
STYLE = (HERE / "page.css").read_text(encoding="utf-8")

_PAGES = Environment(
    loader=FileSystemLoader(HERE),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def page(status: Status) -> str:
    """The page."""
    return _PAGES.get_template("page.html").render(status=status, health=status.health.as_json())
