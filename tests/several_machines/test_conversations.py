"""Conversations in a real PostgreSQL: what each guide finds there, and what a restart costs."""

from __future__ import annotations

import asyncio
import logging
import uuid

import pytest
from rasa.core.tracker_store import FailSafeTrackerStore, TrackerStore
from rasa.shared.core.events import ActionExecuted, Event, SessionStarted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from tests.conversations.storing import DOMAIN
from tests.several_machines.servers import NAME, PASSWORD, USER, Postgres


def begun() -> list[Event]:
    return [
        ActionExecuted("action_session_start"),
        SessionStarted(),
        ActionExecuted("action_listen"),
    ]


def turn(text: str) -> list[Event]:
    return [
        UserUttered(text, intent={"name": "shopping_hours"}),
        SlotSet("form", "zh-Hans"),
        ActionExecuted("action_answer"),
        ActionExecuted("action_listen"),
    ]


def store(server: Postgres) -> TrackerStore:
    """The store of one more guide, with the wrapping that Rasa's agent gives it."""
    settings = {"dialect": "postgresql", "port": str(server.port), "db": NAME, "username": USER}
    endpoint = EndpointConfig(
        url="127.0.0.1",
        type="horgos.shared.conversations.SharedConversations",
        password=PASSWORD,
        query={"connect_timeout": "2"},
        **settings,
    )
    return FailSafeTrackerStore(TrackerStore.create(endpoint, DOMAIN))


def add(kept: TrackerStore, sender: str, events: list[Event]) -> None:
    async def work() -> None:
        tracker = await kept.get_or_create_tracker(sender, append_action_listen=False)
        for event in events:
            tracker.update(event, DOMAIN)
        await kept.save(tracker)

    asyncio.run(work())


def session(kept: TrackerStore, sender: str) -> list[str]:
    """Types of the events since the session began, in order."""
    found: DialogueStateTracker | None = asyncio.run(kept.retrieve(sender))
    return [event.type_name for event in found.events] if found else []


def stored(server: Postgres, sender: str) -> list[str]:
    rows = server.query("SELECT type_name FROM events WHERE sender_id = %s ORDER BY id", sender)
    return [name for (name,) in rows]


def types(events: list[Event]) -> list[str]:
    return [event.type_name for event in events]


def test_guides_go_on_with_each_others_conversations(postgres_server: Postgres) -> None:
    here, there, sender = store(postgres_server), store(postgres_server), uuid.uuid4().hex
    add(here, sender, begun() + turn("几点开门"))
    add(there, sender, turn("周日呢"))
    add(here, sender, [])
    add(here, sender, turn("节假日呢"))
    everything = types(begun() + 3 * turn(""))
    assert stored(postgres_server, sender) == everything
    assert session(there, sender) == everything[1:]
    found = asyncio.run(there.retrieve(sender))
    assert found is not None
    assert found.get_slot("form") == "zh-Hans"


def test_a_new_session_forgets_the_one_before_but_keeps_it(postgres_server: Postgres) -> None:
    here, there, sender = store(postgres_server), store(postgres_server), uuid.uuid4().hex
    add(here, sender, begun() + turn("几点开门"))
    add(there, sender, begun() + turn("周日呢"))
    assert session(here, sender) == types(begun() + turn(""))[1:]
    assert stored(postgres_server, sender) == 2 * types(begun() + turn(""))


def test_after_a_restart_of_the_database_the_next_message_finds_its_conversation(
    postgres_server: Postgres,
) -> None:
    kept, sender = store(postgres_server), uuid.uuid4().hex
    add(kept, sender, begun() + turn("几点开门"))
    with postgres_server.away():
        pass
    assert session(kept, sender) == types(begun() + turn(""))[1:]


def test_a_conversation_begun_while_the_database_was_away_is_stored_whole(
    postgres_server: Postgres,
) -> None:
    """The database comes back while a message is answered: what it said must not get lost."""
    kept, sender = store(postgres_server), uuid.uuid4().hex
    add(kept, sender, begun() + 5 * turn("几点开门"))
    with postgres_server.away():
        assert session(kept, sender) == []
        anew = DialogueStateTracker.from_events(sender, begun() + turn("周日呢"), DOMAIN.slots)
    asyncio.run(kept.save(anew))
    assert session(kept, sender) == types(begun() + turn(""))[1:]
    assert stored(postgres_server, sender)[-7:] == types(begun() + turn(""))


def test_what_cannot_be_kept_is_told_without_the_visitors_words(
    postgres_server: Postgres, caplog: pytest.LogCaptureFixture
) -> None:
    kept, sender = store(postgres_server), uuid.uuid4().hex
    add(kept, sender, begun())
    anew = DialogueStateTracker.from_events(sender, begun() + turn("我的护照号码"), DOMAIN.slots)
    caplog.set_level(logging.ERROR)
    with postgres_server.away():
        asyncio.run(kept.save(anew))
    assert "A message is not kept" in caplog.text
    assert "护照" not in caplog.text and "\\u62a4" not in caplog.text
    assert stored(postgres_server, sender) == types(begun())
