"""Conversations as Rasa's processor would store them, with times of the test's choosing."""

from __future__ import annotations

import asyncio
import warnings
from datetime import datetime
from pathlib import Path
from typing import Any

from rasa.core.tracker_store import SQLTrackerStore, TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    BotUttered,
    Event,
    SessionStarted,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker

from horgos.conversations.store import SqliteConversations

ROOT = Path(__file__).resolve().parents[2]
with warnings.catch_warnings():
    # Rasa reminds every reader of a domain of a change in its version 3.0.
    warnings.simplefilter("ignore", UserWarning)
    DOMAIN = Domain.load(str(ROOT / "domain.yml"))


def start(at: datetime | None = None) -> list[Event]:
    """A session begins; now, unless a moment is given."""
    time = None if at is None else at.timestamp()
    return [
        ActionExecuted("action_session_start", timestamp=time),
        SessionStarted(timestamp=time),
        ActionExecuted("action_listen", timestamp=time),
    ]


def turn(at: datetime | None = None, text: str = "几点开门") -> list[Event]:
    """A question and its answer."""
    time = None if at is None else at.timestamp()
    return [
        UserUttered(text, intent={"name": "shopping_hours"}, timestamp=time),
        ActionExecuted("action_answer", timestamp=time),
        BotUttered("…", timestamp=time),
        SlotSet("form", "zh-Hans", timestamp=time),
        ActionExecuted("action_listen", timestamp=time),
    ]


def ours(path: Path) -> TrackerStore:
    return SqliteConversations(DOMAIN, db=str(path))


def rasas(path: Path) -> TrackerStore:
    return SQLTrackerStore(DOMAIN, dialect="sqlite", db=str(path))


def add(store: TrackerStore, sender: str, events: list[Event]) -> None:
    """As Rasa's processor does: read, update, save."""
    tracker = asyncio.run(store.retrieve(sender)) or DialogueStateTracker(sender, DOMAIN.slots)
    for event in events:
        tracker.update(event)
    asyncio.run(store.save(tracker))


def read(store: TrackerStore, sender: str) -> list[dict[str, Any]]:
    """The events of the present session."""
    tracker = asyncio.run(store.retrieve(sender))
    return [] if tracker is None else [event.as_dict() for event in tracker.events]


def said(store: TrackerStore, sender: str) -> list[str]:
    """What a visitor wrote, in all sessions that are kept."""
    tracker = asyncio.run(store.retrieve_full_tracker(sender))
    events = [] if tracker is None else tracker.events
    return [event.text for event in events if isinstance(event, UserUttered)]
