"""Packs over HTTP: those of the facts as they are now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import httpx

from horgos.channels.site.packs import PackShelf
from horgos.facts import Facts
from horgos.interface import load_interface
from tests.answers.conftest import FACTS, GUIDE

NOON = datetime(2026, 11, 27, 12, 0, tzinfo=timezone.utc)


class World:
    """Facts and a clock that a test changes."""

    facts: Facts = FACTS
    now: datetime = NOON


def shelf_over(world: World, words: Path) -> PackShelf:
    interface = load_interface(words, GUIDE.forms)
    facts: Callable[[], Facts] = lambda: world.facts  # noqa: E731
    return PackShelf(interface, GUIDE, facts, lambda: world.now)


def test_every_form_has_its_pack(site: httpx.Client) -> None:
    seen = set()
    for form in GUIDE.forms:
        pack = site.get(f"/pack/{form.code}.json").json()
        assert pack["form"]["code"] == form.code
        assert [topic["id"] for topic in pack["topics"]] == list(GUIDE.topics)
        assert pack["made"].endswith("Z")
        seen.add(pack["version"])
    assert len(seen) == 7


def test_a_pack_is_made_once_as_long_as_nothing_changes(words: Path) -> None:
    world = World()
    shelf = shelf_over(world, words)
    form = GUIDE.forms["kk-Arab"]
    first = shelf.content(form)
    world.now += timedelta(seconds=59)
    assert shelf.content(form) is first
    world.now += timedelta(hours=2)
    assert shelf.content(form) is first
    world.now += timedelta(days=1)
    next_day = shelf.content(form)
    assert next_day.etag != first.etag
    assert b'"made": "2026-11-28T14:00:59Z"' in next_day.body


def test_a_saved_edit_of_the_facts_shows_at_once(words: Path) -> None:
    world = World()
    shelf = shelf_over(world, words)
    form = GUIDE.forms["en-Latn"]
    first = shelf.content(form)
    fact = FACTS["zone.area"]
    [statement, *others] = fact.statements
    edited = replace(statement, wording={**statement.wording, "en": "It has grown."})
    changed = replace(fact, statements=(edited, *others))
    world.facts = Facts({**FACTS.by_id, fact.id: changed}, FACTS.sources)
    second = shelf.content(form)
    assert second.etag != first.etag
    assert b"It has grown." in second.body
