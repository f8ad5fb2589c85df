"""Two guides as on two machines, with one PostgreSQL and one Redis between them."""

from __future__ import annotations

import json
import time
import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.running import Reply, RunningGuide
from tests.several_machines.servers import Postgres, Redis

pytestmark = pytest.mark.guide

Guides = tuple[RunningGuide, RunningGuide]

HOURS = {
    "en-Latn": "When do the shops open?",
    "ru-Cyrl": "Когда открываются магазины?",
    "kk-Cyrl": "Қайырлы күн, дүкендер қашан ашылады?",
    "kk-Arab": "دۇكەندەر قاشان اشىلادى؟",
    "zh-Hans": "商店几点开门？",
    "zh-Hant": "商店幾點開門？",
}
WITHIN = 15.0
"""Seconds of a reply while a store is away; half of what the gate would wait."""


def _events(postgres: Postgres, sender: str) -> list[dict[str, object]]:
    rows = postgres.query("SELECT data FROM events WHERE sender_id = %s ORDER BY id", sender)
    return [json.loads(data) for (data,) in rows]


def _said(postgres: Postgres, sender: str) -> list[object]:
    """What the visitor wrote, as the store has it."""
    return [event["text"] for event in _events(postgres, sender) if event["event"] == "user"]


def test_a_conversation_goes_on_at_another_guide(guides: Guides) -> None:
    here, there = guides
    sender = uuid.uuid4().hex
    first = here.ask("Я гражданин Казахстана. Какой у меня беспошлинный лимит?", sender)
    assert first.answer["facts"] == ["duty_free.kz"]
    second = there.ask("а если 700 евро?", sender)
    assert (second.answer["facts"], second.form) == (["duty_free.kz"], "ru-Cyrl")
    assert "200 евро" in second.text.replace("\xa0", " ")
    third = here.ask("а для граждан Китая?", sender)
    assert (third.answer["facts"], third.form) == (["duty_free.cn"], "ru-Cyrl")


@pytest.mark.parametrize("form", HOURS)
def test_the_written_form_is_remembered_at_another_guide(guides: Guides, form: str) -> None:
    here, there = guides
    sender = uuid.uuid4().hex
    assert here.ask(HOURS[form], sender).form == form
    assert there.ask("8000?", sender).form == form


def test_a_session_begun_at_one_guide_is_one_at_the_other(guides: Guides) -> None:
    here, there = guides
    begun = here.client.post("/webhooks/web/session", json={"place": "web"}).json()
    reply = there.client.post(
        "/webhooks/web/message",
        json={"id": uuid.uuid4().hex, "text": HOURS["en-Latn"]},
        headers={"Authorization": f"Bearer {begun['session']}"},
    )
    assert reply.status_code == 200, reply.text
    assert "shopping.hours" in reply.text


def test_messages_at_once_are_answered_one_after_another_and_none_is_lost(
    guides: Guides, postgres_server: Postgres, redis_server: Redis
) -> None:
    sender = uuid.uuid4().hex
    texts = [f"How much is {amount} euros above the limit?" for amount in range(601, 609)]
    guides[0].ask("I am from Kazakhstan", sender)
    with ThreadPoolExecutor(len(texts)) as pool:
        asked = [pool.submit(guides[i % 2].ask, text, sender) for i, text in enumerate(texts)]
        replies = [done.result() for done in asked]
    assert [reply.answer["facts"] for reply in replies] == [["duty_free.kz"]] * len(texts)
    assert sorted(map(str, _said(postgres_server, sender)[1:])) == texts
    assert _order(postgres_server, sender) == ["user", "bot"] * (1 + len(texts))
    assert redis_server.client().keys(f"*{sender}*") == []


def _order(postgres: Postgres, sender: str) -> list[object]:
    """Who spoke, turn by turn; a reply of several messages counts once."""
    spoken = [event["event"] for event in _events(postgres, sender)]
    spoken = [who for who in spoken if who in ("user", "bot")]
    return [who for i, who in enumerate(spoken) if i == 0 or who != spoken[i - 1]]


def _promptly(guide: RunningGuide, text: str, sender: str) -> Reply:
    asked = time.monotonic()
    reply = guide.ask(text, sender)
    assert time.monotonic() - asked < WITHIN
    assert reply.text
    return reply


@pytest.fixture
def visitors(guides: Guides) -> dict[str, str]:
    """A conversation in each form at the first guide, as the sender's id by form."""
    senders = {form: uuid.uuid4().hex for form in HOURS}
    for form, sender in senders.items():
        assert guides[0].ask(HOURS[form], sender).form == form
    return senders


def _go_on(guides: Guides, visitors: dict[str, str]) -> None:
    """Both guides answer again, and remember what was said before."""
    for guide in guides:
        assert guide.health().status_code == 200
        assert guide.health().json()["conversations"] == "ok"
        for form, sender in visitors.items():
            reply = guide.ask("8000?", sender)
            assert (reply.form, reply.answer["topics"]) == (form, ["duty_free"])


def test_without_redis_there_is_an_apology_in_the_visitors_form(
    guides: Guides, visitors: dict[str, str], redis_server: Redis
) -> None:
    with redis_server.away():
        for form, sender in visitors.items():
            reply = _promptly(guides[0], "8000?", sender)
            assert (reply.form, reply.answer["status"]) == (form, "unknown")
            assert reply.answer["facts"] == []
        health = guides[0].health()
        assert (health.status_code, health.json()["locks"]) == (503, "Redis does not answer")
    _go_on(guides, visitors)


def test_without_postgresql_a_message_is_answered_from_itself_in_the_visitors_form(
    guides: Guides, visitors: dict[str, str], postgres_server: Postgres
) -> None:
    with postgres_server.away():
        for form, sender in visitors.items():
            assert _promptly(guides[0], "8000?", sender).form == form
            asked_anew = _promptly(guides[0], HOURS[form], sender)
            assert (asked_anew.form, asked_anew.answer["facts"]) == (form, ["shopping.hours"])
        health = guides[0].health()
        assert health.status_code == 200
        assert health.json()["conversations"] == "not kept, PostgreSQL does not answer"
    _go_on(guides, visitors)
    for form, sender in visitors.items():
        assert _said(postgres_server, sender) == [HOURS[form], "8000?", "8000?"]


def test_a_conversation_finds_its_citizenship_after_both_stores_were_away(
    guides: Guides, postgres_server: Postgres, redis_server: Redis
) -> None:
    sender = uuid.uuid4().hex
    guides[0].ask("我是哈萨克斯坦公民", sender)
    with postgres_server.away(), redis_server.away():
        assert _promptly(guides[0], "700欧元呢？", sender).answer["status"] == "unknown"
    reply = guides[1].ask("免税额度是多少？", sender)
    assert (reply.answer["facts"], reply.form) == (["duty_free.kz"], "zh-Hans")
