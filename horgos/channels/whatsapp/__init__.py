"""WhatsApp by Meta's Cloud API: one business number."""

from __future__ import annotations

from typing import Any

__all__ = ["WhatsAppChannel"]


def __getattr__(name: str) -> Any:
    """``WhatsAppChannel`` for Rasa; whoever only checks the set-up does without Rasa's imports."""
    if name == "WhatsAppChannel":
        from horgos.channels.whatsapp.channel import WhatsAppChannel

        return WhatsAppChannel
    raise AttributeError(name)
