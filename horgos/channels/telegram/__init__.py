"""Telegram: private chats, and groups where the guide is spoken to."""

from __future__ import annotations

from typing import Any

__all__ = ["TelegramChannel"]


def __getattr__(name: str) -> Any:
    """``TelegramChannel`` for Rasa; whoever only checks the set-up does without Rasa's imports."""
    if name == "TelegramChannel":
        from horgos.channels.telegram.channel import TelegramChannel

        return TelegramChannel
    raise AttributeError(name)
