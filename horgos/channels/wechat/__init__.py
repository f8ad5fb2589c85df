"""WeChat Official Account: XML over HTTP, five seconds, and no buttons."""

from __future__ import annotations

from typing import Any

__all__ = ["WeChatChannel"]


def __getattr__(name: str) -> Any:
    """``WeChatChannel`` for Rasa; whoever only checks the set-up does without Rasa's imports."""
    if name == "WeChatChannel":
        from horgos.channels.wechat.channel import WeChatChannel

        return WeChatChannel
    raise AttributeError(name)
