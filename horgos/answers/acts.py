"""What is answered without facts, and what a message that goes on may be about."""

from __future__ import annotations

FOLLOW_UP = "follow_up"
NOT_UNDERSTOOD = "nlu_fallback"
ACTS = (
    "greet",
    "goodbye",
    "thanks",
    "bot_challenge",
    "help",
    "choose_language",
    "human_help",
    "unanswerable",
    "out_of_scope",
    NOT_UNDERSTOOD,
    "empty",
    "too_long",
)
"""Intents that are answered without facts."""
GOING_ON = ("unanswerable", "out_of_scope", "human_help")
"""Acts that a message naming no topic may be about: "how much is it?" after "no parking known"."""
