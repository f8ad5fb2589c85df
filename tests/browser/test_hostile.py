"""Forty hostile texts, said by the guide and typed by the visitor: all of them stay text."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Visits
from tests.browser.hostile import LONG, TEXTS
from tests.browser.layout import sticking_out
from tests.browser.packs import Packs
from tests.browser.pictures import Camera
from tests.browser.screens import PHONE
from tests.browser.stand_in import StandIn, says, text
from tests.browser.talk import Talk, opened

# In two talks: the widget keeps the last forty turns.
ALL = list((TEXTS | LONG).items())
# Every kind of thing an honest reply may be made of.
HONEST = """A paragraph with **strong**, *emphasis*, `code` and [a link](https://example.org/).

- one
- two

1. first
2. second

<https://example.org/plain> and https://example.org/bare
second line"""
# Element names with the names of their attributes, and every class, in the log.
SHAPES = """(log) => {
  const found = new Set();
  const walk = (root) => root.querySelectorAll("*").forEach((element) => {
    if (element.shadowRoot) walk(element.shadowRoot);
    found.add(element.localName);
    for (const name of element.getAttributeNames()) found.add(`${element.localName} ${name}`);
    for (const name of element.classList) found.add(`.${name}`);
    if (element.id) found.add(`#${element.id}`);
  });
  walk(log);
  return [...found];
}"""
LINKS = """(log) => [...log.querySelectorAll("[href], [src], [action]")].map(
  (element) => element.href || element.src || element.action)"""
SAFE = ("https:", "http:", "mailto:", "tel:", "geo:")


def test_forty_hostile_texts_are_there_to_try() -> None:
    assert len(TEXTS) >= 40


@pytest.mark.parametrize("form", ["en-Latn", "kk-Arab"])
def test_hostile_replies_and_inputs_stay_text(
    staged: Visits, stand_in: StandIn, packs: Packs, camera: Camera, form: str
) -> None:
    tried = [
        _try(opened(staged, packs[form], PHONE)[0], stand_in, dict(part), camera)
        for part in (ALL[:21], ALL[21:])
    ]
    assert sum(tried) == len(TEXTS | LONG)


def _try(talk: Talk, stand_in: StandIn, texts: dict[str, str], camera: Camera) -> int:
    """Each text as a reply and, unless it is too long for that, as a question; how many."""
    address = talk.page.url
    stand_in.will(says(text(HONEST)))
    talk.ask("honest?")
    honest = set(talk.log.evaluate(SHAPES))
    asked = len(stand_in.asked)
    for name, hostile in texts.items():
        stand_in.will(says(text(hostile)))
        talk.ask(TEXTS.get(name, "a long word"))
        assert talk.page.evaluate("window.harmed") is None, name
        assert set(talk.log.evaluate(SHAPES)) <= honest, name
        links = talk.log.evaluate(LINKS)
        assert [link for link in links if not link.startswith(SAFE)] == [], name
        assert sticking_out(talk.page) == [], name
    camera.take(talk.page, talk.pack["form"]["code"], min(texts))
    assert talk.page.url == address
    return len(stand_in.asked) - asked


def test_typed_text_is_shown_as_it_was_typed(staged: Visits, packs: Packs) -> None:
    talk, _ = opened(staged, packs["en-Latn"], PHONE)
    for name in ("script", "javascript-link", "entities", "template-syntax", "mixed-directions"):
        talk.ask(TEXTS[name])
        assert talk.own()[-1] == TEXTS[name]


def test_the_harm_would_be_seen(staged: Visits, packs: Packs) -> None:
    """What the guide's pages must not do, an unguarded page does: the test is not blind."""
    page, _ = staged.open("/", PHONE)
    page.goto("about:blank")
    page.set_content(TEXTS["image"])
    page.wait_for_function("window.harmed === 1")
