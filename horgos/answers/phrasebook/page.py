"""One page in Markdown: sections of entries, each named, with what is said there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from horgos.language.forms import WrittenForm

_HEAD = """\
# {own_name} ({code})

Everything the guide can say in this written form. `horgos phrasebook` writes this page from
`locales/`, `facts/facts.yml` and the rules of the script: mend those, never the page."""


@dataclass(frozen=True)
class Entry:
    """What is said in one place.

    Attributes:
        names: The key or id it comes from, or all the questions it answers.
        texts: What is said: one text, or all the ways it comes out.
    """

    names: tuple[str, ...]
    texts: tuple[str, ...]


@dataclass(frozen=True)
class Section:
    """Entries of one kind under a heading."""

    heading: str
    entries: Sequence[Entry]


def page(form: WrittenForm, sections: Iterable[Section]) -> str:
    """The page as Markdown text."""
    blocks = [_HEAD.format(own_name=form.own_name, code=form.code)]
    for section in sections:
        blocks.append(f"## {section.heading}")
        for entry in section.entries:
            blocks += _entry(entry, form)
    return "\n\n".join(blocks) + "\n"


def _entry(entry: Entry, form: WrittenForm) -> list[str]:
    """The names, and each text as a quotation that runs in the direction of its script."""
    quoted = [_quoted(text) for text in entry.texts]
    if form.direction == "rtl":
        quoted = ['<div dir="rtl">', *quoted, "</div>"]
    return [*(f"`{name}`" for name in entry.names), *quoted]


def _quoted(text: str) -> str:
    """A quotation in which lines stay lines."""
    return "\n>\n".join(f"> {line}" for line in text.splitlines())
