"""Questions over REST, and replies as values that can be compared with labels."""

from __future__ import annotations

import time
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import httpx

WEBHOOK = "/webhooks/rest/webhook"
NOT_OURS = "out_of_scope"
"""What "not understood" counts as."""


@dataclass(frozen=True)
class Reply:
    """What a system made of a message.

    Attributes:
        topics: What it thinks is asked; never empty.
        facts: Ids of the facts it states; None for a system that has no facts.
        form: Written form it answers in; None for a system that answers in one only.
        milliseconds: From request to reply; 0 for what runs inside this process.
    """

    topics: frozenset[str]
    facts: frozenset[str] | None
    form: str | None
    milliseconds: float

    @classmethod
    def of_topics(cls, topics: Iterable[str]) -> Reply:
        """Topics alone."""
        return cls(known(topics), None, None, 0.0)


def known(topics: Iterable[str]) -> frozenset[str]:
    """Topics, with "not understood" as what it amounts to."""
    return frozenset(topics) - {"nlu_fallback"} or frozenset({NOT_OURS})


def reply_of(elements: Sequence[dict[str, Any]], milliseconds: float) -> Reply:
    """Read the elements of a REST reply; one without provenance has understood nothing."""
    answers = [e["custom"]["answer"] for e in elements if "custom" in e]
    answer = answers[0] if answers else {}
    facts, language = answer.get("facts"), answer.get("language")
    return Reply(
        topics=known(answer.get("topics", ())),
        facts=None if facts is None else frozenset(facts),
        form=f"{language}-{answer['script']}" if language else None,
        milliseconds=milliseconds,
    )


def ask(client: httpx.Client, text: str, sender: str) -> Reply:
    """One message.

    Raises:
        httpx.HTTPError: No answer, or another than 200.
    """
    started = time.perf_counter()
    response = client.post(WEBHOOK, json={"sender": sender, "message": text})
    milliseconds = 1000 * (time.perf_counter() - started)
    response.raise_for_status()
    return reply_of(response.json(), milliseconds)


def ask_apart(client: httpx.Client, texts: Iterable[str]) -> list[Reply]:
    """Each message in a conversation of its own."""
    return [ask(client, text, uuid.uuid4().hex) for text in texts]


def converse(client: httpx.Client, texts: Iterable[str]) -> list[Reply]:
    """All messages in one conversation."""
    sender = uuid.uuid4().hex
    return [ask(client, text, sender) for text in texts]
