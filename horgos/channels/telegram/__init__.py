"""Telegram: private chats, and groups where the guide is spoken to."""

from horgos.channels.telegram.channel import TelegramChannel

__all__ = ["TelegramChannel"]
