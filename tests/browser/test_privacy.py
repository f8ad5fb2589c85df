"""What a visitor says is his: no other visitor sees it, and nothing of it outlives the tab."""

from __future__ import annotations

import json

from playwright.sync_api import expect

from tests.browser.conftest import Visits
from tests.browser.layout import stored
from tests.browser.packs import Packs
from tests.browser.screens import DESKTOP, PHONE
from tests.browser.stand_in import StandIn
from tests.browser.talk import opened

SECRET = "My name is Ainur and I buy for 8500 yuan"


def test_two_visitors_never_see_each_other(visits: Visits, packs: Packs) -> None:
    first, _ = opened(visits, packs["en-Latn"], PHONE)
    second, _ = opened(visits, packs["en-Latn"], DESKTOP)
    first.ask("I am a citizen of Kazakhstan. What is my duty-free limit?")
    second.ask("I am a citizen of China. What is my duty-free limit?")
    first.ask("and how many kilograms?")
    assert "25 kg" in first.log.inner_text()
    second.ask("what is the duty-free limit?")
    assert "8,000 yuan" in second.said()[-1].text and "500 euros" not in second.log.inner_text()
    assert "8,000 yuan" not in first.log.inner_text()
    assert len(first.own()) == len(second.own()) == 2


def test_sessions_are_not_shared(staged: Visits, stand_in: StandIn, packs: Packs) -> None:
    for _ in range(2):
        talk, _ = opened(staged, packs["en-Latn"], PHONE)
        talk.ask("hello")
    first, second = stand_in.asked
    assert first.token != second.token


def test_a_talk_is_kept_for_this_tab_and_nowhere_else(
    staged: Visits, stand_in: StandIn, packs: Packs
) -> None:
    talk, _ = opened(staged, packs["en-Latn"], PHONE)
    talk.ask(SECRET)
    kept = stored(talk.page)
    assert SECRET in json.dumps(kept["session"])
    assert (kept["local"], kept["cookies"], kept["databases"]) == ({}, "", [])
    assert talk.page.context.cookies() == []
    talk.page.reload()
    expect(talk.turns).to_have_count(1)
    assert talk.own() == [SECRET]
    talk.ask("still the same session?")
    assert len({asked.token for asked in stand_in.asked}) == 1
    another = talk.page.context.new_page()
    another.goto(talk.page.url)
    assert SECRET not in json.dumps(stored(another))


def test_clear_leaves_nothing(staged: Visits, stand_in: StandIn, packs: Packs) -> None:
    talk, _ = opened(staged, packs["ru-Cyrl"], PHONE)
    talk.ask(SECRET)
    talk.button("clear").click()
    assert talk.own() == []
    assert SECRET not in json.dumps(stored(talk.page))
    talk.ask("сначала")
    before, after = stand_in.asked
    assert before.token != after.token
